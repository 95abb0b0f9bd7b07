import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLE_ORDERS } from '../../../shared/status.ts';
import type { Remedy } from './refusals.ts';
import { SegmentSpace } from './segment-space.ts';
import type { SegmentationOptions } from './segmentation-options.ts';
import { done, machine, refused } from './testing/machines.ts';

/** A thousand bytes from 1000 with segments of these limits, those of `freed` freed again. */
function space(limits: readonly number[], freed: readonly number[] = [], options: SegmentationOptions = {}) {
  const made = machine(options);
  for (const limit of limits) done(made.alloc({ limit }));
  for (const id of freed) done(made.free(id));
  return made;
}

/** The remedy that a refused resize names. */
function remedy(made: SegmentSpace, id: number, limit: number): Remedy | null | undefined {
  const refusal = refused(made.resize(id, limit));
  return refusal.code === 'no-hole' ? refusal.growth?.remedy : undefined;
}

/** Does what the remedy says; then the segment must be able to grow. */
function follow(made: SegmentSpace, id: number, limit: number): void {
  const found = remedy(made, id, limit);
  for (const neighbour of found?.free ?? []) done(made.free(neighbour));
  if (found?.compact) done(made.compact());
  done(made.resize(id, limit));
}

describe('what makes room for a segment to grow', () => {
  it('is freeing the neighbour where compaction moves no hole there', () => {
    const made = space([100, 200]);
    expect(remedy(made, 0, 150)).toEqual({ free: [1], compact: false });
    done(made.compact());
    expect(remedy(made, 0, 150)).toEqual({ free: [1], compact: false });
    follow(made, 0, 150);
  });

  it('is freeing the neighbour, whether the free bytes would do or not', () => {
    const made = space([100, 200, 650]);
    expect(remedy(made, 0, 150)).toEqual({ free: [1], compact: false });
    expect(remedy(made, 0, 160)).toEqual({ free: [1], compact: false });
    follow(made, 0, 160);
  });

  it('is compaction for the last segment, which comes to lie before the one hole', () => {
    const made = space([100, 200, 700], [1]);
    expect(remedy(made, 2, 900)).toEqual({ free: [], compact: true });
    follow(made, 2, 900);
  });

  it('is not compaction for the last segment when all free bytes are too few', () => {
    const made = space([100, 200, 700], [1]);
    expect(remedy(made, 2, 901)).toBeNull();
  });

  it('is freeing as many neighbours as it takes, nearest first', () => {
    const made = space([100, 100, 100, 650]);
    expect(remedy(made, 0, 201)).toEqual({ free: [1, 2], compact: false });
    follow(made, 0, 201);
  });

  it('is both where only the holes below bring enough', () => {
    const made = space([300, 100, 600], [0]);
    expect(remedy(made, 1, 1000)).toEqual({ free: [2], compact: true });
    follow(made, 1, 1000);
  });

  it('is both where the holes do not reach the edge by freeing alone', () => {
    const made = space([300, 100, 200], [0]);
    expect(remedy(made, 1, 700)).toEqual({ free: [2], compact: false });
    expect(remedy(made, 1, 701)).toEqual({ free: [2], compact: true });
    follow(made, 1, 701);
  });

  it('is never compaction for a segment that grows down: nothing is free below it afterwards', () => {
    const made = machine();
    done(made.alloc({ limit: 100, base: 1000 }));
    done(made.alloc({ limit: 100, base: 1300, grows: 'down' }));
    done(made.alloc({ limit: 650 }));
    expect(remedy(made, 1, 251)).toEqual({ free: [0], compact: false });
    expect(remedy(made, 1, 301)).toBeNull();
    follow(made, 1, 300);
  });

  it('leaves to compaction what does not coalesce', () => {
    const made = space([100, 300, 100], [2], { coalesce: false, space: 550 });
    expect(remedy(made, 0, 400)).toEqual({ free: [1], compact: false });
    expect(remedy(made, 0, 401)).toEqual({ free: [1], compact: true });
    follow(made, 0, 401);
  });

  it('does make room, whatever the segments, the holes and the order of their list are', () => {
    const segments = fc.array(
      fc.record({
        limit: fc.integer({ min: 1, max: 300 }),
        grows: fc.constantFrom('up' as const, 'down' as const),
      }),
      { minLength: 1, maxLength: 6 },
    );
    const freed = fc.uniqueArray(fc.nat({ max: 5 }));
    const [order, coalesce] = [fc.constantFrom(...HOLE_ORDERS), fc.boolean()];
    fc.assert(
      fc.property(
        segments,
        freed,
        order,
        coalesce,
        fc.nat({ max: 600 }),
        (made, gone, holeOrder, joins, more) => {
          const tried = machine({ holeOrder, coalesce: joins });
          for (const request of made) tried.alloc(request);
          for (const id of gone) tried.free(id);
          const status = tried.snapshot();
          for (const { id, limit } of tried.segments()) {
            const again = SegmentSpace.restore(status);
            const found = again.resize(id, limit + more);
            if (found.ok || found.refusal.code !== 'no-hole' || !found.refusal.growth?.remedy) continue;
            follow(again, id, limit + more);
          }
        },
      ),
    );
  });
});
