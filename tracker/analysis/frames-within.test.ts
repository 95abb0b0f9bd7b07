/** The fewest frames within so much percent of the cold faults. */
import { describe, expect, it } from 'vitest';
import { fewestWithin, ofMeasured } from './frames-within.ts';

describe('frames within a share of the cold faults', () => {
  it('are the fewest that suffice', async () => {
    const curve = [1000, 400, 121, 110, 106, 105, 100];
    const within = (percent: number) => fewestWithin(percent, 100, (frames) => curve[frames] ?? 100);
    expect(await Promise.all([0, 5, 10, 20, 1000].map(within))).toEqual([6, 5, 3, 3, 1]);
  });

  it('are one where nothing is ever used again', async () => {
    expect(await fewestWithin(1, 3, () => 3)).toBe(1);
  });

  it('are the fewest of those measured where the curve between them is not known', () => {
    const measured = [
      { policy: 'fifo', frames: 8, faults: 105 },
      { policy: 'fifo', frames: 4, faults: 109 },
      { policy: 'lru', frames: 2, faults: 100 },
    ] as const;
    expect(ofMeasured('fifo', 100, measured)).toEqual({ policy: 'fifo', ofAll: false, frames: [null, 8, 4] });
  });
});
