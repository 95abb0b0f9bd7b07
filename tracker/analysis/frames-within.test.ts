/** The fewest frames within so much percent of the cold faults. */
import { describe, expect, it } from 'vitest';
import { framesWithin } from './frames-within.ts';

describe('frames within a share of the cold faults', () => {
  it('are the fewest that suffice', () => {
    const curve = Float64Array.of(1000, 400, 121, 110, 106, 105, 100);
    expect([0, 5, 10, 20, 1000].map((percent) => framesWithin(curve, percent))).toEqual([6, 5, 3, 3, 1]);
  });

  it('are one where nothing is ever used again', () => {
    expect(framesWithin(Float64Array.of(3, 3, 3, 3), 1)).toBe(1);
  });
});
