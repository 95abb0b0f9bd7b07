/** What shared/config.ts may say. People edit it, so each program asks before it believes what concerns it. */
import { inspect } from 'node:util';
import { MAX_SEGMENTS, PAGE_SIZE, REFRESH_MS, SEGMENT_BASE, SEGMENT_SPACE, TOTAL_FRAMES } from './config.ts';
import { isPowerOfTwo } from './power-of-two.ts';
import { MAX_ADDRESS, MAX_PAGE_SIZE, MAX_SEGMENT_ROWS, MAX_TOTAL_FRAMES } from './status.ts';

interface Constant {
  readonly value: number;
  /** The least and the most that it may be. */
  readonly min: number;
  readonly max: number;
  readonly powerOfTwo?: true;
}

const CONSTANTS = {
  TOTAL_FRAMES: { value: TOTAL_FRAMES, min: 1, max: MAX_TOTAL_FRAMES },
  PAGE_SIZE: { value: PAGE_SIZE, min: 1, max: MAX_PAGE_SIZE, powerOfTwo: true },
  MAX_SEGMENTS: { value: MAX_SEGMENTS, min: 1, max: MAX_SEGMENT_ROWS },
  SEGMENT_BASE: { value: SEGMENT_BASE, min: 0, max: MAX_ADDRESS },
  SEGMENT_SPACE: { value: SEGMENT_SPACE, min: 1, max: MAX_ADDRESS },
  // More often than that costs, less often nobody wants; and a timer ends at 24 days.
  REFRESH_MS: { value: REFRESH_MS, min: 100, max: 3_600_000 },
} satisfies Record<string, Constant>;

/** Which constant of `names` makes no sense, what was found and what was expected; null where all do. */
export function configProblem(names: readonly (keyof typeof CONSTANTS)[]): string | null {
  for (const name of names) {
    const { value, min, max, powerOfTwo }: Constant = CONSTANTS[name];
    const is = `shared/config.ts: ${name} is ${inspect(value)}`;
    if (!Number.isSafeInteger(value) || value < min || value > max)
      return `${is}, expected a whole number from ${min} to ${max}`;
    if (powerOfTwo && !isPowerOfTwo(value)) return `${is}, expected a power of two`;
  }
  return null;
}
