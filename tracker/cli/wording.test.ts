import { describe, expect, it } from 'vitest';
import type { SegmentSpace } from '../memory/segmentation/segment-space.ts';
import { done, machine, refused } from '../memory/segmentation/testing/machines.ts';
import { worded } from './wording.ts';

/** Segments of these limits from 1000 on, those of `freed` freed again. */
function space(limits: readonly number[], freed: readonly number[], bytes = 300): SegmentSpace {
  const made = machine({ space: bytes, maxSegments: 99 });
  for (const limit of limits) done(made.alloc({ limit }));
  for (const id of freed) done(made.free(id));
  return made;
}

describe('the sentence of a segment that cannot grow', () => {
  it('names the cheapest slide, and what can be done: compaction where that makes room, else freeing', () => {
    expect(worded(refused(space([100, 10, 50], [1]).resize(0, 130)))).toBe(
      'segment 0 would have to grow by 30 bytes at 1100, but the hole there, 1100:10, is too small. ' +
        'The cheapest slide moves segment 2 (50 bytes) and joins 1100:10 + 1160:140 into a hole of 150; ' +
        "'segment compact' makes no room there, so free segment 2 first",
    );
    expect(worded(refused(space([100, 200], [0]).resize(1, 300)))).toBe(
      'segment 1 would have to grow by 100 bytes at 1300, but no hole touches it there. ' +
        'The cheapest slide moves segment 1 (200 bytes) and brings the hole 1000:100 there; ' +
        "'segment compact' joins all holes",
    );
    expect(worded(refused(space([100, 20, 30, 50], [2]).resize(1, 140)))).toBe(
      'segment 1 would have to grow by 120 bytes at 1120, but the hole there, 1120:30, is too small. ' +
        'The cheapest slide moves segment 3 (50 bytes) and joins 1120:30 + 1200:100 into a hole of 130; ' +
        "'segment compact' makes no room there, so free segment 3 first",
    );
    expect(worded(refused(space([100, 100, 20], [0]).resize(1, 270)))).toBe(
      'segment 1 would have to grow by 170 bytes at 1200, but no hole touches it there. ' +
        'The cheapest slide moves segments 1, 2 (120 bytes) and joins 1000:100 + 1220:80 into a hole of 180; ' +
        "'segment compact' alone makes no room there, so free segment 2, then 'segment compact' first",
    );
    const between = machine({ space: 300 });
    done(between.alloc({ limit: 100, base: 1100, grows: 'down' }));
    expect(worded(refused(between.resize(0, 150)))).toBe(
      'segment 0 would have to grow by 50 bytes at 1000, but no hole touches it there. ' +
        'The cheapest slide moves segment 0 (100 bytes) and brings the hole 1100:200 there; ' +
        'neither freeing its neighbours nor compaction makes enough room there: ask for less',
    );
  });

  it('names what to free where all free bytes are too few', () => {
    expect(worded(refused(space([100, 10, 50], [1]).resize(0, 251)))).toBe(
      'segment 0 would have to grow by 151 bytes at 1100, but the hole there, 1100:10, is too small; free segment 2 first',
    );
    expect(worded(refused(space([100, 100, 50, 50], [0]).resize(1, 300)))).toBe(
      "segment 1 would have to grow by 200 bytes at 1200, but no hole touches it there; free segments 2, 3, then 'segment compact' first",
    );
  });

  it('lists ten holes of a slide', () => {
    const limits = Array.from({ length: 24 }, () => 10);
    const freed = limits.flatMap((_, id) => (id % 2 === 1 ? [id] : []));
    expect(worded(refused(space(limits, freed, 240).resize(0, 120)))).toMatch(
      / joins 1010:10 \+ .* \+ 1190:10 and 1 more into a hole of 110; /,
    );
  });
});
