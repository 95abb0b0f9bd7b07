import { describe, expect, it } from 'vitest';
import { done, machine } from './testing/machines.ts';

describe('compaction', () => {
  it('slides the blocks together in address order and counts whole blocks', () => {
    const space = machine({ header: 4 });
    done(space.alloc({ limit: 96, base: 1504 }));
    done(space.alloc({ limit: 46, base: 1054 }));
    done(space.alloc({ limit: 16, base: 2000, grows: 'down' }));
    expect(done(space.compact())).toMatchObject({
      moved: [
        [1, 1054, 1004],
        [0, 1504, 1054],
        [2, 2000, 1170],
      ],
      bytesMoved: 50 + 100 + 20,
    });
    expect(space.holes()).toEqual([[1170, 830]]);
    expect(done(space.translate(2, 16)).physical).toBe(1154);
    expect(space.segments().map(({ id, base }) => [id, base])).toEqual([
      [0, 1054],
      [1, 1004],
      [2, 1170],
    ]);
  });

  it('leaves segments where they are that have no hole below them', () => {
    const space = machine();
    for (const limit of [100, 100, 100]) done(space.alloc({ limit }));
    done(space.free(1));
    expect(done(space.compact())).toMatchObject({ moved: [[2, 1200, 1100]], bytesMoved: 100 });
  });

  it('makes one hole of neighbours that were not coalesced', () => {
    const space = machine({ coalesce: false });
    done(space.alloc({ limit: 100 }));
    done(space.free(0));
    expect(done(space.compact())).toMatchObject({ moved: [], bytesMoved: 0 });
    expect(space.holes()).toEqual([[1000, 1000]]);
  });

  it('leaves no hole in a full space', () => {
    const space = machine();
    done(space.alloc({ limit: 1000 }));
    done(space.compact());
    expect(space.holes()).toEqual([]);
  });
});
