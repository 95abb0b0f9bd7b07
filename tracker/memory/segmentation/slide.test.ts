import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SegmentSpace } from './segment-space.ts';
import { done, machines, operations, perform, refused } from './testing/machines.ts';

/** Segments and holes in turn from 0 on: positive numbers are segments, negative ones holes. */
function laidOut(...pieces: readonly number[]): SegmentSpace {
  const space = pieces.reduce((sum, piece) => sum + Math.abs(piece), 0);
  const machine = new SegmentSpace({ maxSegments: 99, base: 0, space });
  for (const piece of pieces) done(machine.alloc({ limit: Math.abs(piece) }));
  for (const [id, piece] of pieces.entries()) if (piece < 0) done(machine.free(id));
  return machine;
}

const slideFor = (machine: SegmentSpace, limit: number) => {
  const refusal = refused(machine.alloc({ limit }));
  if (refusal.code !== 'no-hole') throw new Error(refusal.code);
  return refusal.slide;
};

describe('a refused request for which the free bytes would do', () => {
  it('names the neighbouring holes with the fewest segment bytes between them', () => {
    expect(slideFor(laidOut(-100, 40, -60, 500, -90), 150)).toEqual({
      holes: [
        [0, 100],
        [140, 60],
      ],
      segments: [1],
      bytes: 40,
      size: 160,
    });
    expect(slideFor(laidOut(-100, 500, -60, 40, -90), 150)).toMatchObject({ segments: [3], bytes: 40 });
  });

  it('takes more than two holes where that is cheaper or the only way', () => {
    const machine = laidOut(-50, 1, -10, 2, -50, 400, -70);
    expect(slideFor(machine, 110)).toMatchObject({ segments: [1, 3], bytes: 3, size: 110 });
    expect(slideFor(machine, 121)).toMatchObject({ segments: [3, 5], bytes: 402, size: 130 });
    expect(slideFor(machine, 180)).toMatchObject({ segments: [1, 3, 5], bytes: 403, size: 180 });
  });

  it('takes the lowest of equals', () => {
    expect(slideFor(laidOut(-10, 5, -10, 5, -10), 20)).toMatchObject({ segments: [1], bytes: 5, size: 20 });
  });

  it('names several segments between two holes in address order', () => {
    expect(slideFor(laidOut(-10, 5, 6, 7, -10), 20)).toMatchObject({ segments: [1, 2, 3], bytes: 18 });
  });

  it('names nothing when the total would not do', () => {
    expect(slideFor(laidOut(-10, 5, -10), 21)).toBeNull();
  });

  it('needs no segment moved where the holes touch and are only not coalesced', () => {
    const machine = new SegmentSpace({ maxSegments: 9, base: 0, space: 20, coalesce: false });
    done(machine.alloc({ limit: 10 }));
    done(machine.free(0));
    expect(slideFor(machine, 20)).toEqual({
      holes: [
        [0, 10],
        [10, 10],
      ],
      segments: [],
      bytes: 0,
      size: 20,
    });
  });

  it('is the cheapest of all runs in every order of the list', () => {
    fc.assert(
      fc.property(machines, operations, fc.integer({ min: 1, max: 200 }), (options, list, limit) => {
        const machine = new SegmentSpace({ ...options, maxSegments: 99 });
        for (const operation of list) perform(machine, operation);
        const outcome = machine.alloc({ limit });
        if (outcome.ok || outcome.refusal.code !== 'no-hole') return;
        const { slide, block, free } = outcome.refusal;
        expect(slide === null).toBe(free < block);
        if (slide === null) return;
        const holes = machine.holes().sort(([a], [b]) => a - b);
        const costs: number[] = [];
        for (const [left, first] of holes.entries()) {
          for (const [right, last] of holes.entries()) {
            const size = holes.slice(left, right + 1).reduce((sum, hole) => sum + hole[1], 0);
            if (size >= block) costs.push(last[0] + last[1] - first[0] - size);
          }
        }
        expect(slide.bytes).toBe(Math.min(...costs));
        expect(slide.size).toBe(slide.holes.reduce((sum, [, size]) => sum + size, 0));
        expect(slide.size).toBeGreaterThanOrEqual(block);
        const moved = machine.segments().filter(({ id }) => slide.segments.includes(id));
        expect(moved.reduce((sum, segment) => sum + segment.block[1], 0)).toBe(slide.bytes);
      }),
      { numRuns: 300 },
    );
  });
});
