import { describe, expect, it } from 'vitest';
import { done, machine, refused } from './testing/machines.ts';

describe('allocating a segment', () => {
  it('begins at the segment base and puts one segment behind the other', () => {
    const space = machine();
    expect([100, 200, 300].map((limit) => done(space.alloc({ limit })).base)).toEqual([1000, 1100, 1300]);
    expect(space.holes()).toEqual([[1600, 400]]);
  });

  it('answers with id, base, limit, block and the holes looked at', () => {
    expect(machine().alloc({ limit: 100, name: 'code' })).toMatchObject({
      ok: true,
      id: 0,
      base: 1000,
      limit: 100,
      block: [1000, 100],
      searched: 1,
    });
  });

  it('gives the lowest unused id', () => {
    const space = machine();
    for (const limit of [10, 20, 30, 40]) done(space.alloc({ limit }));
    done(space.free(2));
    done(space.free(1));
    expect(done(space.alloc({ limit: 5 })).id).toBe(1);
    expect(done(space.alloc({ limit: 5 })).id).toBe(2);
    expect(done(space.alloc({ limit: 5 })).id).toBe(4);
  });

  it('refuses the sixth segment, whatever is free', () => {
    const space = machine();
    for (let k = 0; k < 5; k++) done(space.alloc({ limit: 1 }));
    expect(refused(space.alloc({ limit: 1 }))).toEqual({ code: 'segment-table-full', maxSegments: 5 });
    expect(refused(space.alloc({ limit: 1, base: 5000 })).code).toBe('segment-table-full');
  });

  it('removes a hole that fits exactly', () => {
    const space = machine();
    done(space.alloc({ limit: 1000 }));
    expect(space.holes()).toEqual([]);
    expect(space.snapshot().rover).toBeNull();
    expect(refused(space.alloc({ limit: 1 }))).toMatchObject({
      code: 'no-hole',
      free: 0,
      largest: 0,
      holes: 0,
      slide: null,
    });
  });

  it('refuses one byte more than the largest hole', () => {
    const space = machine();
    expect(refused(space.alloc({ limit: 1001 }))).toEqual({
      code: 'no-hole',
      block: 1001,
      free: 1000,
      largest: 1000,
      holes: 1,
      slide: null,
    });
    expect(done(space.alloc({ limit: 1000 })).block).toEqual([1000, 1000]);
  });

  it('takes a limit of 0, half a byte or a negative base for a bug', () => {
    for (const limit of [0, -1, 0.5, Number.NaN])
      expect(() => machine().alloc({ limit })).toThrow(RangeError);
    expect(() => machine().alloc({ limit: 1, base: -1 })).toThrow(RangeError);
  });

  it('uses the strategy of this request instead of the one of the space', () => {
    const space = machine({ fit: 'best' });
    for (const limit of [300, 10, 50, 10]) done(space.alloc({ limit }));
    done(space.free(0));
    done(space.free(2));
    expect(space.holes()).toEqual([
      [1000, 300],
      [1310, 50],
      [1370, 630],
    ]);
    expect(done(space.alloc({ limit: 20, fit: 'worst' }))).toMatchObject({ base: 1370, searched: 3 });
    expect(done(space.alloc({ limit: 20, fit: 'first' }))).toMatchObject({ base: 1000, searched: 1 });
    expect(done(space.alloc({ limit: 20 }))).toMatchObject({ base: 1310, searched: 3 });
  });

  it('keeps the header below the base and rounds the size, not the address', () => {
    const space = machine({ header: 4, align: 8 });
    expect(done(space.alloc({ limit: 1 }))).toMatchObject({ base: 1004, limit: 1, block: [1000, 12] });
    expect(done(space.alloc({ limit: 8 }))).toMatchObject({ base: 1016, limit: 8, block: [1012, 12] });
    expect(space.fragmentation().internal).toBe(24 - 9);
  });

  it('keeps names, and null where there is none', () => {
    const space = machine();
    done(space.alloc({ limit: 10, name: 'heap' }));
    done(space.alloc({ limit: 10 }));
    expect(space.segments().map(({ name }) => name)).toEqual(['heap', null]);
  });

  it('is exact for sizes and addresses beyond 32 bits', () => {
    const space = machine({ base: 2 ** 40, space: 2 ** 52 });
    done(space.alloc({ limit: 2 ** 51 + 1 }));
    expect(space.holes()).toEqual([[2 ** 40 + 2 ** 51 + 1, 2 ** 51 - 1]]);
    expect(refused(space.alloc({ limit: 2 ** 52 }))).toMatchObject({ code: 'no-hole', largest: 2 ** 51 - 1 });
    space.check();
  });
});

describe('growing down', () => {
  it('cuts the block from the high end of the hole; the base is the end, exclusive', () => {
    const space = machine();
    expect(done(space.alloc({ limit: 100, grows: 'down' }))).toMatchObject({
      base: 2000,
      block: [1900, 100],
    });
    expect(space.holes()).toEqual([[1000, 900]]);
  });

  it('keeps the header at the low address of the block', () => {
    const space = machine({ header: 16, align: 8 });
    expect(done(space.alloc({ limit: 9, grows: 'down' }))).toMatchObject({ base: 2000, block: [1968, 32] });
    expect(done(space.translate(0, 9)).physical).toBe(1991);
  });

  it('makes offsets 1 … limit legal, counted back from the base', () => {
    const space = machine();
    done(space.alloc({ limit: 100, grows: 'down' }));
    expect(done(space.translate(0, 1)).physical).toBe(1999);
    expect(done(space.translate(0, 100)).physical).toBe(1900);
    for (const offset of [0, 101]) {
      expect(refused(space.translate(0, offset))).toEqual({
        code: 'segmentation-fault',
        id: 0,
        offset,
        base: 2000,
        limit: 100,
        grows: 'down',
      });
    }
  });
});
