import { describe, expect, it } from 'vitest';
import { done, refusal } from './testing/done.ts';
import { machine } from './testing/small-machine.ts';

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
      bits: 8,
    });
  });
});
