/** Belady's anomaly (Belady, Nelson & Shedler 1969): more frames, and yet more page faults. */
import type { PolicyName } from '../../shared/status.ts';
import type { Result } from './compare.ts';

type Measured = Pick<Result, 'frames' | 'faults'>;

export interface Anomaly {
  readonly fewer: Measured;
  /** More frames than `fewer`, and more faults. */
  readonly more: Measured;
  /** Steps from one measured frame count to the next larger one, and those at which the faults rise. */
  readonly steps: number;
  readonly rises: number;
}

/**
 * The smallest pair of frame counts n < m, both measured, with faults(m) > faults(n): the smallest n, and then the
 * smallest m. Null where there is none, and for random, where chance would pass for an anomaly.
 */
export function beladyAnomaly(policy: PolicyName, measured: readonly Measured[]): Anomaly | null {
  if (policy === 'random') return null;
  const ascending = measured.toSorted((a, b) => a.frames - b.frames);
  const mostAfter = ascending.map(() => 0);
  for (let i = ascending.length - 2; i >= 0; i--) {
    mostAfter[i] = Math.max(mostAfter[i + 1] ?? 0, ascending[i + 1]?.faults ?? 0);
  }
  const fewer = ascending.find(({ faults }, i) => (mostAfter[i] ?? 0) > faults);
  const more =
    fewer && ascending.find(({ frames, faults }) => frames > fewer.frames && faults > fewer.faults);
  if (!fewer || !more) return null;
  const steps = ascending.slice(1);
  const rises = steps.filter(({ faults }, i) => faults > (ascending[i]?.faults ?? faults)).length;
  return { fewer, more, steps: steps.length, rises };
}
