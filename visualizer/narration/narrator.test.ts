import { describe, expect, it } from 'vitest';
import { REFERENCED, type Status, type StatusEvent } from '../../shared/status.ts';
import { exampleStatus, frameRuns, pageRuns, timedRuns } from '../../shared/testing/example-status.ts';
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

/** The first was used at 1, and so on. */
const candidates = (count: number): StatusEvent['candidates'] =>
  Array.from({ length: count }, (_, page) => ({
    pid: 'P1',
    page,
    frame: page,
    number: `used at ${page + 1}`,
  }));

describe('the narration of the state', () => {
  it('is all that the dashboard shows', () => {
    const lines = narrator().seen(exampleStatus()).join('\n');
    for (const words of [
      'LIVE: memory_status.txt',
      'revision 17: access P2 8192 --write; written ',
      'Memory: 8 frames of 4 KiB, 6 of 8 frames used (75%), time 12, policy lru.',
      'Free-frame list: 7 6.',
      'Frames by load time: 0-3 at 6-9, 5 at 11, 4 at 12.',
      'Frames by last use since: 2 at 10.',
      'Counters: 5 references, 2 hits 40.0%, 3 faults',
      'Process A P1: 4 pages, 4 in frames. Pages 0-1 in 0-1 referenced, 2-3 in 2-3 referenced. Unused: 96 B of 3.',
      'Process B editor: 9 pages, 2 in frames.',
      'Pages 0 swapped out, 1 in 5 referenced, 2 in 4 referenced dirty, 3-8 on disk.',
      'Segments: 3 of 5 at most, 1% of 64 KiB in segments.',
      'Segment 2 stack: base 2000, limit 300, grows down.',
      'Placement: first fit, holes by address.',
      'Holes: ',
      'external 1 − largest 63.0 KiB ÷ free 63.4 KiB = 1%',
      '\nAt revision 17, time 12: evict: P2 page 0 left frame 4: loaded first',
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

  it('names all the candidates of an eviction that was before', () => {
    const evict = { ...happened(17, 'evict', 'P1 page 0 left'), candidates: candidates(8) };
    expect(
      narrator()
        .seen(exampleStatus({ revision: 18, events: [evict] }))
        .at(-1),
    ).toBe(
      'Before, at revision 17, time 17: evict: P1 page 0 left; further candidates: P1 page 2 used at 3, P1 page 3 used at 4, P1 page 4 used at 5, P1 page 5 used at 6, P1 page 6 used at 7, P1 page 7 used at 8',
    );
  });

  it('has the headers of segments and what their limits were rounded by', () => {
    const { segmentation } = exampleStatus();
    const holes = [{ base: 1320, size: 380 }, ...segmentation.holes.slice(1)];
    const lines = narrator().seen(exampleStatus({ segmentation: { ...segmentation, holes } }));
    expect(lines).toContain('Headers and rounding: 1300:20.');
    expect(narrator().seen(exampleStatus()).join('\n')).not.toContain('Headers');
  });

  it('tells a memory of some hundred scattered frames, processes and segments whole', () => {
    const lines = narrator()
      .seen(madeStatus({ totalFrames: 400, processes: 200, run: 1 }))
      .join('\n');
    expect(lines).not.toContain(' more');
    expect(lines).toMatch(/Process # P200: /);
  });

  // A memory that people look at is told whole, so that the lines of a large one are some 10,000 characters.
  it('is bounded for a large memory, and says how much more there is and where', () => {
    const lines = narrator().seen(madeStatus({ totalFrames: 100_000, processes: 600 }));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(10_000);
    expect(lines.join('\n')).toMatch(/and [\d,]+ more runs \(all: tracker show --json\)\./);
    expect(lines).toContain('and 88 more processes (all: tracker show --json).');
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
    const now = { ...before, revision: 18, events, paging: { ...before.paging, counters, time: 18 } };
    expect(watch.seen({ ...now, command: 'access P2 36864' })).toEqual([
      'revision 18: access P2 36864; time 18: evict: evicted P1 page 0: used at 3, unused for longest; fault: P2 page 9 -> frame 0 (page fault, cold); 2 hits in 6 references (33.3%); 4 faults (3 cold).',
    ]);
  });

  it('says once what kind of event it was', () => {
    const watch = narrator();
    watch.seen(before);
    const alloc = { ...happened(18, 'alloc', 'P2 alloc: pages 0-2 -> frames 1-3'), time: 12 };
    const [line] = watch.seen({ ...before, revision: 18, command: 'alloc P2 3', events: [alloc] });
    expect(line).toBe('revision 18: alloc P2 3; P2 alloc: pages 0-2 -> frames 1-3.');
    const reset = { ...happened(19, 'reset', 'counters at zero'), time: 12 };
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
    expect(line).toContain(
      '>99% of 64 KiB in segments; holes 1000:50; external fragmentation 1 − largest 50 B ÷ free 50 B = 0%',
    );
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

  it('names the candidates of one eviction that its sentence does not, and of how many they are', () => {
    const evict = { ...happened(18, 'evict', 'P1 page 0 left'), time: 12, candidates: candidates(3) };
    const watch = narrator();
    watch.seen(before);
    expect(watch.seen({ ...before, revision: 18, command: 'x', events: [evict] })).toEqual([
      'revision 18: x; evict: P1 page 0 left; further candidates: P1 page 2 used at 3, the first 3 of 8.',
    ]);
  });

  it('names each but the victim where chance decided, for the sentence names no runner-up', () => {
    const evict = { ...happened(18, 'evict', 'P1 page 0 left'), time: 12, candidates: candidates(2) };
    const watch = narrator();
    const replacement = { ...before.paging.replacement, policy: 'random' as const };
    const drawing = { ...before, paging: { ...before.paging, replacement, totalFrames: 2 } };
    watch.seen(drawing);
    expect(watch.seen({ ...drawing, revision: 18, command: 'x', events: [evict] })).toEqual([
      'revision 18: x; evict: P1 page 0 left; further candidates: P1 page 1 used at 2.',
    ]);
    const events = [evict, { ...evict, time: 13 }];
    const later = { ...drawing, revision: 18, events, paging: { ...drawing.paging, time: 13 } };
    const other = narrator();
    other.seen(drawing);
    expect(
      other
        .seen({ ...later, command: 'x' })
        .slice(1)
        .join('\n'),
    ).toMatch(/victim first: P1 page 0 used at 1, P1 page 1 used at 2\./);
  });

  it('names those of several evictions in a line each, after that of the revision', () => {
    const evict = (time: number, frame: number, count: number) => {
      const [victim, ...others] = candidates(count);
      if (!victim) throw new Error('no candidates');
      const event = happened(18, 'evict', `frame ${frame} was left`);
      return { ...event, time, frame, candidates: [{ ...victim, frame }, ...others] };
    };
    const watch = narrator();
    watch.seen(before);
    const events = [evict(13, 4, 8), evict(14, 5, 2), evict(15, 6, 3)];
    const now = { ...before, revision: 18, events, paging: { ...before.paging, time: 15 } };
    expect(watch.seen({ ...now, command: 'refs' })).toEqual([
      'revision 18: refs; time 13: evict: frame 4 was left; time 14: evict: frame 5 was left; time 15: evict: frame 6 was left.',
      'revision 18, time 13, candidates for frame 4, the victim first: P1 page 0 used at 1, P1 page 1 used at 2, P1 page 2 used at 3, P1 page 3 used at 4, P1 page 4 used at 5, P1 page 5 used at 6, P1 page 6 used at 7, P1 page 7 used at 8.',
      'revision 18, time 15, candidates for frame 6, the victim first: P1 page 0 used at 1, P1 page 1 used at 2, P1 page 2 used at 3, the first 3 of 8.',
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

  it('says what is long in lines of its own, after that of the revision', () => {
    const holes = Array.from({ length: 40 }, (_, index) => ({ base: 2000 + 10 * index, size: 5 }));
    const watch = narrator();
    watch.seen(before);
    const lines = watch.seen({
      ...{ ...before, revision: 18, command: 'x', events: [] },
      segmentation: { ...before.segmentation, holes },
    });
    expect(lines).toEqual([
      expect.stringMatching(
        /^revision 18: x; >99% of 64 KiB in segments; external fragmentation 1 − largest 5 B ÷ free 200 B = 98%; /,
      ),
      expect.stringMatching(/^revision 18, holes 2000:5 2010:5 .* 2390:5\.$/),
      expect.stringMatching(/^revision 18, headers and rounding: 1300:400 2005:5 .* 2395:64141\.$/),
    ]);
  });

  it('says that there is nothing in segments any more', () => {
    const holes = [{ base: 1000, size: 65_536 }];
    const [line] = told({ ...before, segmentation: { ...before.segmentation, segments: [], holes } });
    expect(line).toMatch(/^0% of 64 KiB in segments; holes 1000:65536; /);
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

  it('says how many revisions were missed, and what the file still tells of them', () => {
    const watch = narrator();
    watch.seen(before);
    const events = [
      { ...happened(19, 'evict', 'P1 page 0 left'), candidates: candidates(3) },
      happened(21, 'alloc', 'P3 alloc: 1 page'),
    ];
    const lines = watch.seen({ ...before, revision: 21, events });
    expect(lines.slice(0, 2)).toEqual([
      'missed 3 revisions, 18 to 20; of them the file still tells:',
      'revision 19, time 19, missed: evict: P1 page 0 left; further candidates: P1 page 2 used at 3, the first 3 of 8',
    ]);
    expect(lines[2]).toMatch(/^revision 21: .*; time 21: P3 alloc: 1 page/);
    expect(watch.seen({ ...before, revision: 23, events: [] })[0]).toBe('missed 1 revision, 22.');
  });

  it('says which counters are back at 0 when the reset may have been missed', () => {
    const watch = narrator();
    watch.seen(before);
    const counters = { ...before.paging.counters, hits: 0, references: 0, faults: 0, evictions: 0 };
    const reset = { ...before, command: 'x', events: [], paging: { ...before.paging, counters } };
    expect(watch.seen({ ...reset, revision: 19 })).toEqual([
      'missed 1 revision, 18.',
      'revision 19: x; no references; no faults; no evictions.',
    ]);
    expect(watch.seen({ ...reset, revision: 21 })[1]).toBe('revision 21: x.');
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

  it('says of a file that is back as it was only that it is there', () => {
    const watch = narrator();
    const status = exampleStatus({ door: 'script', written: '2026-11-23T12:00:00.000Z' });
    watch.seen(status);
    watch.observe({ kind: 'missing' });
    watch.wait(5000);
    expect(watch.observe({ kind: 'back' })).toEqual([expect.stringMatching(/ LIVE: memory_status.txt$/)]);
    // Its tracker has been silent all the time.
    expect(watch.wait(5000)[0]).toMatch(/STALE: the tracker, process 4242, has been silent for 10 s/);
    watch.observe({ kind: 'missing' });
    expect(watch.observe({ kind: 'back' })).toEqual([expect.stringMatching(/ STALE: .* for 10 s/)]);
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
