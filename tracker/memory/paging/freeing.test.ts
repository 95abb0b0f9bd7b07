import { describe, expect, it } from 'vitest';
import { done, refusal } from './testing/done.ts';
import { freeFrames, machine } from './testing/small-machine.ts';

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
    expect(paging.snapshot().processes).toEqual([]);
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
