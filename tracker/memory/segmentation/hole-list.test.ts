import { describe, expect, it } from 'vitest';
import type { FitName } from '../../../shared/status.ts';
import type { HoleListMaker } from './choose-hole-list.ts';
import { chooseHoleList } from './choose-hole-list.ts';
import { FITS } from './fit/registry.ts';
import type { HoleList, HoleListState } from './hole-list.ts';
import { IndexedHoles } from './indexed-holes.ts';
import { LinearHoles } from './linear-holes.ts';

const makers: [string, HoleListMaker][] = [
  ['indexed', (state) => new IndexedHoles(state)],
  ['plain', (state) => new LinearHoles(state)],
];

/** 1000:100, 1200:50, 1300:200, 1600:50, 1700:200 with segments between. */
const FIVE = [
  [1000, 100],
  [1200, 50],
  [1300, 200],
  [1600, 50],
  [1700, 200],
] as const;

function listOf(make: HoleListMaker, over: Partial<HoleListState> = {}): HoleList {
  const holes = FIVE.map(([base, size]) => ({ base, size }));
  return make({ order: 'address', coalesce: true, holes, rover: null, ...over });
}

const found = (list: HoleList, fit: FitName, size: number) => {
  const { hole, searched } = FITS[fit].search(list, size);
  return [hole?.base ?? null, searched];
};

function cut(list: HoleList, from: number, size: number): void {
  const hole = list.at(from);
  if (hole === null) throw new Error(`nothing is free at ${from}`);
  list.split(hole, from, size);
}

describe.each(makers)('the %s list of holes', (_, make) => {
  it('is searched by first fit up to the first that is large enough', () => {
    const list = listOf(make);
    expect(found(list, 'first', 100)).toEqual([1000, 1]);
    expect(found(list, 'first', 101)).toEqual([1300, 3]);
    expect(found(list, 'first', 201)).toEqual([null, 5]);
  });

  it('is searched whole by best fit, which takes the first of equals', () => {
    const list = listOf(make);
    expect(found(list, 'best', 50)).toEqual([1200, 5]);
    expect(found(list, 'best', 51)).toEqual([1000, 5]);
    expect(found(list, 'best', 101)).toEqual([1300, 5]);
    expect(found(list, 'best', 201)).toEqual([null, 5]);
  });

  it('is searched whole by worst fit, which takes the first of equals', () => {
    const list = listOf(make);
    expect(found(list, 'worst', 1)).toEqual([1300, 5]);
    expect(found(list, 'worst', 201)).toEqual([null, 5]);
  });

  it('is searched by next fit from the rover on, around the end, each hole once', () => {
    const list = listOf(make, { rover: 1600 });
    expect(found(list, 'next', 50)).toEqual([1600, 1]);
    expect(found(list, 'next', 60)).toEqual([1700, 2]);
    list.rover = 1700;
    expect(found(list, 'next', 150)).toEqual([1700, 1]);
    cut(list, 1700, 100);
    expect(found(list, 'next', 150)).toEqual([1300, 4]);
    expect(found(list, 'next', 1000)).toEqual([null, 5]);
  });

  it('answers every strategy with nothing when there is no hole', () => {
    const list = listOf(make, { holes: [] });
    for (const fit of ['first', 'best', 'worst', 'next'] as const) {
      expect(found(list, fit, 1)).toEqual([null, 0]);
    }
    expect(list.largest()).toBe(0);
    expect(list.rover).toBeNull();
    expect(list.at(1000)).toBeNull();
  });

  it('finds the hole of a byte, from its first to its last', () => {
    const list = listOf(make);
    expect(list.at(1200)).toEqual({ base: 1200, size: 50, position: 1 });
    expect(list.at(1249)?.base).toBe(1200);
    for (const address of [999, 1199, 1250, 5000]) expect(list.at(address)).toBeNull();
  });

  it('takes the rest of a split hole for the rover', () => {
    const list = listOf(make, { rover: 1300 });
    cut(list, 1300, 20);
    expect(list.rover).toBe(1320);
    cut(list, 1490, 10);
    expect(list.rover).toBe(1320);
  });

  it('takes the upper rest for the rover where a base was asked for in the middle', () => {
    const list = listOf(make, { rover: 1300 });
    cut(list, 1400, 10);
    expect([...list].map(({ base }) => base)).toEqual([1000, 1200, 1300, 1410, 1600, 1700]);
    expect(list.rover).toBe(1410);
  });

  it('goes on to the following hole when the rover fits exactly, from the last to the first', () => {
    const list = listOf(make, { rover: 1600 });
    cut(list, 1600, 50);
    expect(list.rover).toBe(1700);
    cut(list, 1700, 200);
    expect(list.rover).toBe(1000);
  });

  it('leaves the rover alone while other holes change', () => {
    const list = listOf(make, { rover: 1300 });
    cut(list, 1200, 50);
    cut(list, 1000, 10);
    list.release({ base: 1650, size: 10 });
    expect(list.rover).toBe(1300);
  });

  it('has no rover without holes, and the first hole that appears becomes it', () => {
    const list = listOf(make, { holes: [{ base: 1000, size: 10 }] });
    cut(list, 1000, 10);
    expect(list.rover).toBeNull();
    list.release({ base: 1000, size: 10 });
    expect(list.rover).toBe(1000);
  });

  it('takes the merged hole for the rover, wherever the rover was in it', () => {
    for (const rover of [1000, 1200]) {
      const list = listOf(make, { rover });
      expect(list.release({ base: 1100, size: 100 })).toMatchObject({ base: 1000, size: 250 });
      expect(list.rover).toBe(1000);
    }
  });

  it('takes the only hole for the rover after compaction', () => {
    const list = listOf(make, { rover: 1300 });
    list.reset({ base: 1400, size: 600 });
    expect([list.count, list.rover]).toEqual([1, 1400]);
    list.reset(null);
    expect([list.count, list.rover]).toEqual([0, null]);
  });

  it('keeps touching holes apart without coalescing', () => {
    const list = listOf(make, { coalesce: false });
    list.release({ base: 1100, size: 100 });
    expect([...list].slice(0, 3)).toMatchObject([
      { base: 1000, size: 100 },
      { base: 1100, size: 100 },
      { base: 1200, size: 50 },
    ]);
    list.check();
  });

  it('throws when a hole is cut that is not there', () => {
    const list = listOf(make);
    expect(() => list.split({ base: 1100, size: 10, position: 1 }, 1100, 5)).toThrow();
    expect(() => list.split({ base: 1000, size: 100, position: 0 }, 1090, 20)).toThrow();
    expect(() => list.positionOf(1100)).toThrow();
  });

  it('counts what a walk along a long list would have looked at', () => {
    const holes = Array.from({ length: 5000 }, (_unused, k) => ({
      base: 100 * k,
      size: 1 + ((k * 37) % 80),
    }));
    const list = listOf(make, { holes });
    for (const size of [1, 40, 77, 78, 79, 80, 81]) {
      const position = holes.findIndex((hole) => hole.size >= size);
      const walked = position < 0 ? [null, 5000] : [holes[position]?.base, position + 1];
      expect(found(list, 'first', size)).toEqual(walked);
    }
    list.check();
  });
});

describe('a list of holes in another order', () => {
  const bases = (list: HoleList) => [...list].map(({ base }) => base);

  it('puts freed bytes in front, at the back, or sorts them in by size, equals behind equals', () => {
    const freed = { base: 1500, size: 50 };
    for (const [order, expected] of [
      ['front', [1500, 1000, 1200, 1300, 1600, 1700]],
      ['back', [1000, 1200, 1300, 1600, 1700, 1500]],
      ['size-ascending', [1200, 1600, 1500, 1000, 1300, 1700]],
      ['size-descending', [1300, 1700, 1000, 1200, 1600, 1500]],
    ] as const) {
      const list = listOf(chooseHoleList, { order, coalesce: false });
      list.release(freed);
      expect(bases(list)).toEqual(expected);
    }
  });

  it('moves the rover along when it is sorted', () => {
    const list = listOf(chooseHoleList, { order: 'size-descending', rover: 1200 });
    list.release({ base: 2000, size: 10 });
    expect(list.rover).toBe(1200);
    expect(list.positionOf(1200)).toBe(3);
  });

  it('coalesces list neighbours only, and only a successor that starts where its predecessor ends', () => {
    const list = listOf(chooseHoleList, { order: 'back', rover: 1200 });
    list.release({ base: 1150, size: 50 });
    expect(list.count).toBe(6);
    list.release({ base: 1900, size: 10 });
    expect(list.count).toBe(7);
    list.release({ base: 1910, size: 10 });
    expect([...list].slice(-2)).toEqual([
      { base: 1150, size: 50 },
      { base: 1900, size: 20 },
    ]);
  });

  it('takes the merged hole for the rover when the list successor was it', () => {
    const list = listOf(chooseHoleList, { order: 'front', rover: 1000 });
    expect(list.release({ base: 900, size: 100 })).toMatchObject({ base: 900, size: 200 });
    expect(list.rover).toBe(900);
  });

  it('lets a chain of list neighbours merge in one pass', () => {
    const holes = [
      { base: 1200, size: 100 },
      { base: 1300, size: 100 },
    ];
    const list = listOf(chooseHoleList, { order: 'front', holes, rover: 1300 });
    expect(list.release({ base: 1100, size: 100 })).toMatchObject({ base: 1100, size: 300 });
    expect(list.rover).toBe(1100);
  });
});

describe('the index', () => {
  it('keeps lists in address order with nothing left to coalesce, and leaves the others to the plain list', () => {
    expect(listOf(chooseHoleList)).toBeInstanceOf(IndexedHoles);
    expect(listOf(chooseHoleList, { order: 'back' })).toBeInstanceOf(LinearHoles);
    const touching = [
      { base: 1000, size: 10 },
      { base: 1010, size: 10 },
    ];
    expect(listOf(chooseHoleList, { holes: touching })).toBeInstanceOf(LinearHoles);
    expect(listOf(chooseHoleList, { holes: touching, coalesce: false })).toBeInstanceOf(IndexedHoles);
    expect(listOf(chooseHoleList, { holes: touching.toReversed() })).toBeInstanceOf(LinearHoles);
    expect(() => new IndexedHoles({ order: 'back', coalesce: true, holes: [], rover: null })).toThrow();
  });
});
