import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusedIds } from './unused-ids.ts';

describe('the unused ids', () => {
  it('begin at 0', () => {
    const ids = new UnusedIds([]);
    expect([ids.take(), ids.take(), ids.take()]).toEqual([0, 1, 2]);
  });

  it('begin with the gaps of a restored table', () => {
    const ids = new UnusedIds([1, 2, 5]);
    expect([ids.take(), ids.take(), ids.take(), ids.take()]).toEqual([0, 3, 4, 6]);
  });

  it('are always given lowest first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 200, size: 'max' }), (choices) => {
        const ids = new UnusedIds([]);
        const used = new Set<number>();
        for (const choice of choices) {
          if (used.delete(choice)) ids.give(choice);
          else {
            let lowest = 0;
            while (used.has(lowest)) lowest += 1;
            expect(ids.take()).toBe(lowest);
            used.add(lowest);
          }
        }
      }),
    );
  });
});
