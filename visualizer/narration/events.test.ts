import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { candidates, happened, narrator } from '../testing/narration.ts';

describe('the narration of a change', () => {
  const before = exampleStatus();

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
});
