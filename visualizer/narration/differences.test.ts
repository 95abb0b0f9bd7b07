import { describe, expect, it } from 'vitest';
import { REFERENCED, type Status } from '../../shared/status.ts';
import { exampleStatus, pageRuns, timedRuns } from '../../shared/testing/example-status.ts';
import { happened, narrator, paging, told } from '../testing/narration.ts';

describe('the narration of a change', () => {
  const before = exampleStatus();
  const clock = (changes: Partial<Status['paging']>, hand = 0): Status =>
    paging({ replacement: { ...before.paging.replacement, policy: 'clock', hand }, ...changes });

  it('says where the clock hand stands and which R bits it has cleared', () => {
    const [first] = before.paging.processes;
    if (!first) throw new Error('no process');
    const table = pageRuns([0, 0, 1, REFERENCED], [1, 1, 3, 0]);
    const processes = [{ ...first, table }, ...before.paging.processes.slice(1)];
    expect(told(clock({}), clock({ processes }, 4))[1]).toBe('clock hand: frame 4; R cleared in frames 1-3.');
  });

  it('says which R bits the clock hand has cleared on a full circle', () => {
    const [first] = before.paging.processes;
    if (!first) throw new Error('no process');
    const processes = [{ ...first, table: pageRuns([0, 0, 4, 0]) }, ...before.paging.processes.slice(1)];
    const counters = { ...before.paging.counters, evictions: 2 };
    expect(told(clock({}), clock({ processes, counters }))[1]).toBe('2 evictions; R cleared in frames 0-3.');
  });

  it('says what the TLB gets and loses, and how often it knew', () => {
    const tlb = (...pages: readonly number[]) => ({
      ...before.paging.tlb,
      entries: 2,
      content: pages.map((page) => ({ pid: 'P1', page, frame: page })),
    });
    const counters = { ...before.paging.counters, tlbHits: 1, tlbMisses: 2 };
    expect(
      told(
        paging({ tlb: tlb(0, 1) }),
        paging({ tlb: tlb(1, 2), counters }),
        paging({ tlb: tlb(2, 1), counters }),
        paging({ tlb: tlb(2, 1), counters }),
      ),
    ).toEqual([
      'TLB gets P1 page 0 in frame 0, P1 page 1 in frame 1.',
      'TLB 1 hit in 3 (33.3%); TLB loses P1 page 0 in frame 0; TLB gets P1 page 2 in frame 2.',
      // A hit under lru: the inspector says which goes next.
      'TLB order, the next to go first: P1 page 2 in frame 2, P1 page 1 in frame 1.',
      '.',
    ]);
  });

  it('says where compaction has put the segments, and where next fit goes on', () => {
    const { segmentation } = before;
    const segments = segmentation.segments.map((segment) =>
      segment.id === 2 ? { ...segment, base: 1600 } : segment,
    );
    const next = { ...segmentation, fit: 'next' as const };
    const holes = [{ base: 1600, size: 64_936 }];
    expect(
      told(
        { ...before, segmentation: next },
        { ...before, segmentation: { ...next, segments, holes, rover: 1600 } },
      ),
    ).toEqual([
      'the next search begins at 1300.',
      'holes 1600:64936; the next search begins at 1600; external fragmentation 1 − largest 63.4 KiB ÷ free 63.4 KiB = 0%; segment 2 now at 1600.',
    ]);
  });

  it('says when frames were loaded and last used, where no event says it', () => {
    const loads = timedRuns([0, 4, 6], [5, 1, 11], [4, 1, 12], [6, 2, 13]);
    const now = paging({ loads, uses: timedRuns([2, 1, 10], [0, 2, 15]), time: 16 });
    expect(told(now)).toEqual(['time 16; frames loaded: 6-7 at 13-14; frames last used: 0-1 at 15-16.']);
    // A run that began before, and one whose times the events tell.
    const longer = { ...now, paging: { ...now.paging, uses: timedRuns([1, 4, 9]), loads } };
    const events = [13, 14].map((time) => ({ ...happened(18, 'fault', `at ${time}`), time }));
    const watch = narrator();
    watch.seen(before);
    expect(watch.seen({ ...longer, revision: 18, command: 'x', events: [...events] })).toEqual([
      'revision 18: x; time 13: fault: at 13; time 14: fault: at 14; time 16.',
    ]);
    expect(told(paging({ uses: timedRuns([1, 6, 9]), time: 14 }))).toEqual([
      'time 14; frames last used: 5-6 at 13-14.',
    ]);
  });

  it('says what lfu counts of a page', () => {
    const [first] = before.paging.processes;
    if (!first) throw new Error('no process');
    const used = (uses: number): Status => {
      const processes = [{ ...first, table: pageRuns([0, 0, 4, REFERENCED, uses]) }];
      return paging({ processes, replacement: { ...before.paging.replacement, policy: 'lfu' } });
    };
    expect(told(used(1), used(2))[1]).toBe('P1 pages 0-3 used 2 times.');
  });

  it('says which page it is that is not filled, and where headers and rounding are', () => {
    const [first] = before.paging.processes;
    if (!first) throw new Error('no process');
    const waste = [...first.waste, { page: 1, bytes: 3192 }];
    const processes = [{ ...first, waste }, ...before.paging.processes.slice(1)];
    expect(told(paging({ processes }))).toEqual([
      'internal fragmentation 3.2 KiB in pages; unused: 3,192 B of P1 page 1.',
    ]);
    const { segmentation } = before;
    const holes = [{ base: 1320, size: 380 }, ...segmentation.holes.slice(1)];
    expect(told({ ...before, segmentation: { ...segmentation, holes } })[0]).toMatch(
      /; internal fragmentation 20 B in segments; headers and rounding: 1300:20\.$/,
    );
  });
});
