import { describe, expect, it } from 'vitest';
import { MAX_PAGES, MAX_PROCESSES } from '../../../shared/status.ts';
import { done, refusal } from './testing/done.ts';
import { residentPages } from './testing/resident-pages.ts';
import { freeFrames, machine } from './testing/small-machine.ts';

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
    expect(refusal(paging.free('P2', null))).toMatchObject({ code: 'no-such-process' });
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
      text: 'P1 alloc: pages 0-3 -> frames 0-3',
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
    expect(paging.snapshot().processes).toMatchObject([{ pid: 'P1', letter: 'A' }]);
    expect(residentPages(paging)).toEqual([]);
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
    expect(refusal(paging.free('P2', null))).toMatchObject({ code: 'no-such-process' });
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
    expect(refusal(paging.free('P2', null))).toMatchObject({ code: 'no-such-process' });
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
