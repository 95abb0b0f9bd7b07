import { describe, expect, it } from 'vitest';
import type { EventMark } from './chosen-event.ts';
import type { Explanation } from './explanation.ts';
import { PANEL_NAMES } from './panel-names.ts';
import { type Action, act, FIRST_UI, type Surroundings, type Ui } from './ui.ts';

const newest = { session: '00000001', revision: 17, after: 0 };
const explained = (mark: EventMark): Explanation => ({
  mark,
  event: { revision: mark.revision, time: 9, kind: 'hit', frame: 1, text: 'x', candidates: [] },
  ...{ eviction: null, victims: null, holes: null, reason: null },
});

const around: Surroundings = {
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

/** A page table of many rows, and everything else in sight. */
const aroundOf = ({ event, cursor, process, focus, scroll }: Ui): Surroundings => ({
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

const acted = (ui: Partial<Ui>, ...actions: readonly Action[]): Ui =>
  actions.reduce((now, action) => act(now, action, aroundOf(now)), {
    ...FIRST_UI,
    ...ui,
  });

describe('panels', () => {
  it('follow each other with Tab, all the way round', () => {
    const seen = PANEL_NAMES.map((_, index) => acted({}, ...Array<Action>(index).fill('next-panel')).focus);
    expect(seen).toEqual(PANEL_NAMES);
    expect(acted({}, 'previous-panel').focus).toBe('events');
    expect(acted({ focus: 'events' }, 'next-panel').focus).toBe('frames');
  });

  it('are reached directly', () => {
    expect(acted({ scroll: 7, overlay: 'help' }, { panel: 'trend' })).toMatchObject({
      focus: 'trend',
      scroll: null,
      overlay: null,
    });
  });
});

describe('the cursor', () => {
  it('begins at the frame that is inspected', () => {
    expect(acted({}, 'right').cursor).toBe(21);
    expect(acted({}, 'down').cursor).toBe(28);
    expect(acted({}, 'up', 'left').cursor).toBe(11);
  });

  it('stops at the edges', () => {
    expect(acted({ cursor: 3 }, 'up').cursor).toBe(3);
    expect(acted({ cursor: 60 }, 'down').cursor).toBe(60);
    expect(acted({ cursor: 0 }, 'left').cursor).toBe(0);
    expect(acted({ cursor: 63 }, 'right').cursor).toBe(63);
  });

  it('goes a page up and down to the first and the last row, in its column', () => {
    expect(acted({ cursor: 29 }, 'page-up').cursor).toBe(5);
    expect(acted({ cursor: 29 }, 'page-down').cursor).toBe(61);
    const odd = { ...around, totalFrames: 60, inspected: 29 };
    expect(act(FIRST_UI, 'page-down', odd).cursor).toBe(53);
    expect(act(FIRST_UI, 'page-down', { ...odd, inspected: 26 }).cursor).toBe(58);
    const tall = { ...around, totalFrames: 640 };
    expect(act(FIRST_UI, 'page-down', tall).cursor).toBe(100);
  });

  it('walks from panels that do not scroll, unless they are alone on the screen', () => {
    expect(acted({ focus: 'trend' }, 'right')).toMatchObject({ cursor: 21, scroll: null });
    expect(acted({ focus: 'trend', zoomed: true }, 'right')).toMatchObject({ cursor: null, scroll: null });
    expect(acted({ focus: 'inspector', zoomed: true }, 'right').cursor).toBe(21);
    const rows = { ...around, scrollable: 3 };
    expect(act({ ...FIRST_UI, focus: 'usage', zoomed: true }, 'page-down', rows)).toMatchObject({
      cursor: null,
      scroll: 3,
    });
  });

  it('moves by whole cells where a cell is many frames', () => {
    expect(act(FIRST_UI, 'right', { ...around, framesPerCell: 4, inspected: 22 }).cursor).toBe(24);
    expect(act(FIRST_UI, 'down', { ...around, framesPerCell: 4, inspected: 22 }).cursor).toBe(52);
    expect(act(FIRST_UI, 'page-up', { ...around, framesPerCell: 4, inspected: 54 }).cursor).toBe(20);
  });

  it('stays away from panels that scroll', () => {
    expect(acted({ focus: 'pages' }, 'down', 'down')).toMatchObject({ cursor: null, scroll: 5 });
    expect(acted({ focus: 'pages' }, 'page-down').scroll).toBe(8);
    expect(acted({ focus: 'pages', scroll: 11 }, 'page-down').scroll).toBe(12);
    expect(acted({ focus: 'pages', scroll: 1 }, 'page-up').scroll).toBe(0);
    expect(acted({ focus: 'pages', scroll: 5 }, 'zoom').scroll).toBe(5);
    expect(acted({ focus: 'pages', scroll: 5 }, { panel: 'pages' }).scroll).toBeNull();
    expect(acted({ focus: 'events' }, 'up')).toMatchObject({ cursor: null, event: newest });
  });
});

describe('the address that was asked for', () => {
  it('is let go of with the cursor', () => {
    const asked = { cursor: 20, address: { pid: 'P1', address: 0x5abc } };
    for (const action of ['right', 'page-down', 'back', 'next-process'] as const) {
      expect(acted(asked, action).address).toBeNull();
    }
    expect(acted(asked, 'step-back', 'zoom', { panel: 'pages' }, 'down', 'enter').address).toBe(
      asked.address,
    );
  });
});

describe('processes', () => {
  it('are followed one after the other, then none', () => {
    expect(acted({}, 'next-process').process).toBe('P1');
    expect(acted({}, 'next-process', 'next-process').process).toBe('P2');
    expect(acted({}, 'next-process', 'next-process', 'next-process').process).toBeNull();
  });

  it('begin anew when the one that was followed has ended', () => {
    expect(acted({ process: 'gone' }, 'next-process').process).toBe('P1');
  });
});

describe('Enter', () => {
  it('inspects the frame under the cursor', () => {
    expect(acted({ cursor: 3 }, 'enter')).toMatchObject({ cursor: 3, focus: 'inspector', overlay: null });
  });

  it('tells an event in full, the newest where none is chosen, and closes it again', () => {
    const open = acted({ focus: 'events' }, 'enter');
    expect(open).toMatchObject({ overlay: explained(newest), event: newest });
    expect(acted(open, 'enter')).toMatchObject({ overlay: null, event: newest });
  });
});

describe('what lies over the panels', () => {
  it('scrolls, and stops at its ends', () => {
    expect(acted({ overlay: 'help' }, 'down', 'down', 'up').overlayScroll).toBe(1);
    expect(acted({ overlay: 'help' }, 'page-down', 'page-down').overlayScroll).toBe(10);
    expect(acted({ overlay: 'help' }, 'page-down', 'page-down', 'page-down').overlayScroll).toBe(12);
    expect(acted({ overlay: 'help', overlayScroll: 3 }, 'page-up').overlayScroll).toBe(0);
    expect(acted({ overlay: 'help', overlayScroll: 3 }, 'help', 'help').overlayScroll).toBe(0);
  });

  it('leads from one event to the next', () => {
    const other = { ...newest, revision: 12, after: 1 };
    const neighbourEvent = (step: number) => (step < 0 ? other : null);
    const ui: Ui = {
      ...FIRST_UI,
      focus: 'events',
      overlay: explained(newest),
      event: newest,
      overlayScroll: 4,
    };
    const up = act(ui, 'up', { ...around, neighbourEvent });
    expect(up).toMatchObject({ overlay: explained(other), event: other, overlayScroll: 0 });
    expect(act(up, 'down', { ...around, neighbourEvent })).toMatchObject({
      overlay: explained(other),
      event: other,
    });
  });
});

describe('Esc', () => {
  it('lets go of one thing at a time, the uppermost first', () => {
    let ui: Ui = {
      ...FIRST_UI,
      overlay: 'help',
      zoomed: true,
      event: newest,
      cursor: 3,
      process: 'P1',
      position: 9,
    };
    const states: string[] = [];
    for (let i = 0; i < 6; i++) {
      ui = act(ui, 'back', aroundOf(ui));
      const { overlay, zoomed, event, cursor, process, position } = ui;
      states.push([overlay, zoomed, event?.revision, cursor, process, position].map(String).join(' '));
    }
    expect(states).toEqual([
      'null true 17 3 P1 9',
      'null false 17 3 P1 9',
      'null false undefined 3 P1 9',
      'null false undefined null P1 9',
      'null false undefined null null 9',
      'null false undefined null null null',
    ]);
  });
});

describe('time travel', () => {
  it('pauses at the newest and goes on live', () => {
    expect(acted({}, 'pause').position).toBe(40);
    expect(acted({}, 'pause', 'pause').position).toBeNull();
    // Of the same revision the event that is chosen stays so.
    expect(acted({ event: newest }, 'pause').event).toBe(newest);
    expect(acted({ event: newest }, 'pause', 'step-back').event).toBeNull();
  });

  it('steps and leaps, from live too', () => {
    expect(acted({}, 'step-back').position).toBe(39);
    expect(acted({}, 'step-back', 'step-back', 'step-forward').position).toBe(39);
    expect(acted({}, 'leap-back', 'leap-back', 'leap-forward').position).toBe(30);
  });

  it('stops at the oldest, and beyond the newest is live', () => {
    expect(acted({ position: 7 }, 'leap-back').position).toBe(5);
    expect(acted({}, 'oldest').position).toBe(5);
    expect(acted({ position: 40 }, 'step-forward').position).toBeNull();
    expect(acted({ position: 35 }, 'leap-forward').position).toBeNull();
    expect(acted({ position: 12 }, 'live').position).toBeNull();
  });

  it('goes from one that is no longer kept to the oldest that is', () => {
    expect(acted({ position: 2 }, 'step-forward').position).toBe(5);
    expect(acted({ position: 2 }, 'leap-forward').position).toBe(5);
  });

  it('does nothing forward while live', () => {
    for (const action of ['step-forward', 'leap-forward', 'next-happening'] as const) {
      expect(acted({}, action)).toEqual({ ...FIRST_UI, notice: 'this is live: nothing is newer' });
    }
  });

  it('goes from one happening to the next, and stays where there is none', () => {
    expect(acted({ position: 20 }, 'next-happening').position).toBe(30);
    expect(acted({ position: 35 }, 'next-happening').position).toBe(35);
    expect(acted({}, 'previous-happening').position).toBe(10);
    expect(acted({ position: 10 }, 'previous-happening').position).toBe(10);
  });

  it('has nowhere to go before the first revision', () => {
    expect(act(FIRST_UI, 'step-back', { ...around, oldest: 0, newest: -1 }).position).toBeNull();
  });
});

describe('a key that does nothing', () => {
  it.each<[said: string, ui: Partial<Ui>, action: Action]>([
    ['this is live: nothing is newer', {}, 'step-forward'],
    ['this is live: nothing is newer', {}, 'leap-forward'],
    ['this is live: nothing is newer', {}, 'next-happening'],
    ['this is live: nothing is newer', {}, 'live'],
    ['nothing older is kept', { position: 5 }, 'step-back'],
    ['nothing older is kept', { position: 5 }, 'leap-back'],
    ['nothing older is kept', { position: 5 }, 'oldest'],
    ['nothing older is kept', { position: 5 }, 'previous-happening'],
    ['nothing older is kept', { position: 2 }, 'step-back'],
    ['nothing older is kept', { position: 2 }, 'leap-back'],
    ['nothing older is kept', { position: 2 }, 'oldest'],
    ['no earlier fault, eviction or release is kept', { position: 10 }, 'previous-happening'],
    ['no fault, eviction or release after this', { position: 35 }, 'next-happening'],
    ['nothing to let go of', {}, 'back'],
    ['the inspector has the focus', { focus: 'inspector' }, 'enter'],
    ['that panel has the focus', {}, { panel: 'frames' }],
    ['no further that way', { cursor: 0 }, 'left'],
    ['no further that way', { cursor: 63 }, 'page-down'],
    ['no further that way', { focus: 'pages', scroll: 12 }, 'down'],
    ['no further that way', { focus: 'events', event: newest }, 'up'],
    ['no further that way', { overlay: explained(newest), event: newest }, 'down'],
    ['there are no more rows', { focus: 'segments' }, 'page-down'],
    ['there are no more rows', { focus: 'trend', zoomed: true }, 'up'],
  ])('says: %s', (said, ui, action) => {
    expect(acted(ui, action)).toEqual({ ...FIRST_UI, ...ui, notice: said });
  });

  it('says so where there is no event to explain', () => {
    const ui: Ui = { ...FIRST_UI, focus: 'events' };
    expect(act(ui, 'enter', { ...around, chosenEvent: null })).toEqual({
      ...ui,
      notice: 'no event is listed',
    });
  });

  it.each(['step-back', 'leap-back', 'oldest'] as const)(
    'stays live where nothing is older: %s',
    (action) => {
      expect(act(FIRST_UI, action, { ...around, oldest: 40 })).toEqual({
        ...FIRST_UI,
        notice: 'nothing older is kept',
      });
    },
  );

  it('says so where there is no process to follow', () => {
    expect(act(FIRST_UI, 'next-process', { ...around, processes: [] }).notice).toBe('there is no process');
  });

  it('is every key but the help before there is a memory', () => {
    const none = { ...around, oldest: 0, newest: -1 };
    for (const action of [
      'pause',
      'step-back',
      'zoom',
      'go-to',
      'filter',
      'down',
      { panel: 'events' },
    ] as const) {
      expect(act(FIRST_UI, action, none)).toEqual({ ...FIRST_UI, notice: 'there is no memory yet' });
    }
    const help = act(FIRST_UI, 'help', none);
    expect(act(act(help, 'down', none), 'page-down', none)).toMatchObject({
      overlay: 'help',
      overlayScroll: 6,
    });
    expect(act(help, 'zoom', none)).toMatchObject({ overlay: 'help', zoomed: false });
    expect(act(help, 'back', none)).toEqual(FIRST_UI);
  });

  it('does not deny what went between a revision that is no longer kept and the oldest that is', () => {
    const none = { ...around, happening: () => null };
    for (const [position, said] of [
      [3, 'no later fault, eviction or release is kept'],
      [4, 'no fault, eviction or release after this'],
    ] as const) {
      expect(act({ ...FIRST_UI, position }, 'next-happening', none).notice).toBe(said);
    }
  });

  it('is forgotten with the next one', () => {
    expect(acted({}, 'live', 'right').notice).toBeNull();
  });
});

describe('a step beyond the newest', () => {
  it('is live, and says so', () => {
    const said = 'live again: nothing is newer';
    expect(acted({ position: 40 }, 'step-forward')).toEqual({ ...FIRST_UI, notice: said });
    expect(acted({ position: 35 }, 'leap-forward')).toEqual({ ...FIRST_UI, notice: said });
    for (const action of ['live', 'pause'] as const) {
      expect(acted({ position: 40 }, action)).toEqual(FIRST_UI);
    }
  });
});

describe('the filter', () => {
  it('is named, for the events may be behind a tab', () => {
    expect(acted({}, 'filter').notice).toBe('events without hits');
    expect(acted({}, 'filter', 'filter', 'filter', 'filter')).toMatchObject({
      filter: 'all',
      notice: 'events of all kinds',
    });
  });
});
