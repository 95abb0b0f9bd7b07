/** What a fresh memory is made of when nobody says otherwise: the constants of shared/config.ts. */
import { inspect } from 'node:util';
import { MAX_SEGMENTS, PAGE_SIZE, SEGMENT_BASE, SEGMENT_SPACE, TOTAL_FRAMES } from '../../shared/config.ts';
import { isPowerOfTwo } from '../../shared/power-of-two.ts';
import { MAX_ADDRESS, MAX_PAGE_SIZE, MAX_SEGMENT_ROWS, MAX_TOTAL_FRAMES } from '../../shared/status.ts';
import type { MemoryOptions } from '../memory/memory.ts';
import { Trouble } from './trouble.ts';

/** `over` replaces single options. Throws a `bad-file` Trouble where the config has been given an impossible value. */
export function configuredOptions(
  over: {
    readonly paging?: Partial<MemoryOptions['paging']>;
    readonly segmentation?: Partial<MemoryOptions['segmentation']>;
  } = {},
): MemoryOptions {
  checkConfig();
  return {
    paging: { totalFrames: TOTAL_FRAMES, pageSize: PAGE_SIZE, ...over.paging },
    segmentation: {
      maxSegments: MAX_SEGMENTS,
      base: SEGMENT_BASE,
      space: SEGMENT_SPACE,
      ...over.segmentation,
    },
  };
}

function checkConfig(): void {
  const whole = (name: string, value: number, min: number, max: number) => {
    if (Number.isSafeInteger(value) && value >= min && value <= max) return;
    throw new Trouble(
      'bad-file',
      `shared/config.ts: ${name} is ${inspect(value)}, expected a whole number from ${min} to ${max}`,
    );
  };
  whole('TOTAL_FRAMES', TOTAL_FRAMES, 1, MAX_TOTAL_FRAMES);
  whole('PAGE_SIZE', PAGE_SIZE, 1, MAX_PAGE_SIZE);
  whole('MAX_SEGMENTS', MAX_SEGMENTS, 1, MAX_SEGMENT_ROWS);
  whole('SEGMENT_BASE', SEGMENT_BASE, 0, MAX_ADDRESS);
  whole('SEGMENT_SPACE', SEGMENT_SPACE, 1, MAX_ADDRESS);
  if (!isPowerOfTwo(PAGE_SIZE)) {
    throw new Trouble('bad-file', `shared/config.ts: PAGE_SIZE is ${PAGE_SIZE}, expected a power of two`);
  }
}
