/** What is chosen after some actions, in surroundings where each can do something: for tests of what the keys mean. */
import type { EventMark } from '../view/chosen-event.ts';
import type { Explanation } from '../view/explanation.ts';
import { type Action, act, FIRST_UI, type Surroundings, type Ui } from '../view/ui.ts';

/** The mark of the newest event. */
export const newest = { session: '00000001', revision: 17, after: 0 };

/** An event as it is told in full, with nothing known of it but its revision. */
export const explained = (mark: EventMark): Explanation => ({
  mark,
  event: { revision: mark.revision, time: 9, kind: 'hit', frame: 1, text: 'x', candidates: [] },
  ...{ eviction: null, victims: null, holes: null, reason: null },
});

/** 64 frames in rows of 8, two processes, revisions at 5 … 40; nothing that is chosen is in sight, nothing scrolls but an overlay. */
export const around: Surroundings = {
  totalFrames: 64,
  framesPerCell: 1,
  columns: 8,
  inspected: 20,
  processes: ['P1', 'P2'],
  oldest: 5,
  newest: 40,
  scrollable: 0,
  overlayScrollable: 12,
  firstRow: 0,
  page: 5,
  inSight: { event: false, cursor: false, process: false, scroll: false },
  chosenEvent: newest,
  neighbourEvent: () => newest,
  explained,
  destination: () => ({ problem: ['nowhere'] }),
  happening: (from, step) => (step === 1 ? (from < 30 ? 30 : null) : from > 10 ? 10 : null),
};

/** With a page table of many rows, and everything that is chosen in sight. */
export const aroundOf = ({ event, cursor, process, focus, scroll }: Ui): Surroundings => ({
  ...around,
  inSight: {
    event: event !== null,
    cursor: cursor !== null,
    process: process !== null,
    scroll: scroll !== null,
  },
  inspected: cursor ?? 20,
  scrollable: focus === 'pages' ? 12 : 0,
  firstRow: focus === 'pages' ? (scroll ?? 3) : 0,
});

/** What is chosen after these actions, one after the other, on what is chosen at first or as `ui` says. */
export const acted = (ui: Partial<Ui>, ...actions: readonly Action[]): Ui =>
  actions.reduce((now, action) => act(now, action, aroundOf(now)), {
    ...FIRST_UI,
    ...ui,
  });
