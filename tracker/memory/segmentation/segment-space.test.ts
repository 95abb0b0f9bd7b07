import { describe, expect, it } from 'vitest';
import { SegmentSpace } from './segment-space.ts';
import { done, machine, refused } from './testing/machines.ts';

describe('freeing a segment', () => {
  it('refuses an id that is not in the table, with the ids that are', () => {
    const space = machine();
    done(space.alloc({ limit: 1 }));
    done(space.alloc({ limit: 1 }));
    done(space.free(0));
    expect(refused(space.free(0))).toEqual({ code: 'no-such-segment', id: 0, known: [1] });
    expect(refused(space.resize(7, 1))).toEqual({ code: 'no-such-segment', id: 7, known: [1] });
    expect(refused(space.translate(7, 1))).toEqual({ code: 'no-such-segment', id: 7, known: [1] });
  });

  it('merges the freed bytes with the holes on both sides', () => {
    const space = machine();
    for (const limit of [100, 200, 300]) done(space.alloc({ limit }));
    done(space.free(0));
    done(space.free(2));
    expect(space.holes()).toEqual([
      [1000, 100],
      [1300, 700],
    ]);
    done(space.free(1));
    expect(space.holes()).toEqual([[1000, 1000]]);
  });

  it('leaves neighbouring holes apart without coalescing', () => {
    const space = machine({ coalesce: false });
    for (const limit of [100, 900]) done(space.alloc({ limit }));
    done(space.free(1));
    done(space.free(0));
    expect(space.holes()).toEqual([
      [1000, 100],
      [1100, 900],
    ]);
  });
});

describe('a saved segment space', () => {
  it('is plain data with every option, the table in order of ids and the holes in list order', () => {
    const space = machine({ fit: 'next', holeOrder: 'front', coalesce: false, header: 4, align: 8 });
    done(space.alloc({ limit: 5, name: 'code' }));
    done(space.alloc({ limit: 8, grows: 'down' }));
    done(space.free(0));
    expect(space.snapshot()).toEqual({
      maxSegments: 5,
      base: 1000,
      space: 1000,
      fit: 'next',
      holeOrder: 'front',
      coalesce: false,
      header: 4,
      align: 8,
      segments: [{ id: 1, base: 2000, limit: 8, grows: 'down', name: null }],
      holes: [
        { base: 1000, size: 12 },
        { base: 1012, size: 976 },
      ],
      rover: 1012,
    });
  });

  it('without a rover starts the next search at the first hole of the list', () => {
    const saved = machine().snapshot();
    expect(SegmentSpace.restore({ ...saved, rover: null }).snapshot().rover).toBe(1000);
  });

  it('edited out of address order goes on by the rules: the next free sorts and coalesces', () => {
    const space = machine({ maxSegments: 9 });
    for (const limit of [100, 100, 100, 700]) done(space.alloc({ limit }));
    for (const id of [0, 2]) done(space.free(id));
    const saved = space.snapshot();
    const edited = SegmentSpace.restore({ ...saved, holes: saved.holes.toReversed() });
    expect(edited.holes()).toEqual([
      [1200, 100],
      [1000, 100],
    ]);
    done(edited.free(1));
    expect(edited.holes()).toEqual([[1000, 300]]);
  });

  it('that cannot be right is a bug: two owners of a byte, a lost byte, a rover that is no hole', () => {
    const space = machine();
    for (const limit of [100, 100]) done(space.alloc({ limit }));
    const saved = space.snapshot();
    const [first, second] = saved.segments;
    if (first === undefined || second === undefined) throw new Error('there are two');
    for (const wrong of [
      { segments: [first, { ...second, base: 1050 }] },
      { segments: [first, { ...second, id: 0 }] },
      { segments: [first, { ...second, id: 5 }] },
      { segments: [first] },
      { holes: [{ base: 1200, size: 799 }] },
      { holes: [] },
      { holes: [{ base: 1200, size: 801 }] },
      { holes: [{ base: 1050, size: 10 }, ...saved.holes] },
      { holes: [...saved.holes, { base: 1050, size: 10 }], holeOrder: 'back' as const },
      { holes: [...saved.holes, { base: 2000, size: 0 }] },
      { rover: 1300 },
      { maxSegments: 1 },
    ]) {
      expect(() => SegmentSpace.restore({ ...saved, ...wrong })).toThrow();
    }
  });
});

describe('the options', () => {
  it('default to first fit, address order, coalescing, no header and no rounding', () => {
    expect(new SegmentSpace().snapshot()).toMatchObject({
      fit: 'first',
      holeOrder: 'address',
      coalesce: true,
      header: 0,
      align: 1,
    });
  });

  it('throw where a number is impossible', () => {
    for (const wrong of [
      { maxSegments: 0 },
      { maxSegments: 1e9 },
      { space: 0 },
      { base: -1 },
      { align: 0 },
      { header: 0.5 },
      { base: 2 ** 53 - 1, space: 2 },
    ]) {
      expect(() => machine(wrong)).toThrow(RangeError);
    }
  });
});
