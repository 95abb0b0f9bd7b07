/** A file that a hand has edited without a new revision: --plain says what is another, whatever it is, and no event again. */
import { describe, expect, it } from 'vitest';
import {
  DIRTY,
  DISK,
  type PagingStatus,
  type PolicyName,
  REFERENCED,
  type ReplacementStatus,
  type Status,
  SWAPPED,
} from '../../shared/status.ts';
import {
  exampleStatus,
  frameRuns,
  type PageRow,
  pageRuns,
  timedRuns,
} from '../../shared/testing/example-status.ts';
import { changeInWords } from './change.ts';

const before = exampleStatus();
const EDITED = 'revision 17: the file was changed without a new revision';

/** What is said after that; what is long, in lines of its own, is joined to it. */
function told(edits: Partial<Status>, old = before): string {
  const [line = '', ...apart] = changeInWords(old, { ...old, ...edits });
  expect(line.startsWith(EDITED)).toBe(true);
  for (const each of apart) expect(each).toMatch(/^revision 17, .*\.$/);
  return [line.slice(EDITED.length), ...apart.map((each) => each.replace('revision 17, ', ''))]
    .join(' ')
    .replace(/^; /, '');
}

const paging = (edits: Partial<PagingStatus>): Partial<Status> => ({
  paging: { ...before.paging, ...edits },
});
const segmentation = (edits: Partial<Status['segmentation']>): Partial<Status> => ({
  segmentation: { ...before.segmentation, ...edits },
});
/** The second process with another table. */
function editor(...rows: readonly PageRow[]): Partial<Status> {
  const [first, second] = before.paging.processes;
  if (!first || !second) throw new Error('no process');
  return paging({ processes: [first, { ...second, table: pageRuns(...rows) }] });
}
/** As it is, but for page 1, or for those from page 3 on. */
const pageOne = (...row: PageRow): Partial<Status> =>
  editor([0, DISK, 1, SWAPPED], row, [2, 4, 1, REFERENCED | DIRTY], [3, DISK, 6, 0]);
const fromThree = (...rows: readonly PageRow[]): Partial<Status> =>
  editor([0, DISK, 1, SWAPPED], [1, 5, 1, REFERENCED], [2, 4, 1, REFERENCED | DIRTY], ...rows);

describe('an edit by hand', () => {
  it('of the layout, or of what is too long to be told whole, is said by itself', () => {
    expect(told({})).toBe(', but in nothing that is told.');
    const long = (end: string): Partial<Status> => ({ command: `refs P1 "${'0 '.repeat(2000)}${end}"` });
    expect(told(long('1'), { ...before, ...long('2') })).toBe(', but in nothing that is told.');
  });

  it.each<[string, Partial<Status>, string]>([
    ['a D bit set', pageOne(1, 5, 1, REFERENCED | DIRTY), 'D set in frame 5.'],
    ['an R bit cleared', pageOne(1, 5, 1, 0), 'R cleared in frame 5.'],
    ['a page in another frame', pageOne(1, 6, 1, DIRTY), 'editor page 1 now in 6 dirty.'],
    ['a page out of its frame', pageOne(1, DISK, 1, 0), 'editor page 1 now on disk.'],
    ['a page swapped out', pageOne(1, DISK, 1, SWAPPED), 'editor page 1 now swapped out.'],
    [
      'pages on disk, some that were swapped out',
      fromThree([3, DISK, 2, SWAPPED], [5, DISK, 4, 0]),
      'editor pages 3-4 now swapped out.',
    ],
    ['pages no longer there', fromThree([3, DISK, 4, 0]), 'editor pages 7-8 not there any more.'],
    ['further pages', fromThree([3, DISK, 6, 0], [9, 6, 2, 0]), 'editor pages 9-10 now in 6-7.'],
    ['a policy', paging({ replacement: { ...before.paging.replacement, policy: 'fifo' } }), 'policy fifo.'],
    ['the size of a page', paging({ pageSize: 1024 }), 'frames of 1 KiB.'],
    ['the next victim', paging({ nextVictim: 2 }), 'next victim: frame 2, P1 page 2.'],
    ['the free-frame list', paging({ freeList: frameRuns([6, 2]) }), 'free-frame list: 6-7.'],
    ['a load time', paging({ loads: timedRuns([0, 4, 6], [4, 2, 11]) }), 'frames loaded: 4-5 at 11-12.'],
    [
      'the load time of one of several',
      paging({ loads: timedRuns([1, 3, 7], [5, 1, 11], [4, 1, 12], [0, 1, 13]) }),
      'frames loaded: 0 at 13.',
    ],
    [
      'the load times in the midst of several',
      paging({ loads: timedRuns([0, 1, 6], [3, 1, 9], [5, 1, 11], [4, 1, 12], [1, 2, 13]) }),
      'frames loaded: 1-2 at 13-14.',
    ],
    ['a time of use', paging({ uses: timedRuns([2, 1, 9]) }), 'frames last used: 2 at 9.'],
    ['no use', paging({ uses: timedRuns() }), 'no use told any more: frame 2.'],
    ['the time', paging({ time: 13 }), 'time 13.'],
    ['the command', { command: 'by hand' }, 'command: by hand.'],
    ['when it was written', { written: '2026-11-23T00:21:08.000Z' }, 'written 2026-11-23T00:21:08.000Z.'],
    ['the door', { door: 'menu' }, 'door: menu.'],
    ['the tracker', { tracker: 4243 }, 'tracker: process 4243.'],
    ['what the config said', { configFrames: 32 }, 'config at init: 32 frames of 4 KiB.'],
    ['the fit', segmentation({ fit: 'best' }), 'placement: best fit, holes by address.'],
    ['a rover that the fit does not use', segmentation({ rover: 2000 }), 'rover at 2000.'],
    [
      'how a TLB would be replaced, were there one',
      paging({ tlb: { ...before.paging.tlb, policy: 'fifo' } }),
      'TLB of 0 entries, fifo.',
    ],
    ['the room of the table', segmentation({ maxSegments: 6 }), '6 segments at most.'],
  ])('says %s', (_, edits, said) => {
    expect(told(edits)).toBe(said);
  });

  it('says what the policy remembers, a count that a page on disk keeps, and when the TLB is emptied', () => {
    const under = (policy: PolicyName, edits: Partial<ReplacementStatus> = {}, kept = 3): Partial<Status> => {
      const replacement = { ...before.paging.replacement, keepCounts: true, ...edits, policy };
      const [first, second] = before.paging.processes;
      if (!first || !second) throw new Error('no process');
      const processes = [first, { ...second, table: pageRuns([0, DISK, 1, SWAPPED, kept]) }];
      return paging({ replacement, processes });
    };
    const edited = (policy: PolicyName, edits: Partial<ReplacementStatus>, kept?: number): string =>
      told(under(policy, edits, kept), { ...before, ...under(policy) });
    expect(edited('random', { randomState: 7 })).toBe('state of the random generator: 7.');
    expect(edited('nru', { sincePeriod: 2 })).toBe('2 references since R was last cleared.');
    expect(edited('lfu', {}, 4)).toBe('editor page 0 used 4 times.');
    const tlb = { ...before.paging.tlb, entries: 4, flush: true };
    expect(told(paging({ tlb: { ...tlb, process: 'P1' } }), { ...before, ...paging({ tlb }) })).toBe(
      'process that the TLB is for: P1.',
    );
  });

  it('says pages accessed, though only R is set', () => {
    const [first, second] = before.paging.processes;
    if (!first || !second) throw new Error('no process');
    const table = pageRuns([0, 0, 4, REFERENCED]);
    expect(told(paging({ processes: [{ ...first, table }, second] }))).toBe(
      'accessed since the load in frames 0-1.',
    );
  });

  it('says bits of many frames', () => {
    const [first, second] = before.paging.processes;
    if (!first || !second) throw new Error('no process');
    const withBits = (bits: number): Partial<Status> =>
      paging({ processes: [{ ...first, table: pageRuns([0, 0, 4, bits]) }, second] });
    const old = { ...before, ...withBits(DIRTY) };
    expect(told(withBits(REFERENCED), old)).toBe('R set in frames 0-3; D cleared in frames 0-3.');
  });

  it('says counters, those too that are now 0', () => {
    const counters = { ...before.paging.counters, references: 0, hits: 0, faults: 0, coldFaults: 0 };
    expect(told(paging({ counters }))).toBe('no references; no faults.');
    const old = {
      ...before,
      ...paging({ counters: { ...before.paging.counters, evictions: 2, writeBacks: 1 } }),
    };
    expect(told({ paging: before.paging }, old)).toBe('1 eviction; no write-backs.');
    const without = { ...before.paging.counters, evictions: 0 };
    expect(told(paging({ counters: without }))).toBe('no evictions.');
    const asked = { ...before.paging.counters, tlbHits: 1, tlbMisses: 1 };
    expect(told({ paging: before.paging }, { ...before, ...paging({ counters: asked }) })).toBe(
      'no TLB hits; no TLB misses.',
    );
  });

  it('says processes that came, went, or have another letter', () => {
    const [first, second] = before.paging.processes;
    if (!first || !second) throw new Error('no process');
    expect(told(paging({ processes: [first] }))).toBe('gone: B editor.');
    expect(told(paging({ processes: [{ ...first, letter: 'C' }, second] }))).toBe('another letter: C P1.');
    const shell = { pid: 'shell', letter: 'C', table: pageRuns([0, DISK, 2, 0]), waste: [] };
    expect(told(paging({ processes: [first, second, shell] }))).toBe(
      'new: C shell; shell pages 0-1 now on disk.',
    );
  });

  it('says processes in another order', () => {
    expect(told(paging({ processes: before.paging.processes.toReversed() }))).toBe(
      'order of the processes: B editor; A P1.',
    );
  });

  it('says the bytes of a page that are unused no longer, or now', () => {
    const [first, second] = before.paging.processes;
    if (!first || !second) throw new Error('no process');
    const withWaste = (bytes: number): Partial<Status> =>
      paging({ processes: [{ ...first, waste: [{ page: 3, bytes }] }, second] });
    expect(told(withWaste(3193), { ...before, ...withWaste(3192) })).toBe(
      'unused: 3,193 B of P1 page 3; no longer unused: 3,192 B of P1 page 3.',
    );
    const waste = [{ page: 2, bytes: 96 }];
    expect(told(paging({ processes: [{ ...first, waste }, second] }))).toBe(
      'unused: 96 B of P1 page 2; no longer unused: 96 B of P1 page 3.',
    );
  });

  it('says a segment that came, went, or is another', () => {
    const { segments } = before.segmentation;
    const [code, ...others] = segments;
    if (!code) throw new Error('no segment');
    expect(told(segmentation({ segments: [{ ...code, name: 'text' }, ...others] }))).toBe(
      'now: segment 0 text: base 1000, limit 100, grows up.',
    );
    expect(told(segmentation({ segments: others }))).toContain('gone: segment 0 code: base 1000');
    const heap = { ...code, id: 3, name: 'heap' };
    expect(told(segmentation({ segments: [...segments, heap] }))).toContain(
      'now: segment 3 heap: base 1000, limit 100, grows up',
    );
  });

  it('says an event only where it is another', () => {
    const [first, ...others] = before.events;
    if (!first) throw new Error('no event');
    expect(told({ events: [{ ...first, text: 'by hand' }, ...others] })).toBe(
      'no longer told of revision 15, time 9: alloc: P1 got 4 pages in frames 0-3; now told of revision 15, time 9: alloc: by hand.',
    );
  });

  it('of many pages is told within bounds', () => {
    const runs = (bits: number): Partial<Status> => {
      const rows = Array.from({ length: 50_000 }, (_, k): PageRow => [3 * k, 2 * k, 1, bits]);
      const [first] = before.paging.processes;
      if (!first) throw new Error('no process');
      return paging({ totalFrames: 100_000, processes: [{ ...first, table: pageRuns(...rows) }] });
    };
    const lines = changeInWords({ ...before, ...runs(0) }, { ...before, ...runs(REFERENCED) });
    expect(lines.join('')).toMatch(/R set in frames 0 2 4 .* and 49,744 more/);
    expect(lines.join('').length).toBeLessThan(10_000);
  });
});
