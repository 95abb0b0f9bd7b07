import { describe, expect, it } from 'vitest';
import { acted, around, explained, newest } from '../testing/acted.ts';
import { type Action, act, FIRST_UI, type Ui } from './ui.ts';

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
