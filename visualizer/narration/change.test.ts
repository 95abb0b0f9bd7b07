import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { candidates, happened, narrator, told } from '../testing/narration.ts';

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

  it('says nothing of what stayed as it was', () => {
    expect(told(before, before)).toEqual(['.', '.']);
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
