import { describe, expect, it } from 'vitest';
import { acted, around, explained, newest } from '../testing/acted.ts';
import { act, FIRST_UI, type Ui } from './ui.ts';

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
