/** The free-frame list in words, from its head, which is taken first: `16-17 22-27 4`. */
import type { FrameRuns } from '../../shared/status.ts';

/** Runs shown at most: no panel and no line is longer. */
const MAX_RUNS = 60;

export function freeListInWords({ starts, counts }: FrameRuns): string {
  if (starts.length === 0) return 'empty';
  const runs: string[] = [];
  for (let run = 0; run < Math.min(starts.length, MAX_RUNS); run++) {
    const start = starts[run] ?? 0;
    const count = counts[run] ?? 1;
    runs.push(count === 1 ? String(start) : `${start}-${start + count - 1}`);
  }
  return `${runs.join(' ')}${starts.length > MAX_RUNS ? ' …' : ''}`;
}
