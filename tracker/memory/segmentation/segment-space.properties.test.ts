import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinearHoles } from './linear-holes.ts';
import { SegmentSpace } from './segment-space.ts';
import { done, machines, type Operation, operations, perform } from './testing/machines.ts';

/** Every legal offset of every segment with the physical address it stands for, and the two that just are not. */
function translations(space: SegmentSpace): Map<number, { base: number; physical: number[] }> {
  return new Map(
    space.segments().map(({ id, base, limit, grows }) => {
      const first = grows === 'up' ? 0 : 1;
      const offsets = Array.from({ length: limit }, (_, k) => first + k);
      if (first === 1) expect(space.translate(id, 0).ok).toBe(false);
      expect(space.translate(id, first + limit).ok).toBe(false);
      return [id, { base, physical: offsets.map((offset) => done(space.translate(id, offset)).physical) }];
    }),
  );
}

function runBoth(
  options: ConstructorParameters<typeof SegmentSpace>[0],
  list: readonly Operation[],
  compare: (space: SegmentSpace, operation: Operation) => void,
) {
  const space = new SegmentSpace(options);
  for (const operation of list) compare(space, operation);
}

describe('whatever is done to a segment space', () => {
  it('blocks and holes tile it, and a refusal leaves it equal', () => {
    fc.assert(
      fc.property(machines, operations, (options, list) =>
        runBoth(options, list, (space, operation) => {
          const before = space.snapshot();
          const outcome = perform(space, operation);
          space.check();
          if (!outcome.ok) expect(space.snapshot()).toEqual(before);
          else expect(outcome.happenings).toHaveLength(1);
        }),
      ),
      { numRuns: 400 },
    );
  });

  it('saving and restoring it between every two operations changes nothing', () => {
    fc.assert(
      fc.property(machines, operations, (options, list) => {
        let saved = new SegmentSpace(options);
        runBoth(options, list, (space, operation) => {
          saved = SegmentSpace.restore(structuredClone(saved.snapshot()));
          expect(perform(saved, operation)).toEqual(perform(space, operation));
          expect(saved.snapshot()).toEqual(space.snapshot());
        });
      }),
      { numRuns: 300 },
    );
  });

  it('the indexed list of holes and the plain one cannot be told apart', () => {
    fc.assert(
      fc.property(machines, operations, (options, list) => {
        const inAddressOrder = { ...options, holeOrder: 'address' as const };
        const plain = new SegmentSpace(inAddressOrder, undefined, (state) => new LinearHoles(state));
        runBoth(inAddressOrder, list, (space, operation) => {
          expect(perform(space, operation)).toEqual(perform(plain, operation));
          expect(space.snapshot()).toEqual(plain.snapshot());
          space.check();
        });
      }),
      { numRuns: 600 },
    );
  });

  it('no two holes touch in address order with coalescing', () => {
    fc.assert(
      fc.property(machines, operations, (options, list) =>
        runBoth({ ...options, holeOrder: 'address', coalesce: true }, list, (space, operation) => {
          perform(space, operation);
          const holes = space.holes();
          for (const [k, [base]] of holes.entries()) {
            const [before, size] = holes[k - 1] ?? [-1, 0];
            expect(before + size).toBeLessThan(base);
          }
        }),
      ),
    );
  });

  it('allocating and freeing again restores the list of holes in address order with coalescing', () => {
    fc.assert(
      fc.property(machines, operations, (options, list) =>
        runBoth({ ...options, holeOrder: 'address', coalesce: true }, list, (space, operation) => {
          const before = space.holes();
          const outcome = perform(space, operation);
          if (operation.kind !== 'alloc' || !outcome.ok) return;
          const again = SegmentSpace.restore(space.snapshot());
          const ids = again.segments().map(({ id }) => id);
          const newest = 'id' in outcome && typeof outcome.id === 'number' ? outcome.id : -1;
          expect(ids).toContain(newest);
          done(again.free(newest));
          expect(again.holes()).toEqual(before);
        }),
      ),
    );
  });

  it('compaction keeps ids, limits and every translation relative to its base, and leaves one hole', () => {
    fc.assert(
      fc.property(machines, operations, (options, list) => {
        const space = new SegmentSpace(options);
        for (const operation of list) perform(space, operation);
        const before = translations(space);
        const { freeBytes } = space.fragmentation();
        const { moved } = done(space.compact());
        const after = translations(space);
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [id, { base, physical }] of before) {
          const now = after.get(id);
          expect(now?.physical.map((address) => address - now.base)).toEqual(
            physical.map((address) => address - base),
          );
          const move = moved.find(([mover]) => mover === id);
          expect(now?.base).toBe(move?.[2] ?? base);
        }
        expect(space.fragmentation()).toMatchObject({ freeBytes, holes: freeBytes > 0 ? 1 : 0, external: 0 });
        expect(done(space.compact())).toMatchObject({ moved: [], bytesMoved: 0 });
      }),
    );
  });

  it('resizing keeps every translation that is legal before and after', () => {
    fc.assert(
      fc.property(machines, operations, (options, list) =>
        runBoth(options, list, (space, operation) => {
          const before = translations(space);
          const outcome = perform(space, operation);
          if (operation.kind !== 'resize' || !outcome.ok) return;
          const after = translations(space);
          for (const [id, { physical }] of before) {
            const now = after.get(id)?.physical ?? [];
            const both = Math.min(now.length, physical.length);
            expect(now.slice(0, both)).toEqual(physical.slice(0, both));
            if (id !== operation.id) expect(now).toEqual(physical);
          }
        }),
      ),
    );
  });

  it('no byte belongs to two segments', () => {
    fc.assert(
      fc.property(machines, operations, (options, list) => {
        const space = new SegmentSpace(options);
        for (const operation of list) perform(space, operation);
        const addresses = [...translations(space).values()].flatMap(({ physical }) => physical);
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
    );
  });
});
