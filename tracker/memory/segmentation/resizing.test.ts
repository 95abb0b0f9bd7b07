import { describe, expect, it } from 'vitest';
import { done, machine, refused } from './testing/machines.ts';

describe('resizing a segment', () => {
  it('grows up into the hole after it', () => {
    const space = machine();
    done(space.alloc({ limit: 100 }));
    expect(done(space.resize(0, 150))).toMatchObject({ id: 0, base: 1000, limit: 150, block: [1000, 150] });
    expect(space.holes()).toEqual([[1150, 850]]);
    done(space.resize(0, 1000));
    expect(space.holes()).toEqual([]);
  });

  it('grows down into the hole before it; the base stays', () => {
    const space = machine({ header: 8 });
    done(space.alloc({ limit: 92, grows: 'down' }));
    expect(done(space.resize(0, 192))).toMatchObject({
      base: 2000,
      limit: 192,
      block: [1800, 200],
      growth: 100,
    });
    expect(space.holes()).toEqual([[1000, 800]]);
    expect(done(space.translate(0, 192)).physical).toBe(1808);
  });

  it('refuses growth that the hole at the edge has no room for, by one byte', () => {
    const space = machine();
    for (const limit of [100, 50, 100]) done(space.alloc({ limit }));
    done(space.free(1));
    expect(refused(space.resize(0, 151))).toEqual({
      code: 'no-hole',
      block: 151,
      free: 800,
      largest: 750,
      holes: 2,
      slide: {
        holes: [
          [1100, 50],
          [1250, 750],
        ],
        segments: [2],
        bytes: 100,
        size: 800,
      },
      growth: { id: 0, edge: 1100, needed: 51, hole: [1100, 50], remedy: { free: [2], compact: false } },
    });
    expect(done(space.resize(0, 150)).block).toEqual([1000, 150]);
  });

  it('refuses growth into a segment or the end of the space', () => {
    const space = machine();
    done(space.alloc({ limit: 100 }));
    done(space.alloc({ limit: 100, base: 1100 }));
    done(space.alloc({ limit: 100, base: 1000 + 900 }));
    done(space.alloc({ limit: 10, base: 1210, grows: 'down' }));
    for (const [id, limit, edge] of [
      [0, 101, 1100],
      [2, 101, 2000],
      [3, 11, 1200],
    ] as const) {
      expect(refused(space.resize(id, limit))).toMatchObject({
        code: 'no-hole',
        growth: { id, edge, needed: 1, hole: null },
      });
    }
  });

  it('uses only the one hole at the edge, even if another touches that', () => {
    const space = machine({ coalesce: false });
    for (const limit of [100, 100, 800]) done(space.alloc({ limit }));
    done(space.free(2));
    done(space.free(1));
    expect(refused(space.resize(0, 201))).toMatchObject({ growth: { hole: [1100, 100] } });
    done(space.resize(0, 200));
    expect(space.holes()).toEqual([[1200, 800]]);
  });

  it('frees what it shrinks by, which coalesces as on free', () => {
    const space = machine();
    done(space.alloc({ limit: 100 }));
    done(space.alloc({ limit: 100, grows: 'down' }));
    expect(done(space.resize(0, 60)).growth).toBe(-40);
    expect(space.holes()).toEqual([[1060, 840]]);
    done(space.resize(1, 1));
    expect(space.holes()).toEqual([[1060, 939]]);
  });

  it('puts what it shrinks by where the order of the list says', () => {
    const space = machine({ holeOrder: 'back', coalesce: false });
    done(space.alloc({ limit: 100 }));
    done(space.resize(0, 40));
    expect(space.holes()).toEqual([
      [1100, 900],
      [1040, 60],
    ]);
  });

  it('moves no byte when the rounding has room for the new limit', () => {
    const space = machine({ align: 8 });
    done(space.alloc({ limit: 3 }));
    expect(done(space.resize(0, 8))).toMatchObject({ limit: 8, block: [1000, 8], growth: 0 });
    expect(done(space.resize(0, 8)).growth).toBe(0);
    expect(space.holes()).toEqual([[1008, 992]]);
    expect(done(space.translate(0, 7)).physical).toBe(1007);
  });
});
