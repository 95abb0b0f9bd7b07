import { describe, expect, it } from 'vitest';
import { SegmentSpace } from '../segment-space.ts';
import { done, machine, refused } from '../testing/machines.ts';

describe('next fit', () => {
  /** Holes 1000:50, 1100:200 and 1400:600, the rover at the first. */
  const threeHoles = () => {
    const space = machine({ fit: 'next', maxSegments: 99 });
    done(space.alloc({ limit: 50, base: 1050 }));
    done(space.alloc({ limit: 100, base: 1300 }));
    const saved = space.snapshot();
    expect(saved.holes.map(({ base, size }) => [base, size])).toEqual([
      [1000, 50],
      [1100, 200],
      [1400, 600],
    ]);
    return SegmentSpace.restore({ ...saved, rover: 1000 });
  };

  it('goes on where it found the last hole, not at the first that would do', () => {
    const space = threeHoles();
    expect(done(space.alloc({ limit: 100 }))).toMatchObject({ base: 1100, searched: 2 });
    expect(space.snapshot().rover).toBe(1200);
    expect(done(space.alloc({ limit: 10 }))).toMatchObject({ base: 1200, searched: 1 });
    expect(done(space.alloc({ limit: 91 }))).toMatchObject({ base: 1400, searched: 2 });
    expect(done(space.alloc({ limit: 20, grows: 'down' }))).toMatchObject({ base: 2000, searched: 1 });
    expect(done(space.alloc({ limit: 489 }))).toMatchObject({ base: 1491, searched: 1 });
    expect(space.snapshot().rover).toBe(1000);
  });

  it('alone moves the rover to another hole', () => {
    const space = threeHoles();
    for (const fit of ['first', 'best', 'worst'] as const) done(space.alloc({ limit: 60, fit }));
    done(space.alloc({ limit: 10, base: 1900 }));
    expect(space.snapshot().rover).toBe(1000);
    done(space.alloc({ limit: 60, fit: 'next' }));
    expect(space.snapshot().rover).not.toBe(1000);
  });

  it('leaves the rover where it is when it finds nothing', () => {
    const space = threeHoles();
    expect(refused(space.alloc({ limit: 601 }))).toMatchObject({ code: 'no-hole', holes: 3 });
    expect(space.snapshot().rover).toBe(1000);
  });

  it('follows its hole when a segment grows into it', () => {
    const space = threeHoles();
    done(space.alloc({ limit: 20 }));
    expect(space.snapshot().rover).toBe(1020);
    done(space.resize(2, 30));
    expect(space.snapshot().rover).toBe(1030);
    done(space.resize(2, 50));
    expect(space.snapshot().rover).toBe(1100);
  });
});
