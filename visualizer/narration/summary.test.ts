import { describe, expect, it } from 'vitest';
import { REFERENCED } from '../../shared/status.ts';
import { exampleStatus, pageRuns } from '../../shared/testing/example-status.ts';
import { candidates, happened, narrator } from '../testing/narration.ts';
import { madeStatus } from '../testing/statuses.ts';

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
