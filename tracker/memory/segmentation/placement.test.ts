import { describe, expect, it } from 'vitest';
import { done, machine, refused } from './testing/machines.ts';

describe('--base', () => {
  it('leaves the rest below in the place of the hole and the rest above behind it', () => {
    const space = machine({ holeOrder: 'back', coalesce: false });
    done(space.alloc({ limit: 100, base: 1500 }));
    done(space.free(0));
    done(space.alloc({ limit: 10, base: 1200 }));
    expect(space.holes()).toEqual([
      [1000, 200],
      [1210, 290],
      [1600, 400],
      [1500, 100],
    ]);
  });

  it('means the usable base: the header lies below it', () => {
    const space = machine({ header: 8 });
    expect(done(space.alloc({ limit: 10, base: 1008 }))).toMatchObject({ base: 1008, block: [1000, 18] });
  });

  it('means the high end of a segment that grows down', () => {
    const space = machine();
    expect(done(space.alloc({ limit: 10, base: 1300, grows: 'down' })).block).toEqual([1290, 10]);
  });

  it('counts the holes up to the one it lies in', () => {
    const space = machine();
    expect(done(space.alloc({ limit: 10, base: 1100 })).searched).toBe(1);
    expect(done(space.alloc({ limit: 10, base: 1200 })).searched).toBe(2);
  });

  it('may use the first and the last byte of the space, and not one more', () => {
    const end = { base: 1000, end: 2000 };
    const up = machine();
    expect(refused(up.alloc({ limit: 10, base: 999 }))).toEqual({
      code: 'out-of-space',
      from: 999,
      to: 1009,
      ...end,
    });
    expect(refused(up.alloc({ limit: 10, base: 1991 }))).toMatchObject({ from: 1991, to: 2001, ...end });
    expect(done(up.alloc({ limit: 10, base: 1000 })).base).toBe(1000);
    expect(done(up.alloc({ limit: 10, base: 1990 })).base).toBe(1990);
    const down = machine();
    expect(refused(down.alloc({ limit: 10, base: 1009, grows: 'down' }))).toMatchObject({
      from: 999,
      to: 1009,
    });
    expect(refused(down.alloc({ limit: 10, base: 2001, grows: 'down' }))).toMatchObject({
      code: 'out-of-space',
    });
    expect(refused(down.alloc({ limit: 10, base: 5, grows: 'down' }))).toMatchObject({ from: -5, to: 5 });
    expect(done(down.alloc({ limit: 10, base: 1010, grows: 'down' })).block).toEqual([1000, 10]);
    expect(done(down.alloc({ limit: 10, base: 2000, grows: 'down' })).block).toEqual([1990, 10]);
  });

  it('refuses a header that would lie below the space', () => {
    const space = machine({ header: 8 });
    expect(refused(space.alloc({ limit: 10, base: 1007 }))).toMatchObject({
      code: 'out-of-space',
      from: 999,
    });
  });

  it('refuses bytes that a segment has, and names the lowest one it meets', () => {
    const space = machine();
    done(space.alloc({ limit: 50, base: 1300 }));
    done(space.alloc({ limit: 50, base: 1200 }));
    expect(refused(space.alloc({ limit: 200, base: 1150 }))).toEqual({
      code: 'segments-overlap',
      from: 1150,
      to: 1350,
      id: 1,
      segmentFrom: 1200,
      segmentTo: 1250,
    });
    expect(refused(space.alloc({ limit: 51, base: 1249 }))).toMatchObject({
      code: 'segments-overlap',
      id: 1,
    });
    expect(refused(space.alloc({ limit: 51, base: 1250 }))).toMatchObject({
      code: 'segments-overlap',
      id: 0,
    });
    expect(done(space.alloc({ limit: 50, base: 1250 })).id).toBe(2);
  });

  it('refuses an overlap whichever of the two segments comes first', () => {
    const up = { limit: 20, base: 1100 } as const;
    const down = { limit: 20, base: 1130, grows: 'down' } as const;
    for (const [first, second] of [
      [up, down],
      [down, up],
    ] as const) {
      const space = machine();
      done(space.alloc(first));
      expect(refused(space.alloc(second))).toMatchObject({ code: 'segments-overlap', id: 0 });
    }
  });

  it('refuses free bytes that lie in two holes, and says so', () => {
    const space = machine({ coalesce: false });
    done(space.alloc({ limit: 100 }));
    done(space.free(0));
    expect(refused(space.alloc({ limit: 20, base: 1090 }))).toEqual({
      code: 'no-hole',
      block: 20,
      free: 1000,
      largest: 900,
      holes: 2,
      slide: null,
      across: [1090, 1110],
    });
  });
});
