import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestFrames } from './best-frames.ts';

it('answers what sorting all frames would put first', () => {
  const keys = fc.array(fc.nat(9), { minLength: 1, maxLength: 2000 });
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 2000 }), (all, limit) => {
      const key = (frame: number) => all[frame] ?? 0;
      const order = (a: number, b: number) => key(a) - key(b) || b - a;
      const sorted = Array.from(all, (_, frame) => frame).sort(order);
      expect(bestFrames(all.length, limit, (a, b) => order(a, b) < 0)).toEqual(sorted.slice(0, limit));
    }),
  );
});

it('looks at each frame a few times only, even where each comes before all so far', () => {
  const total = 200_000;
  let comparisons = 0;
  const found = bestFrames(total, 10_000, (a, b) => {
    comparisons++;
    return a > b;
  });
  expect(found.slice(0, 3)).toEqual([199_999, 199_998, 199_997]);
  expect(found).toHaveLength(10_000);
  expect(comparisons).toBeLessThan(20 * total);
});
