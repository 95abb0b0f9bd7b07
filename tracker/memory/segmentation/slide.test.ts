import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome.ts';
import type { Hole } from './hole-list.ts';
import type { Slide } from './refusals.ts';
import { movedBy } from './segment.ts';
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

function slideOf(outcome: Outcome<unknown>): Slide | null {
  const refusal = refused(outcome);
  if (refusal.code !== 'no-hole') throw new Error(refusal.code);
  return refusal.slide;
}

const slideFor = (machine: SegmentSpace, limit: number) => slideOf(machine.alloc({ limit }));

/** The space after a slide that makes room at `edge`: of the segments `ids` those below it move down, the others up. */
function slid(machine: SegmentSpace, ids: readonly number[], edge: number): SegmentSpace {
  const status = machine.snapshot();
  const ascending = machine.segments().toSorted((a, b) => a.block[0] - b.block[0]);
  const addresses = new Map<number, number>();
  let low = status.base;
  for (const { id, block } of ascending.filter((segment) => segment.block[0] < edge)) {
    const address = ids.includes(id) ? low : block[0];
    addresses.set(id, address);
    low = address + block[1];
  }
  let high = status.base + status.space;
  for (const { id, block } of ascending.filter((segment) => segment.block[0] >= edge).toReversed()) {
    high = ids.includes(id) ? high - block[1] : block[0];
    addresses.set(id, high);
  }
  const segments = ascending.map((each) => movedBy(each, (addresses.get(each.id) ?? 0) - each.block[0]));
  const holes: Hole[] = [];
  let base = status.base;
  for (const [address, size] of [
    ...segments.map(({ block }) => block),
    [status.base + status.space, 0],
  ] as const) {
    if (address > base) holes.push({ base, size: address - base });
    base = address + size;
  }
  return SegmentSpace.restore({ ...status, segments, holes, rover: holes[0]?.base ?? null });
}

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

describe('a refused growth for which the free bytes would do', () => {
  it('names the segments between the hole at the growing edge and the next', () => {
    const machine = laidOut(100, -10, 50, -140);
    expect(slideOf(machine.resize(0, 130))).toEqual({
      holes: [
        [100, 10],
        [160, 140],
      ],
      segments: [2],
      bytes: 50,
      size: 150,
    });
    done(slid(machine, [2], 100).resize(0, 130));
  });

  it('names those before a hole where none touches the edge', () => {
    expect(slideOf(laidOut(100, 20, 30, -60, 5, -90).resize(0, 150))).toEqual({
      holes: [[150, 60]],
      segments: [1, 2],
      bytes: 50,
      size: 60,
    });
  });

  it('names the segment itself where moving it is cheaper', () => {
    expect(slideOf(laidOut(-50, 100, -10, 101, -50).resize(1, 150))).toMatchObject({
      segments: [1],
      size: 60,
    });
    expect(slideOf(laidOut(-50, 101, -10, 100, -50).resize(1, 150))).toMatchObject({
      segments: [3],
      size: 60,
    });
    expect(slideOf(laidOut(-50, 100, 101, -50).resize(1, 150))).toMatchObject({ segments: [1], size: 50 });
    expect(slideOf(laidOut(-50, 100, -10, 9, -50).resize(1, 210))).toMatchObject({
      segments: [1, 3],
      bytes: 109,
    });
  });

  it('takes the lower of equals', () => {
    expect(slideOf(laidOut(-50, 100, 100, -50).resize(1, 150))).toMatchObject({ segments: [1], bytes: 100 });
  });

  it('looks at the low end of a segment that grows down', () => {
    const machine = new SegmentSpace({ maxSegments: 9, base: 0, space: 300, header: 4 });
    done(machine.alloc({ limit: 46, base: 54 }));
    done(machine.alloc({ limit: 96, base: 200, grows: 'down' }));
    expect(slideOf(machine.resize(1, 97))).toEqual({ holes: [[0, 50]], segments: [0], bytes: 50, size: 50 });
    expect(slideOf(machine.resize(1, 197))).toEqual({
      holes: [
        [0, 50],
        [200, 100],
      ],
      segments: [0, 1],
      bytes: 150,
      size: 150,
    });
  });

  it('names nothing when all free bytes are too few', () => {
    expect(slideOf(laidOut(-10, 100, 100, -10).resize(1, 121))).toBeNull();
  });

  it('moves the fewest bytes of all slides after which the segment can grow', () => {
    const cases = fc.tuple(machines, operations, fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(cases, ([options, list, more]) => {
        const machine = new SegmentSpace(options);
        for (const operation of list) perform(machine, operation);
        const ascending = machine.segments().toSorted((a, b) => a.block[0] - b.block[0]);
        const runs = [
          [],
          ...ascending.flatMap((_, i) => ascending.slice(i).map((_, k) => ascending.slice(i, i + k + 1))),
        ];
        for (const { id, limit } of ascending) {
          const outcome = SegmentSpace.restore(machine.snapshot()).resize(id, limit + more);
          if (outcome.ok) continue;
          if (outcome.refusal.code !== 'no-hole' || !outcome.refusal.growth)
            throw new Error(outcome.refusal.code);
          const { slide, growth } = outcome.refusal;
          const costs = runs
            .filter(
              (run) =>
                slid(
                  machine,
                  run.map((each) => each.id),
                  growth.edge,
                ).resize(id, limit + more).ok,
            )
            .map((run) => run.reduce((sum, { block }) => sum + block[1], 0));
          expect(slide?.bytes ?? Number.POSITIVE_INFINITY).toBe(Math.min(...costs));
          if (slide === null) continue;
          done(slid(machine, slide.segments, growth.edge).resize(id, limit + more));
          const moved = ascending.filter((each) => slide.segments.includes(each.id));
          expect(moved.reduce((sum, { block }) => sum + block[1], 0)).toBe(slide.bytes);
          expect(slide.size).toBe(slide.holes.reduce((sum, [, size]) => sum + size, 0));
          expect(slide.size).toBeGreaterThanOrEqual(growth.needed);
        }
      }),
      { numRuns: 100 },
    );
  });
});
