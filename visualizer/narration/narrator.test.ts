import { describe, expect, it } from 'vitest';
import { REFERENCED, type Status, type StatusEvent } from '../../shared/status.ts';
import { exampleStatus, frameRuns, pageRuns } from '../../shared/testing/example-status.ts';
import { firstCommand } from '../first-command.ts';
import type { Observation } from '../observation.ts';
import { madeStatus } from '../testing/statuses.ts';
import { Narrator } from './narrator.ts';

/** A narrator whose clock only the test moves, and what it said since it was last asked. */
function narrator({ alive = true, file = 'memory_status.txt' } = {}) {
  let lines: string[] = [];
  let now = Date.parse('2026-11-23T12:00:00Z');
  const telling = new Narrator({
    file,
    firstCommand: firstCommand(file),
    now: () => now,
    isAlive: () => alive,
    say: (line) => lines.push(line),
  });
  const said = (): string[] => {
    const all = lines;
    lines = [];
    return all;
  };
  return {
    said,
    /** The lines that a new status brings, without the time of day. */
    seen(status: Status): string[] {
      telling.observe({ kind: 'ok', status, bytes: new Uint8Array() });
      return said().map((line) => line.replace(/^([\d-]+ )?\d\d:\d\d:\d\d /, ''));
    },
    observe(observation: Observation): string[] {
      telling.observe(observation);
      return said();
    },
    wait(milliseconds: number): string[] {
      now += milliseconds;
      telling.look();
      return said();
    },
    /** The process that wrote the file ends. */
    end() {
      alive = false;
    },
  };
}

const happened = (revision: number, kind: StatusEvent['kind'], text: string): StatusEvent => ({
  ...{ revision, time: revision, kind, frame: null, text, candidates: [] },
});

describe('the narration of the state', () => {
  it('is all that the dashboard shows', () => {
    const lines = narrator().seen(exampleStatus()).join('\n');
    for (const words of [
      'LIVE: memory_status.txt',
      'revision 17: access P2 8192 --write',
      'Memory: 8 frames of 4 KiB, 6 of 8 frames used (75%), policy lru.',
      'Free-frame list: 7 6.',
      'Frames by load time: 0-3 at 6-9, 5 at 11, 4 at 12.',
      'Frames by last use since: 2 at 10.',
      'Counters: 5 references, 2 hits 40.0%, 3 faults',
      'Process A P1: 4 pages, 4 in frames. Pages 0-1 in 0-1 referenced, 2-3',
      'Process B editor: 9 pages, 2 in frames.',
      'Pages 0 swapped out, 1 in 5 referenced, 2 in 4 referenced dirty, 3-8 on disk.',
      'Segment 2 stack: base 2000, limit 300, grows down.',
      'Placement: first fit, holes by address.',
      'Holes: ',
      'external 1 − largest 63.0 KiB ÷ free 63.4 KiB = 1%',
      'Before, at revision 17: evict: P2 page 0 left frame 4: loaded first',
    ]) {
      expect(lines).toContain(words);
    }
  });

  it.each([
    ['lfu', 'referenced used 3 times'],
    ['aging', 'referenced age 00000011'],
  ] as const)('has what %s remembers of a page', (policy, words) => {
    const { paging } = exampleStatus();
    const [first] = paging.processes;
    if (!first) throw new Error('no process');
    const processes = [{ ...first, table: pageRuns([0, 0, 1, REFERENCED, 3]) }];
    const replacement = { ...paging.replacement, policy };
    const status = exampleStatus({ paging: { ...paging, processes, replacement } });
    expect(narrator().seen(status).join('\n')).toContain(`Pages 0 in 0 ${words}.`);
  });

  it('stays short for a large memory, and says how much more there is', () => {
    const lines = narrator().seen(madeStatus({ totalFrames: 100_000, processes: 100 }));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
    expect(lines.join('\n')).toMatch(/and [\d,]+ more runs\./);
    expect(lines.join('\n')).toMatch(/and 36 more processes\./);
  });
});

describe('the narration of a change', () => {
  const before = exampleStatus();

  it('is one line with the time, the revision, the command, every reason, and what has changed', () => {
    const watch = narrator();
    watch.seen(before);
    const events = [
      happened(18, 'evict', 'evicted P1 page 0: used at 3, unused for longest'),
      happened(18, 'fault', 'P2 page 9 -> frame 0 (page fault, cold)'),
    ];
    const counters = { ...before.paging.counters, references: 6, faults: 4 };
    const now = { ...before, revision: 18, events, paging: { ...before.paging, counters } };
    expect(watch.seen({ ...now, command: 'access P2 36864' })).toEqual([
      'revision 18: access P2 36864; evict: evicted P1 page 0: used at 3, unused for longest; fault: P2 page 9 -> frame 0 (page fault, cold); 2 hits in 6 references (33.3%); 4 faults (3 cold).',
    ]);
  });

  it('says once what kind of event it was', () => {
    const watch = narrator();
    watch.seen(before);
    const alloc = happened(18, 'alloc', 'P2 alloc: pages 0-2 -> frames 1-3');
    const [line] = watch.seen({ ...before, revision: 18, command: 'alloc P2 3', events: [alloc] });
    expect(line).toBe('revision 18: alloc P2 3; P2 alloc: pages 0-2 -> frames 1-3.');
    const reset = happened(19, 'reset', 'counters at zero');
    expect(watch.seen({ ...before, revision: 19, events: [reset] })[0]).toContain(
      '; reset: counters at zero.',
    );
  });

  it('says holes and fragmentation where they changed, and the next victim', () => {
    const watch = narrator();
    watch.seen(before);
    const segmentation = { ...before.segmentation, holes: [{ base: 1000, size: 50 }] };
    const [line] = watch.seen({
      ...before,
      revision: 18,
      segmentation,
      paging: { ...before.paging, nextVictim: 2 },
    });
    expect(line).toContain('holes 1000:50; external fragmentation 1 − largest 50 B ÷ free 50 B = 0%');
    expect(line).toContain('next victim: frame 2, P1 page 2');
  });

  /** What the line of each of these says after its command. */
  function told(...statuses: readonly Status[]): string[] {
    const watch = narrator();
    watch.seen(before);
    return statuses.map((status, index) => {
      const [line = ''] = watch.seen({ ...status, revision: 18 + index, command: 'x', events: [] });
      return line.replace(/^revision \d+: x;? ?/, '');
    });
  }
  const paging = (changes: Partial<Status['paging']>): Status => ({
    ...before,
    paging: { ...before.paging, ...changes },
  });
  const clock = (changes: Partial<Status['paging']>, hand = 0): Status =>
    paging({ replacement: { ...before.paging.replacement, policy: 'clock', hand }, ...changes });

  it('says nothing of what stayed as it was', () => {
    expect(told(before, before)).toEqual(['.', '.']);
  });

  it('says the next victim, and that there is none any more', () => {
    expect(told(paging({ nextVictim: 2 }), paging({ nextVictim: 2 }), before)).toEqual([
      'next victim: frame 2, P1 page 2.',
      '.',
      'no next victim.',
    ]);
  });

  it('says where the clock hand stands and which R bits it has cleared', () => {
    const [first] = before.paging.processes;
    if (!first) throw new Error('no process');
    const table = pageRuns([0, 0, 1, REFERENCED], [1, 1, 3, 0]);
    const processes = [{ ...first, table }, ...before.paging.processes.slice(1)];
    expect(told(clock({}), clock({ processes }, 4))[1]).toBe('clock hand: frame 4; R cleared in frames 1-3.');
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
      ),
    ).toEqual([
      'TLB gets P1 page 0 in frame 0, P1 page 1 in frame 1.',
      'TLB 1 hit in 3 (33.3%); TLB loses P1 page 0 in frame 0; TLB gets P1 page 2 in frame 2.',
      '.',
    ]);
  });

  it('counts evictions and write-backs, the free-frame list and internal fragmentation, as they change', () => {
    const counters = { ...before.paging.counters, evictions: 2, writeBacks: 1 };
    const [first] = before.paging.processes;
    if (!first) throw new Error('no process');
    const processes = [{ ...first, waste: [] }, ...before.paging.processes.slice(1)];
    expect(
      told(
        paging({ counters }),
        paging({ counters, processes }),
        paging({ counters, processes, freeList: frameRuns([7, 1]) }),
        paging({ counters, processes, freeList: frameRuns() }),
      ),
    ).toEqual([
      '2 evictions; 1 write-back.',
      'internal fragmentation 0 B in pages.',
      '7 of 8 frames used (88%); free-frame list: 7.',
      '8 of 8 frames used (100%); free-frame list: empty.',
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

  it('names the candidates of one eviction that its sentence does not', () => {
    const watch = narrator();
    watch.seen(before);
    const candidates = [4, 6, 7].map((time, page) => ({
      pid: 'P1',
      page,
      frame: page,
      number: `used at ${time}`,
    }));
    const evict = { ...happened(18, 'evict', 'P1 page 0 left'), candidates };
    expect(watch.seen({ ...before, revision: 18, events: [evict] })[0]).toContain(
      '; evict: P1 page 0 left; further candidates: P1 page 2 used at 7.',
    );
    expect(
      watch.seen({
        ...before,
        revision: 19,
        events: [
          { ...evict, revision: 19 },
          { ...evict, revision: 19 },
        ],
      })[0],
    ).not.toContain('further');
  });

  it('says how many revisions were missed, and what the file still tells of them', () => {
    const watch = narrator();
    watch.seen(before);
    const events = [happened(19, 'free', 'P1 free: 4 pages'), happened(21, 'alloc', 'P3 alloc: 1 page')];
    const lines = watch.seen({ ...before, revision: 21, events });
    expect(lines.slice(0, 2)).toEqual([
      'missed 3 revisions, 18 to 20; of them the file still tells:',
      'revision 19, missed: P1 free: 4 pages',
    ]);
    expect(lines[2]).toMatch(/^revision 21: .*; P3 alloc: 1 page/);
    expect(watch.seen({ ...before, revision: 23, events: [] })[0]).toBe('missed 1 revision, 22.');
  });

  it('sums up again after an init, and when the file goes back', () => {
    const watch = narrator();
    watch.seen(before);
    const fresh = watch.seen({ ...before, session: '00000001', revision: 0, command: 'init' });
    expect(fresh[0]).toBe('a fresh memory, session 00000001, by init.');
    expect(fresh[1]).toMatch(/^Memory: 8 frames/);
    watch.seen({ ...before, session: '00000001', revision: 1 });
    expect(watch.seen({ ...before, session: '00000001', revision: 0 })[0]).toBe(
      'the file went back, from 1 to 0.',
    );
  });

  it('lets no control character of a command or an event through', () => {
    const watch = narrator();
    const lines = watch.seen({ ...before, command: 'a\u001b[2J\nb' });
    lines.push(...watch.seen({ ...before, revision: 18, events: [happened(18, 'free', 'x\u0007\u202ey')] }));
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('the narration of the file and its tracker', () => {
  it('tells of a missing, a damaged and an unreadable file, once each, and when it is back', () => {
    const watch = narrator({ file: 'mine.txt' });
    const [waiting] = watch.observe({ kind: 'missing' });
    expect(waiting).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:00:00 WAITING: mine.txt is not there yet; to make it, type in the folder \S+: npm run -s tracker -- --file mine.txt alloc/,
    );
    expect(watch.wait(1000)).toEqual([]);
    expect(watch.seen(exampleStatus())[0]).toBe('LIVE: mine.txt');
    const problem = { line: 17, found: 'x\u0007', expected: 'a number' };
    expect(watch.observe({ kind: 'bad', problem })[0]).toMatch(
      /^\d\d:00:01 BAD FILE: mine.txt:17: found x.*, expected a number; revision 17 was the last/,
    );
    expect(watch.observe({ kind: 'unreadable', reason: 'permission denied' })[0]).toMatch(
      /UNREADABLE: mine.txt: permission denied; revision 17/,
    );
    expect(watch.observe({ kind: 'missing' })[0]).toMatch(/WAITING: mine.txt is gone; revision 17/);
    expect(watch.seen(exampleStatus({ revision: 18 }))).toEqual([
      'LIVE: mine.txt',
      expect.stringContaining('revision 18: '),
    ]);
  });

  it('tells of a tracker that falls silent in mid-run, goes on, and ends', () => {
    const watch = narrator();
    const status = exampleStatus({ door: 'script', written: '2026-11-23T12:00:00.000Z' });
    watch.seen(status);
    expect(watch.wait(9000)).toEqual([]);
    expect(watch.wait(1000)[0]).toMatch(/STALE: the tracker, process 4242, has been silent for 10 s/);
    expect(watch.wait(5000)).toEqual([]);
    expect(watch.seen({ ...status, revision: 18 })[0]).toBe('LIVE: memory_status.txt');
    watch.end();
    expect(watch.wait(1000)[0]).toMatch(/TRACKER GONE: process 4242/);
    expect(watch.wait(60_000)).toEqual([]);
  });

  it('tells what a tracker has left before it tells that it has gone', () => {
    const watch = narrator();
    const status = exampleStatus({ door: 'script' });
    watch.seen(status);
    watch.end();
    expect(watch.seen({ ...status, revision: 18 })).toEqual([
      expect.stringMatching(/^revision 18: /),
      expect.stringMatching(/^TRACKER GONE: process 4242/),
    ]);
    expect(watch.wait(1000)).toEqual([]);
  });

  it('says the date with the first line of a day', () => {
    const watch = narrator();
    expect(watch.observe({ kind: 'missing' })[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d WAITING/);
    watch.wait(24 * 3600 * 1000);
    expect(watch.observe({ kind: 'unreadable', reason: 'no' })[0]).toMatch(/^\d{4}-\d\d-\d\d /);
  });
});
