import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HoleTree } from './hole-tree.ts';

const before = (a: { base: number }, b: { base: number }) => a.base < b.base;
const holesOf = (sizes: readonly number[]) => sizes.map((size, k) => ({ base: 10 * k, size }));
const shown = (tree: HoleTree) => [...tree].map(({ base, size }) => [base, size]);

describe('the tree of holes', () => {
  it('holds what was inserted and not removed, in order, balanced and counted', () => {
    const changes = fc.array(fc.record({ base: fc.nat({ max: 60 }), size: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 120,
      size: 'max',
    });
    fc.assert(
      fc.property(changes, (list) => {
        const tree = new HoleTree(before, []);
        const sizes = new Map<number, number>();
        for (const { base, size } of list) {
          const present = sizes.get(base);
          if (present === undefined) {
            sizes.set(base, size);
            tree.insert({ base, size });
          } else {
            sizes.delete(base);
            tree.remove({ base, size: present });
          }
          tree.check();
        }
        const expected = [...sizes].sort(([a], [b]) => a - b);
        expect(shown(tree)).toEqual(expected);
        expect([tree.count, tree.largest]).toEqual([sizes.size, Math.max(0, ...sizes.values())]);
        for (const [rank, [base]] of expected.entries()) {
          expect(tree.rank({ base, size: 0 })).toBe(rank);
          expect(tree.select(rank)?.base).toBe(base);
        }
        expect(tree.select(expected.length)).toBeNull();
      }),
    );
  });

  it('finds the first large enough from any position on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 21 }),
        fc.nat({ max: 61 }),
        (sizes, size, from) => {
          const holes = holesOf(sizes);
          const found = new HoleTree(before, holes).firstAtLeast(size, from);
          const walked = holes.find((hole, position) => position >= from && hole.size >= size);
          expect(found?.base).toBe(walked?.base);
        },
      ),
    );
  });

  it('finds the last up to an address and the first from it on', () => {
    const tree = new HoleTree(before, holesOf([1, 1, 1]));
    const at = (base: number) => ({ base, size: 0 });
    expect([-1, 0, 9, 10, 99].map((base) => tree.lastUpTo(at(base))?.base)).toEqual([
      undefined,
      0,
      0,
      10,
      20,
    ]);
    expect([0, 1, 10, 20, 21].map((base) => tree.firstFrom(at(base))?.base)).toEqual([
      0,
      10,
      10,
      20,
      undefined,
    ]);
  });

  it('stays balanced when holes come in ascending order', () => {
    const tree = new HoleTree(before, []);
    for (const hole of holesOf(Array.from({ length: 1000 }, () => 1))) tree.insert(hole);
    tree.check();
  });

  it('throws when a hole is removed that it does not have', () => {
    expect(() => new HoleTree(before, holesOf([1])).remove({ base: 5, size: 1 })).toThrow();
  });
});
