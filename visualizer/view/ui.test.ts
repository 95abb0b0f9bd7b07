import { describe, expect, it } from 'vitest';
import { PANEL_NAMES } from './panel-names.ts';
import { type Action, act, FIRST_UI, type Surroundings, type Ui } from './ui.ts';

const newest = { revision: 17, after: 0 };

const around: Surroundings = {
  totalFrames: 64,
  framesPerCell: 1,
  columns: 8,
  inspected: 20,
  processes: ['P1', 'P2'],
  oldest: 5,
  newest: 40,
  scrollable: 12,
  overlayScrollable: 12,
  neighbourEvent: () => newest,
  destination: () => ({ problem: 'nowhere' }),
  happening: (from, step) => (step === 1 ? (from < 30 ? 30 : null) : from > 10 ? 10 : null),
};

const acted = (ui: Partial<Ui>, ...actions: readonly Action[]): Ui =>
  actions.reduce((now, action) => act(now, action, { ...around, inspected: now.cursor ?? 20 }), {
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
      scroll: 0,
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

  it('moves by whole cells where a cell is many frames', () => {
    expect(act(FIRST_UI, 'right', { ...around, framesPerCell: 4, inspected: 22 }).cursor).toBe(24);
    expect(act(FIRST_UI, 'down', { ...around, framesPerCell: 4, inspected: 22 }).cursor).toBe(52);
  });

  it('stays away from panels that scroll', () => {
    expect(acted({ focus: 'pages' }, 'down', 'down')).toMatchObject({ cursor: null, scroll: 2 });
    expect(acted({ focus: 'pages', scroll: 11 }, 'page-down').scroll).toBe(12);
    expect(acted({ focus: 'pages', scroll: 1 }, 'page-up').scroll).toBe(0);
    expect(acted({ focus: 'events' }, 'up')).toMatchObject({ cursor: null, event: newest });
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
    expect(open).toMatchObject({ overlay: 'event', event: newest });
    expect(acted(open, 'enter')).toMatchObject({ overlay: null, event: newest });
  });
});

describe('what lies over the panels', () => {
  it('scrolls, and stops at its ends', () => {
    expect(acted({ overlay: 'help' }, 'down', 'down', 'up').overlayScroll).toBe(1);
    expect(acted({ overlay: 'help' }, 'page-down', 'page-down').overlayScroll).toBe(12);
    expect(acted({ overlay: 'help', overlayScroll: 3 }, 'page-up').overlayScroll).toBe(0);
    expect(acted({ overlay: 'help', overlayScroll: 3 }, 'help', 'help').overlayScroll).toBe(0);
  });

  it('leads from one event to the next', () => {
    const other = { revision: 12, after: 1 };
    const neighbourEvent = (step: number) => (step < 0 ? other : null);
    const ui: Ui = { ...FIRST_UI, focus: 'events', overlay: 'event', event: newest, overlayScroll: 4 };
    const up = act(ui, 'up', { ...around, neighbourEvent });
    expect(up).toMatchObject({ event: other, overlayScroll: 0 });
    expect(act(up, 'down', { ...around, neighbourEvent }).event).toEqual(other);
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
      ui = act(ui, 'back', around);
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

  it('does nothing forward while live', () => {
    for (const action of ['step-forward', 'leap-forward', 'next-happening'] as const) {
      expect(acted({}, action)).toEqual(FIRST_UI);
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
