import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeSet } from './time-set.ts';

describe('the set of times', () => {
  it('gives up its latest, as a sorted list would', () => {
    const limit = 40_000;
    const step = fc.oneof(fc.nat(limit - 1), fc.constant('take' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const set = new TimeSet(limit);
        const plain = new Set<number>();
        for (const each of steps) {
          if (each !== 'take') {
            set.add(each);
            plain.add(each);
            expect(set.has(each)).toBe(true);
          } else if (plain.size > 0) {
            const latest = Math.max(...plain);
            expect(set.removeLatest()).toBe(latest);
            expect(set.has(latest)).toBe(false);
            plain.delete(latest);
          }
        }
      }),
    );
  });

  it('may be as small as one time', () => {
    const set = new TimeSet(1);
    set.add(0);
    expect(set.removeLatest()).toBe(0);
  });
});
