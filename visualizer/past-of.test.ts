/** What a history answers of the past of a revision. */
import { describe, expect, it } from 'vitest';
import { DISK, type PageRuns, type Status } from '../shared/status.ts';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus, pageRuns } from '../shared/testing/example-status.ts';
import { HISTORY_BYTES, History } from './history.ts';

describe('the past of a revision', () => {
  /** Frame 3 goes from P1 to nobody to P2; a tick of logical time each, as alloc and free would have it. */
  const story = (): History => {
    const history = new History();
    const show = (revision: number, time: number, tables: Record<string, PageRuns>, session = 's'): void => {
      const example = exampleStatus({ revision, session, events: [] });
      const processes = Object.entries(tables).map(([pid, table]) => ({
        pid,
        letter: 'Q',
        table,
        waste: [],
      }));
      const status = { ...example, paging: { ...example.paging, time, processes } };
      history.add(status, formatStatus(exampleStatus()), revision);
    };
    show(1, 5, { P1: pageRuns([0, 3, 1, 0]) });
    show(2, 6, { P1: pageRuns([9, 4, 1, 0]) });
    show(3, 7, { P1: pageRuns([9, 4, 1, 0]), P2: pageRuns([2, 3, 1, 0]) });
    show(6, 10, {});
    show(7, 3, { P9: pageRuns([0, 3, 1, 0]) }, 'another');
    return history;
  };

  it('tells who had a frame before, and until when', () => {
    const history = story();
    expect(history.pastOf(0).formerOwner(3, null)).toBeNull();
    const first = { letter: 'Q', pid: 'P1', page: 0, until: 2, exact: true };
    expect(history.pastOf(1).formerOwner(3, null)).toEqual(first);
    expect(history.pastOf(2).formerOwner(3, null)).toEqual(first);
    // Of revisions 4 and 5, which were not seen, one may have put another page there.
    const last = { letter: 'Q', pid: 'P2', page: 2, until: 6, exact: false };
    expect(history.pastOf(3).formerOwner(3, null)).toEqual(last);
    expect(history.pastOf(3).formerOwner(5, null)).toBeNull();
  });

  it('knows nothing of another memory', () => {
    const history = story();
    expect(history.pastOf(4).formerOwner(3, null)).toBeNull();
    expect(history.pastOf(4).revisionOf(3)).toBeNull();
  });

  it('tells which revision brought a logical time, and whether one in between may have', () => {
    const past = story().pastOf(3);
    expect(past.revisionOf(6)).toEqual({ revision: 2, exact: true });
    expect(past.revisionOf(7)).toEqual({ revision: 3, exact: true });
    expect(past.revisionOf(8)).toEqual({ revision: 6, exact: false });
    expect(past.revisionOf(10)).toEqual({ revision: 6, exact: false });
    // Before anything was seen, and after the revision shown.
    expect(past.revisionOf(5)).toBeNull();
    expect(past.revisionOf(11)).toBeNull();
  });

  it('tells the revision that brought a time since somebody put an earlier file back', () => {
    const history = new History();
    const show = (revision: number, time: number): void => {
      const example = exampleStatus({ revision });
      history.add({ ...example, paging: { ...example.paging, time } }, formatStatus(example), revision);
    };
    for (const revision of [1, 2, 3, 4]) show(revision, 2 * revision);
    for (const revision of [1, 2, 3]) show(revision, 3 * revision - 1);
    // Time 8 came with revision 4, then with 3; time 5 with 3, then with 2.
    expect(history.pastOf(3).revisionOf(8)).toEqual({ revision: 4, exact: true });
    expect(history.pastOf(6).revisionOf(8)).toEqual({ revision: 3, exact: true });
    expect(history.pastOf(3).revisionOf(5)).toEqual({ revision: 3, exact: true });
    expect(history.pastOf(6).revisionOf(5)).toEqual({ revision: 2, exact: true });
    expect(history.pastOf(6).revisionOf(2)).toBeNull();
  });

  it('tells which holes a revision left, if it was seen', () => {
    const past = story().pastOf(3);
    expect(past.holesOf(2)).toEqual(exampleStatus().segmentation.holes);
    expect(past.holesOf(6)).toEqual(exampleStatus().segmentation.holes);
    for (const unseen of [0, 4, 5, 7]) expect(past.holesOf(unseen)).toBeNull();
  });

  it('tells which events were listed when a revision was seen first, of the same memory', () => {
    const history = new History();
    const text = (revision: number, session: string): string => `at ${revision} of ${session}`;
    const show = (revision: number, session = '00000001'): void => {
      const [first] = exampleStatus().events;
      const events = first ? [{ ...first, text: text(revision, session) }] : [];
      const status = exampleStatus({ revision, session, events });
      history.add(status, formatStatus(status), revision);
    };
    for (const revision of [17, 18, 19, 22]) show(revision);
    show(18, '00000002');
    const since = (position: number, revision: number) =>
      history.pastOf(position).eventsSince(revision)[0]?.text;
    for (const [revision, seen] of [
      [0, 17],
      [17, 17],
      [19, 19],
      [20, 22],
    ] as const) {
      expect(since(3, revision)).toBe(text(seen, '00000001'));
    }
    expect(since(3, 23)).toBeUndefined();
    expect(since(1, 19)).toBeUndefined();
    expect(since(4, 17)).toBe(text(18, '00000002'));
    expect(since(4, 19)).toBeUndefined();
  });

  it('goes on to say of a revision that is held what it was once asked', () => {
    const history = story();
    history.hold(3);
    const past = history.pastOf(3);
    const asked = () => [
      past.formerOwner(3, null),
      past.revisionOf(6),
      past.holesOf(2),
      past.formerOwner(5, null),
    ];
    const answers = asked();
    history.add(exampleStatus({ revision: 8 }), new Uint8Array(HISTORY_BYTES), 8);
    expect(history.oldest).toBe(5);
    expect(history.pastOf(3)).toBe(past);
    expect(asked()).toEqual(answers);
    expect(answers.map((answer) => answer !== null)).toEqual([true, true, true, false]);
    // What is asked for the first time now: only what the revision itself tells.
    expect(past.formerOwner(4, null)).toEqual({ letter: 'Q', pid: 'P1', page: 9, until: 6, exact: false });
    expect([past.holesOf(6) !== null, past.holesOf(1), past.revisionOf(7)]).toEqual([true, null, null]);
  });

  it('does so however much it is asked', () => {
    const history = story();
    history.hold(2);
    const past = history.pastOf(2);
    const asked = () =>
      [3, ...Array.from({ length: 100 }, (_, frame) => 10 + frame)].map((frame) =>
        past.formerOwner(frame, null),
      );
    const answers = asked();
    history.add(exampleStatus({ revision: 8 }), new Uint8Array(HISTORY_BYTES), 8);
    expect(answers[0]).not.toBeNull();
    expect(asked()).toEqual(answers);
  });

  it('counts against the cap what it keeps for it', () => {
    const history = story();
    // Five entries; once a page left its frame, once two did.
    const entry = formatStatus(exampleStatus()).length + 200;
    expect(history.bytes).toBe(5 * entry + (200 + 50 + 40) + (200 + 2 * 50 + 2 * 40));
  });
});

describe('who had a frame before', () => {
  /** Page `now` of P1 is in frame 3, loaded last; each of `gone` was evicted from it in this revision, in that order. */
  const step = (
    revision: number,
    now: number | null,
    gone: readonly number[] = [],
    evictions = gone.length,
  ): Status => {
    const example = exampleStatus({ revision });
    const table = now === null ? pageRuns([0, DISK, 1, 0]) : pageRuns([now, 3, 1, 0]);
    return {
      ...example,
      events: gone.map((page) => ({
        revision,
        time: revision,
        kind: 'evict',
        frame: 3,
        text: `evicted P1 page ${page} from frame 3`,
        candidates: [{ pid: 'P1', page, frame: 3, number: '' }],
      })),
      paging: {
        ...example.paging,
        time: 10 * revision,
        processes: [{ pid: 'P1', letter: 'A', table, waste: [] }],
        counters: { ...example.paging.counters, evictions },
      },
    };
  };

  /** What is said of frame 3 after the last step. */
  const formerly = (loaded: number | null, ...steps: readonly Status[]): string | null => {
    const history = new History();
    for (const status of steps) history.add(status, formatStatus(exampleStatus()), 0);
    const found = history.pastOf(history.newest).formerOwner(3, loaded);
    return found && `${found.letter} ${found.page} ${found.exact ? 'until' : 'gone by'} ${found.until}`;
  };

  it('is the last that was evicted, of those that came and went in one revision', () => {
    expect(formerly(20, step(1, 5), step(2, 8, [5, 6, 7]))).toBe('A 7 until 2');
    expect(formerly(20, step(1, null), step(2, 8, [6, 7]))).toBe('A 7 until 2');
    // It came back: nothing is another than before.
    expect(formerly(20, step(1, 5), step(2, 5, [5, 7]))).toBe('A 7 until 2');
    // The file lists the last evictions of very many.
    expect(formerly(20, step(1, 5), step(2, 8, [6, 7], 500))).toBe('A 7 until 2');
  });

  it('is perhaps not the page that was there at the revision before, where the file does not list all evictions', () => {
    expect(formerly(20, step(1, 5), step(2, 8, [], 1))).toBe('A 5 gone by 2');
    expect(formerly(20, step(1, 5), step(2, 8, [], 0))).toBe('A 5 until 2');
  });

  it('is perhaps another where revisions were not seen', () => {
    expect(formerly(30, step(1, 5), step(3, 8, [5], 1))).toBe('A 5 gone by 3');
  });

  it('is known however many evictions there were elsewhere since the page was loaded', () => {
    const story = [step(1, 5), step(2, 8, [5], 1), step(3, 8, [], 900), step(9, 8, [], 901)];
    expect(formerly(19, ...story)).toBe('A 5 until 2');
    expect(formerly(25, ...story)).toBe('A 5 gone by 2');
    expect(formerly(null, ...story)).toBe('A 5 gone by 2');
  });

  it('is not told by an eviction of the revision before', () => {
    const [before, after] = [step(2, 8, [5], 1), step(3, null, [], 1)];
    expect(formerly(null, step(1, 5), before, { ...after, events: before.events })).toBe('A 8 until 3');
  });
});
