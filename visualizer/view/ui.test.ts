import { describe, expect, it } from 'vitest';
import { acted, around, aroundOf, explained, newest } from '../testing/acted.ts';
import { PANEL_NAMES } from './panel-names.ts';
import { type Action, act, FIRST_UI, type Ui } from './ui.ts';

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
