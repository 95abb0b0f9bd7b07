import { describe, expect, it } from 'vitest';
import { done, machine } from './testing/machines.ts';

describe('fragmentation', () => {
  it('is 1 − largest hole / free bytes outside, and what blocks have beyond limits inside', () => {
    const space = machine({ align: 10 });
    for (const limit of [95, 100, 100]) done(space.alloc({ limit }));
    done(space.free(1));
    expect(space.fragmentation()).toEqual({
      freeBytes: 800,
      largestHole: 700,
      holes: 2,
      external: 1 - 700 / 800,
      internal: 5,
    });
  });

  it('is 0 outside when nothing is free', () => {
    const space = machine();
    done(space.alloc({ limit: 1000 }));
    expect(space.fragmentation()).toMatchObject({ freeBytes: 0, largestHole: 0, holes: 0, external: 0 });
  });
});
