import { describe, expect, it } from 'vitest';
import { done, machine, refused } from './testing/machines.ts';

describe('translating', () => {
  it('makes offsets 0 … limit − 1 legal growing up', () => {
    const space = machine();
    done(space.alloc({ limit: 100, base: 1200 }));
    expect(space.translate(0, 99)).toEqual({
      ok: true,
      id: 0,
      offset: 99,
      physical: 1299,
      base: 1200,
      limit: 100,
      grows: 'up',
      happenings: [],
    });
    expect(refused(space.translate(0, 100))).toMatchObject({
      code: 'segmentation-fault',
      offset: 100,
      limit: 100,
    });
  });

  it('changes nothing', () => {
    const space = machine();
    done(space.alloc({ limit: 100 }));
    const before = space.snapshot();
    space.translate(0, 5);
    space.translate(0, 500);
    space.translateAddress(5, 1, 8);
    expect(space.snapshot()).toEqual(before);
  });

  it('selects the segment by the top bits of an address and counts back where it grows down', () => {
    const space = machine({ base: 0, space: 65536 });
    done(space.alloc({ limit: 2048, base: 32768 }));
    done(space.alloc({ limit: 3072, base: 34816 }));
    done(space.alloc({ limit: 2048, base: 28672, grows: 'down' }));
    expect(done(space.translateAddress(4200, 2, 14))).toMatchObject({
      id: 1,
      address: 4200,
      span: 4096,
      rawOffset: 104,
      offset: 104,
      base: 34816,
      limit: 3072,
      physical: 34920,
    });
    expect(done(space.translateAddress(8192 + 3072, 2, 14))).toMatchObject({
      id: 2,
      rawOffset: 3072,
      offset: 1024,
      grows: 'down',
      physical: 27648,
    });
  });

  it('refuses a logical address with the same numbers', () => {
    const space = machine();
    done(space.alloc({ limit: 10 }));
    expect(refused(space.translateAddress(20, 1, 8))).toEqual({
      code: 'segmentation-fault',
      id: 0,
      offset: 20,
      base: 1000,
      limit: 10,
      grows: 'up',
      logical: { address: 20, span: 128, segment: 0, rawOffset: 20 },
    });
    expect(refused(space.translateAddress(129, 1, 8))).toEqual({
      code: 'no-such-segment',
      id: 1,
      known: [0],
      logical: { address: 129, span: 128, segment: 1, rawOffset: 1 },
    });
  });

  it('is exact for addresses of 52 bits', () => {
    const space = machine({ base: 0, space: 2 ** 52 });
    done(space.alloc({ limit: 2 ** 51 }));
    expect(done(space.translateAddress(2 ** 51 - 1, 1, 52)).physical).toBe(2 ** 51 - 1);
  });
});
