import { describe, expect, it } from 'vitest';
import { Paging } from './paging.ts';
import { done, refusal } from './testing/done.ts';
import { residentPages } from './testing/resident-pages.ts';
import { freeFrames, machine } from './testing/small-machine.ts';

describe('a new machine', () => {
  it('has every frame free, in ascending order', () => {
    expect(freeFrames(machine())).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('is fifo, sets R on loads and has no TLB, unless told otherwise', () => {
    expect(machine().snapshot()).toMatchObject({
      replacement: { policy: 'fifo', refOnLoad: true, period: 1, keepCounts: false, seed: 0, randomState: 0 },
      tlb: { entries: 0, policy: 'lru', flush: false },
    });
  });

  it('has the period that its policy means by default', () => {
    expect(machine({ policy: 'nru' }).snapshot().replacement.period).toBe(1000);
    expect(machine({ policy: 'aging' }).snapshot().replacement.period).toBe(1);
  });

  it('leaves aside what belongs to another policy', () => {
    const strange = machine({ policy: 'lru', refOnLoad: false, period: 7, keepCounts: true, seed: 3 });
    expect(strange.snapshot()).toEqual(machine({ policy: 'lru' }).snapshot());
  });

  it.each([0, 1.5, 4_194_305])('cannot have %s frames', (totalFrames) => {
    expect(() => machine({ totalFrames })).toThrow(RangeError);
  });

  it.each([0, 3, 1000, -4])('cannot have pages of %s bytes', (pageSize) => {
    expect(() => machine({ pageSize })).toThrow(RangeError);
  });
});

describe('resetting the counters', () => {
  it('begins to count at zero, and leaves everything else', () => {
    const paging = machine({ totalFrames: 1, tlbEntries: 1 });
    done(paging.reserve('P1', 2, null));
    for (const page of [0, 0, 1]) done(paging.access('P1', page, 0, true));
    const { counters: _, ...before } = paging.snapshot();
    paging.resetCounters();
    const { counters, ...after } = paging.snapshot();
    expect(Object.values(counters).every((count) => count === 0)).toBe(true);
    expect(after).toEqual(before);
    done(paging.access('P1', 1, 0, false));
    expect(paging.counters).toMatchObject({ references: 1, hits: 1, faults: 0, tlbHits: 1 });
  });
});

describe('the hot path', () => {
  it('makes pages of an open process with their first reference', () => {
    const paging = machine({ totalFrames: 2 });
    const slot = paging.openProcess('trace');
    for (const page of [5, 2 ** 40, 5, 9, 5]) paging.touch(slot, page, page === 9);
    paging.check();
    expect(paging.counters).toMatchObject({
      references: 5,
      hits: 1,
      faults: 4,
      coldFaults: 3,
      evictions: 2,
      writeBacks: 0,
    });
    expect(residentPages(paging).map(({ page }) => page)).toEqual([5, 9]);
  });

  it('refuses an invalid page with -1 and changes nothing', () => {
    const paging = machine();
    done(paging.reserve('P1', 1, null));
    const slot = paging.openProcess('trace');
    paging.touch(slot, 0, false);
    const before = paging.snapshot();
    expect(paging.touch(0, 1, false)).toBe(-1);
    expect(paging.snapshot()).toEqual(before);
  });

  it('makes a process that has been restored open again when it is told to', () => {
    const paging = machine();
    paging.touch(paging.openProcess('trace'), 3, false);
    const restored = Paging.restore(paging.snapshot());
    expect(refusal(restored.access('trace', 4, 0, false))).toMatchObject({ code: 'invalid-page' });
    expect(restored.touch(restored.openProcess('trace'), 4, false)).toBe(1);
    restored.check();
  });

  it('saves no process that has no page yet', () => {
    const paging = machine();
    paging.openProcess('trace');
    expect(paging.snapshot()).toEqual(machine().snapshot());
    Paging.restore(paging.snapshot()).check();
  });

  it('lets an open process that has no page yet be freed', () => {
    const paging = machine();
    paging.openProcess('trace');
    done(paging.free('trace', null));
    expect(refusal(paging.free('trace', null))).toMatchObject({ code: 'no-such-process' });
  });

  it('refers to the right process when one has ended and another has its slot', () => {
    const paging = machine();
    done(paging.alloc('P1', 1, null));
    done(paging.access('P1', 0, 0, false));
    done(paging.free('P1', null));
    done(paging.map('P2', 0, 5));
    expect(done(paging.access('P2', 0, 0, false)).frame).toBe(5);
  });
});

describe('a policy that needs the future', () => {
  it('is refused only when a victim is needed, and then changes nothing', () => {
    const paging = machine({ totalFrames: 1, policy: 'opt' });
    done(paging.reserve('P1', 2, null));
    done(paging.access('P1', 0, 0, true));
    const before = paging.snapshot();
    expect(refusal(paging.access('P1', 1, 0, false))).toEqual({ code: 'policy-needs-future', policy: 'opt' });
    expect(paging.snapshot()).toEqual(before);
    expect(before.nextVictim).toBeNull();
  });
});
