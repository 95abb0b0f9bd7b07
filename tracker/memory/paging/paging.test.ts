import { describe, expect, it } from 'vitest';
import { MAX_PAGES, MAX_PROCESSES } from '../../../shared/status.ts';
import { Paging, type PagingOptions } from './paging.ts';
import { done, refusal } from './testing/done.ts';

function machine(options: Partial<PagingOptions> = {}): Paging {
  return new Paging({ totalFrames: 8, pageSize: 256, ...options });
}

/** The free-frame list in order. */
function freeFrames(paging: Paging): number[] {
  const { starts, counts } = paging.snapshot().freeList;
  return [...starts].flatMap((start, row) => Array.from({ length: counts[row] ?? 0 }, (_, i) => start + i));
}

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

describe('alloc', () => {
  it('takes frames from the head of the free-frame list', () => {
    const paging = machine();
    expect(done(paging.alloc('P1', 3, null))).toMatchObject({ pid: 'P1', pages: [[0, 0, 3]] });
    expect(freeFrames(paging)).toEqual([3, 4, 5, 6, 7]);
  });

  it('appends to a process after its highest page', () => {
    const paging = machine();
    done(paging.map('P1', 9, 4));
    expect(done(paging.alloc('P1', 2, null)).pages).toEqual([[10, 0, 2]]);
  });

  it('answers maximal runs', () => {
    const paging = machine();
    done(paging.map('P2', 0, 1));
    expect(done(paging.alloc('P1', 3, null)).pages).toEqual([
      [0, 0, 1],
      [1, 2, 2],
    ]);
  });

  it('takes the last free frame', () => {
    const paging = machine();
    expect(done(paging.alloc('P1', 8, null)).pages).toEqual([[0, 0, 8]]);
    expect(paging.freeFrames).toBe(0);
  });

  it('never evicts: with too few frames it is refused whole', () => {
    const paging = machine();
    done(paging.alloc('P1', 5, null));
    expect(refusal(paging.alloc('P2', 4, null))).toEqual({
      code: 'no-free-frames',
      asked: 4,
      free: 3,
      total: 8,
    });
    expect(paging.processes()).toHaveLength(1);
  });

  it('gives a page that has just been loaded R and a time, but counts no reference', () => {
    const paging = machine();
    done(paging.alloc('P1', 2, null));
    expect(paging.time).toBe(2);
    expect(paging.counters).toMatchObject({ references: 0, hits: 0, faults: 0 });
  });

  it('wastes what --bytes leaves of the last page, until that page goes', () => {
    const paging = machine();
    done(paging.alloc('P1', 2, 300));
    expect(paging.snapshot().processes[0]?.waste).toEqual([{ page: 1, bytes: 212 }]);
    expect(paging.processes()[0]?.waste).toBe(212);
    done(paging.free('P1', [[1, 1]]));
    expect(paging.snapshot().processes[0]?.waste).toEqual([]);
  });

  it('wastes nothing when the bytes fill the pages exactly', () => {
    const paging = machine();
    done(paging.alloc('P1', 2, 512));
    expect(paging.snapshot().processes[0]?.waste).toEqual([]);
  });

  it('says in the log what went where', () => {
    const [happening] = done(machine().alloc('P1', 4, null)).happenings;
    expect(happening).toEqual({
      kind: 'alloc',
      time: 4,
      frame: null,
      text: 'P1 alloc: 4 pages, 0-3 -> frames 0-3',
      candidates: [],
    });
  });

  it('is a bug with fewer than one page', () => {
    expect(() => machine().alloc('P1', 0, null)).toThrow(RangeError);
  });
});

describe('reserve', () => {
  it('makes pages without frames', () => {
    const paging = machine();
    expect(done(paging.reserve('P1', 5, null)).pages).toEqual([[0, null, 5]]);
    expect(paging.freeFrames).toBe(8);
    expect(paging.processes()).toMatchObject([{ pid: 'P1', letter: 'A', pages: 5, resident: 0 }]);
  });

  it('may reserve far more pages than there are frames', () => {
    const paging = machine();
    done(paging.reserve('P1', 1_000_000, null));
    expect(done(paging.access('P1', 999_999, 0, false))).toMatchObject({ frame: 0, cold: true });
    paging.check();
  });

  it('is refused before it takes any memory when all processes together would have too many pages', () => {
    const paging = machine();
    done(paging.reserve('P1', 10, null));
    expect(refusal(paging.reserve('P2', MAX_PAGES - 9, null))).toEqual({
      code: 'too-many-pages',
      asked: MAX_PAGES - 9,
      limit: MAX_PAGES,
    });
    expect(paging.processes()).toHaveLength(1);
  });

  it('is refused to one process more than a memory may have', () => {
    const paging = machine();
    for (let k = 0; k < MAX_PROCESSES; k++) done(paging.reserve(`P${k}`, 1, null));
    const full = { code: 'too-many-processes', limit: MAX_PROCESSES };
    expect(refusal(paging.reserve('one-more', 1, null))).toEqual(full);
    expect(refusal(paging.map('one-more', 0, 0))).toEqual(full);
    done(paging.free('P7', null));
    done(paging.reserve('one-more', 1, null));
  });

  it('is refused where page numbers end', () => {
    const paging = machine();
    const last = 2 ** 53 / 256 - 1;
    done(paging.map('P1', last, 0));
    expect(refusal(paging.reserve('P1', 1, null))).toEqual({
      code: 'page-out-of-range',
      page: last + 1,
      limit: last + 1,
    });
  });
});

describe('map', () => {
  it('puts one page into one chosen frame', () => {
    const paging = machine();
    expect(done(paging.map('P1', 7, 3)).pages).toEqual([[7, 3, 1]]);
    expect(freeFrames(paging)).toEqual([0, 1, 2, 4, 5, 6, 7]);
  });

  it('makes a reserved page resident', () => {
    const paging = machine();
    done(paging.reserve('P1', 2, null));
    done(paging.map('P1', 1, 5));
    expect(done(paging.access('P1', 1, 0, false))).toMatchObject({ fault: false, frame: 5 });
  });

  it('refuses a page that is resident', () => {
    const paging = machine();
    done(paging.map('P1', 7, 3));
    expect(refusal(paging.map('P1', 7, 4))).toEqual({ code: 'page-resident', pid: 'P1', page: 7, frame: 3 });
  });

  it('refuses a frame in use, and says whose', () => {
    const paging = machine();
    done(paging.map('P1', 7, 3));
    expect(refusal(paging.map('P2', 0, 3))).toEqual({ code: 'frame-taken', frame: 3, pid: 'P1', page: 7 });
    expect(paging.processes()).toHaveLength(1);
  });

  it('takes the last frame and refuses the one after it', () => {
    const paging = machine();
    expect(paging.map('P1', 0, 7).ok).toBe(true);
    expect(refusal(paging.map('P1', 1, 8))).toEqual({ code: 'no-such-frame', frame: 8, total: 8 });
  });

  it('takes page numbers up to the last exact address', () => {
    const paging = machine();
    const last = 2 ** 53 / 256 - 1;
    done(paging.map('P1', last, 0));
    expect(done(paging.translate('P1', Number.MAX_SAFE_INTEGER))).toMatchObject({ page: last, offset: 255 });
    expect(refusal(paging.map('P1', last + 1, 1))).toMatchObject({ code: 'page-out-of-range' });
    paging.check();
  });
});

describe('free', () => {
  it('appends the frames to the free-frame list in ascending page order, whatever was typed', () => {
    const paging = machine();
    done(paging.map('P1', 0, 6));
    done(paging.map('P1', 1, 2));
    done(paging.map('P1', 2, 4));
    done(
      paging.free('P1', [
        [2, 2],
        [0, 1],
      ]),
    );
    expect(freeFrames(paging)).toEqual([0, 1, 3, 5, 7, 6, 2, 4]);
  });

  it('makes a list such as 3 5 7 2 out of separate frees', () => {
    const paging = machine();
    done(paging.alloc('P1', 8, null));
    for (const page of [3, 5, 7, 2]) done(paging.free('P1', [[page, page]]));
    expect(done(paging.alloc('P2', 4, null)).pages).toEqual([
      [0, 3, 1],
      [1, 5, 1],
      [2, 7, 1],
      [3, 2, 1],
    ]);
  });

  it('takes each page once, however often it is named', () => {
    const paging = machine();
    done(paging.alloc('P1', 4, null));
    expect(
      done(
        paging.free('P1', [
          [1, 2],
          [2, 2],
          [1, 1],
        ]),
      ).pages,
    ).toEqual([[1, 1, 2]]);
  });

  it('renumbers nothing when pages in the middle go', () => {
    const paging = machine();
    done(paging.alloc('P1', 4, null));
    done(paging.free('P1', [[1, 2]]));
    expect(refusal(paging.translate('P1', 256))).toEqual({
      code: 'invalid-page',
      pid: 'P1',
      page: 1,
      valid: '0, 3',
    });
    expect(done(paging.translate('P1', 3 * 256))).toMatchObject({ page: 3, frame: 3 });
  });

  it('refuses a list with a missing page, and frees nothing', () => {
    const paging = machine();
    done(paging.alloc('P1', 3, null));
    expect(refusal(paging.free('P1', [[0, 3]]))).toEqual({
      code: 'no-such-page',
      pid: 'P1',
      page: 3,
      valid: '0-2',
    });
    expect(paging.freeFrames).toBe(5);
  });

  it('looks at no more pages of an endless range than there are', () => {
    const paging = machine();
    done(paging.alloc('P1', 3, null));
    expect(refusal(paging.free('P1', [[1, 2 ** 44]]))).toMatchObject({ code: 'no-such-page', page: 3 });
  });

  it('refuses a process that does not exist', () => {
    const paging = machine();
    done(paging.alloc('P1', 1, null));
    expect(refusal(paging.free('P2', null))).toEqual({ code: 'no-such-process', pid: 'P2', known: ['P1'] });
  });

  it('ends the process with its last page', () => {
    const paging = machine();
    done(paging.alloc('P1', 2, null));
    done(paging.free('P1', [[0, 0]]));
    done(paging.free('P1', [[1, 1]]));
    expect(paging.processes()).toEqual([]);
    expect(refusal(paging.access('P1', 0, 0, false))).toMatchObject({ code: 'no-such-process' });
  });

  it('returns no frame for a page that is not resident, and answers null for it', () => {
    const paging = machine();
    done(paging.reserve('P1', 2, null));
    done(paging.alloc('P1', 1, null));
    expect(done(paging.free('P1', null)).pages).toEqual([
      [0, null, 2],
      [2, 0, 1],
    ]);
    expect(freeFrames(paging)).toEqual([1, 2, 3, 4, 5, 6, 7, 0]);
  });

  it('writes nothing back', () => {
    const paging = machine();
    done(paging.alloc('P1', 1, null));
    done(paging.access('P1', 0, 0, true));
    done(paging.free('P1', null));
    expect(paging.counters.writeBacks).toBe(0);
  });

  it('forgets that a page was ever resident: a new page of that number faults cold', () => {
    const paging = machine();
    done(paging.alloc('P1', 2, null));
    done(paging.free('P1', [[1, 1]]));
    done(paging.reserve('P1', 1, null));
    expect(done(paging.access('P1', 1, 0, false))).toMatchObject({ fault: true, cold: true });
  });
});

describe('letters', () => {
  it('are the lowest unused ones', () => {
    const paging = machine();
    for (const pid of ['P1', 'P2', 'P3']) done(paging.reserve(pid, 1, null));
    done(paging.free('P2', null));
    done(paging.reserve('P4', 1, null));
    expect(paging.processes().map(({ pid, letter }) => pid + letter)).toEqual(['P1A', 'P3C', 'P4B']);
  });

  it('become # when A to Z are taken', () => {
    const paging = machine();
    for (let i = 0; i < 28; i++) done(paging.reserve(`P${i}`, 1, null));
    expect(
      paging
        .processes()
        .map(({ letter }) => letter)
        .slice(24),
    ).toEqual(['Y', 'Z', '#', '#']);
    done(paging.free('P3', null));
    done(paging.reserve('Q', 1, null));
    expect(paging.processes().at(-1)?.letter).toBe('D');
  });

  it.each(['__proto__', 'constructor', '007', '1e3'])(
    'come to a process named %s like to any other',
    (pid) => {
      const paging = machine();
      done(paging.alloc(pid, 2, null));
      expect(paging.processes()).toEqual([{ pid, letter: 'A', pages: 2, resident: 2, waste: 0 }]);
      expect(done(paging.access(pid, 1, 0, false)).frame).toBe(1);
    },
  );
});

describe('access', () => {
  it('translates: physical = frame × page size + offset', () => {
    const paging = machine();
    done(paging.map('P1', 2, 5));
    expect(done(paging.access('P1', 2, 7, false))).toMatchObject({
      frame: 5,
      offset: 7,
      physical: 5 * 256 + 7,
    });
  });

  it('loads a reserved page at its first access: a cold fault', () => {
    const paging = machine();
    done(paging.reserve('P1', 2, null));
    const answer = done(paging.access('P1', 1, 0, false));
    expect(answer).toMatchObject({
      fault: true,
      cold: true,
      frame: 0,
      victim: null,
      tlb: null,
      explanation: null,
    });
    expect(answer.happenings.map(({ text }) => text)).toEqual(['P1 page 1 -> frame 0 (page fault, cold)']);
    expect(answer.why).toBe(
      'P1 page 1 was never resident: a cold page fault; it goes into frame 0, the head of the free-frame list',
    );
  });

  it('never confuses an invalid page with a page fault', () => {
    const paging = machine();
    done(paging.reserve('P1', 2, null));
    expect(refusal(paging.access('P1', 2, 0, false))).toEqual({
      code: 'invalid-page',
      pid: 'P1',
      page: 2,
      valid: '0-1',
    });
    expect(paging.counters.references).toBe(0);
  });

  it('evicts when no frame is free, and says whom and why', () => {
    const paging = machine({ totalFrames: 2 });
    done(paging.alloc('P2', 1, null));
    done(paging.alloc('P1', 1, null));
    done(paging.access('P2', 0, 0, true));
    done(paging.reserve('P1', 1, null));
    const answer = done(paging.access('P1', 1, 0, false));
    expect(answer).toMatchObject({
      fault: true,
      frame: 0,
      victim: { pid: 'P2', page: 0, frame: 0, dirty: true },
    });
    const sentence =
      'evicted P2 page 0 from frame 0 (dirty, so written back): loaded at 1, the longest resident; ' +
      'runner-up P1 page 0 in frame 1, loaded at 2';
    expect(answer.happenings).toEqual([
      {
        kind: 'evict',
        time: 4,
        frame: 0,
        text: sentence,
        candidates: [
          { pid: 'P2', page: 0, frame: 0, number: 'loaded at 1' },
          { pid: 'P1', page: 0, frame: 1, number: 'loaded at 2' },
        ],
      },
      { kind: 'fault', time: 4, frame: 0, text: 'P1 page 1 -> frame 0 (page fault, cold)', candidates: [] },
    ]);
    expect(answer.why).toBe(
      `P1 page 1 was never resident: a cold page fault; no frame is free, so it goes into frame 0: ${sentence}`,
    );
  });

  it('writes back a dirty page only: a page loads clean', () => {
    const paging = machine({ totalFrames: 1 });
    done(paging.reserve('P1', 3, null));
    done(paging.access('P1', 0, 0, true));
    expect(done(paging.access('P1', 1, 0, false)).victim?.dirty).toBe(true);
    expect(done(paging.access('P1', 2, 0, false)).victim?.dirty).toBe(false);
    expect(paging.counters).toMatchObject({ evictions: 2, writeBacks: 1 });
  });

  it('faults on a page that was swapped out, but not cold', () => {
    const paging = machine({ totalFrames: 1 });
    done(paging.reserve('P1', 2, null));
    for (const page of [0, 1, 0]) done(paging.access('P1', page, 0, false));
    expect(paging.counters).toMatchObject({ faults: 3, coldFaults: 2 });
  });

  it('counts a page that alloc loaded as having been resident', () => {
    const paging = machine({ totalFrames: 1 });
    done(paging.alloc('P1', 1, null));
    done(paging.reserve('P1', 1, null));
    done(paging.access('P1', 1, 0, false));
    expect(done(paging.access('P1', 0, 0, false))).toMatchObject({ fault: true, cold: false });
  });

  it('lists up to 64 candidates, or as many as it is asked for', () => {
    const paging = machine({ totalFrames: 100 });
    done(paging.alloc('P1', 100, null));
    done(paging.reserve('P1', 2, null));
    expect(done(paging.access('P1', 100, 0, false)).explanation?.candidates).toHaveLength(64);
    const all = done(paging.access('P1', 101, 0, false, Number.POSITIVE_INFINITY));
    expect(all.explanation).toMatchObject({ total: 100, victim: { page: 1 }, runnerUp: { page: 2 } });
    expect(all.explanation?.candidates).toHaveLength(100);
    expect(all.happenings[0]?.candidates).toHaveLength(8);
  });
});

describe('refusalOf', () => {
  it('is null for references that can all be done', () => {
    const paging = machine();
    done(paging.reserve('P1', 3, null));
    expect(paging.refusalOf('P1', [0, 1, 2, 0])).toBeNull();
  });

  it('names the first page that is invalid', () => {
    const paging = machine();
    done(paging.reserve('P1', 3, null));
    expect(paging.refusalOf('P1', [0, 3, 4])).toMatchObject({ code: 'invalid-page', page: 3 });
  });

  it('foresees that opt will need its future', () => {
    const paging = machine({ totalFrames: 2, policy: 'opt' });
    done(paging.reserve('P1', 3, null));
    expect(paging.refusalOf('P1', [0, 1, 0, 1])).toBeNull();
    expect(paging.refusalOf('P1', [0, 1, 2])).toEqual({ code: 'policy-needs-future', policy: 'opt' });
  });
});

describe('translate', () => {
  it('touches nothing', () => {
    const paging = machine({ tlbEntries: 2 });
    done(paging.alloc('P1', 2, null));
    const before = paging.snapshot();
    expect(done(paging.translate('P1', 300))).toMatchObject({
      address: 300,
      page: 1,
      offset: 44,
      frame: 1,
      physical: 300,
    });
    expect(paging.snapshot()).toEqual(before);
  });

  it('is refused with a page fault where access would load the page', () => {
    const paging = machine();
    done(paging.reserve('P1', 1, null));
    expect(refusal(paging.translate('P1', 0))).toEqual({ code: 'page-fault', pid: 'P1', page: 0 });
  });

  it('walks a multi-level page table, valid entries marked', () => {
    const paging = machine();
    done(paging.map('P1', 0x21, 0));
    expect(done(paging.translateLevels('P1', 0x2105, [4, 4]))).toMatchObject({
      page: 0x21,
      offset: 5,
      levels: [
        { index: 2, firstPage: 0x20, lastPage: 0x2f, valid: true },
        { index: 1, firstPage: 0x21, lastPage: 0x21, valid: true },
      ],
    });
    expect(refusal(paging.translateLevels('P1', 0x10000, [4, 4]))).toEqual({
      code: 'page-out-of-range',
      page: 256,
      limit: 256,
    });
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
    expect(paging.residentPages('trace').map(({ page }) => page)).toEqual([5, 9]);
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
    expect(paging.processes()).toEqual([]);
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
