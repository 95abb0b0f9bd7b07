/** The window and the terminal behind it: resized, drawn on sparingly, lent, given back. */
import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { expectWholeBoxes } from './testing/whole-boxes.ts';

describe('the window', () => {
  it('may be resized, down to one that is too small, and back', async () => {
    const screen = await shown(120, 40, madeStatus());
    for (const [columns, rows] of [
      [80, 24],
      [200, 60],
      [60, 20],
      [100, 30],
      [59, 20],
      [20, 5],
      [1, 1],
      [120, 40],
    ] as const) {
      screen.resize(columns, rows);
      await screen.drawn();
      if (columns < 60) {
        if (columns >= 20) expect(screen.text()).toContain('needs 60x20');
        if (columns >= 5) expect(screen.text()).toContain('60x20');
        continue;
      }
      expect(screen.text()).toContain('1 Frames');
      expect(screen.line(rows - 1)).toContain('?  help');
      expectWholeBoxes(screen);
    }
  });

  it('too small, heeds only the keys that leave it', async () => {
    const screen = await shown(80, 24, madeStatus());
    await screen.press('g');
    const before = screen.text();
    screen.resize(40, 10);
    await screen.drawn();
    await screen.press('escape', 'p', 'e', '?', 'space', 'c', 'q', 'C-c', 'C-z');
    expect(screen.commands).toEqual(['quit', 'interrupt', 'suspend']);
    screen.resize(80, 24);
    await screen.drawn();
    expect(screen.text()).toBe(before);
  });

  it('is redrawn whole after a storm of resizes', async () => {
    const screen = await shown(80, 24, madeStatus());
    for (let i = 0; i < 60; i++) screen.resize(60 + ((i * 37) % 140), 20 + ((i * 17) % 45));
    screen.resize(120, 40);
    await screen.drawn();
    const stormy = screen.text();
    screen.close();
    const calm = await shown(120, 40, madeStatus());
    expect(stormy).toBe(calm.text());
  });
});

describe('Ctrl-L', () => {
  it.each([
    ['as it is', 100, []],
    ['with the help over it', 100, ['?']],
    ['with one panel alone', 100, ['2', 'e']],
    ['of a revision before', 100, ['[']],
    ['while a destination is typed', 100, ['g', 'P', '1']],
    ['that is too small', 40, []],
  ] as const)('draws the screen anew, whatever another program wrote on it: %s', async (_, columns, keys) => {
    const screen = await shown(columns, 30, madeStatus({ revision: 127 }));
    await screen.show(madeStatus());
    screen.wait(1000);
    await screen.press(...keys);
    const before = screen.text();
    for (let y = 1; y <= 30; y++) screen.output.write(`\u001b[${y};5HWRITTEN BY ANOTHER`);
    screen.dashboard.redraw();
    await screen.drawn();
    expect(screen.text().match(/BY ANOTHER/g)).toHaveLength(30);
    screen.type('\u000c');
    await screen.drawn();
    expect(screen.text()).toBe(before);
    expect(screen.commands).toEqual([]);
  });

  it('draws for the size that the terminal has by now, though nobody told of a resize', async () => {
    const screen = await shown(80, 24, madeStatus());
    screen.terminal.resize(120, 40);
    // As Node's terminals do.
    Object.assign(screen.output, { _refreshSize: () => screen.resize(120, 40) });
    screen.type('\u000c');
    await screen.drawn();
    expect(screen.line(39)).toContain('?  help');
    expectWholeBoxes(screen);
  });

  it('waits for the terminal while that is lent', async () => {
    const screen = await shown(80, 24, exampleStatus());
    await screen.screen.suspended(async () => {
      screen.takeWritten();
      await screen.press('C-l');
      expect(screen.takeWritten()).toBe('');
    });
  });
});

describe('drawing costs', () => {
  it('nothing but the age when nothing has changed', async () => {
    const screen = await shown(120, 40, madeStatus());
    screen.takeWritten();
    screen.dashboard.redraw();
    await screen.drawn();
    expect(screen.takeWritten()).toBe('');
    screen.wait(1000);
    screen.dashboard.redraw();
    await screen.drawn();
    expect(screen.takeWritten().length).toBeLessThan(80);
  });

  it('nothing but the age when that is a longer one too, paused or not', async () => {
    for (const key of ['unbound', 'space']) {
      const screen = await shown(120, 40, exampleStatus());
      await screen.press(key);
      for (const step of [8600, 1000, 50_000, 600_000]) {
        screen.wait(step);
        screen.takeWritten();
        screen.dashboard.tick();
        await screen.settle();
        const written = screen.takeWritten().replace(/\u001b(\[[?\d;]*[A-Za-z]|[78])/g, '');
        expect(written).toMatch(/^[\d sminago]+$/);
      }
    }
  });

  it('one picture for many revisions that come at once', async () => {
    const screen = await shown(120, 40, madeStatus());
    let pictures = 0;
    const draw = screen.screen.draw;
    Object.assign(screen.screen, {
      draw: (...args: Parameters<typeof draw>) => {
        pictures++;
        draw(...args);
      },
    });
    await screen.show(...Array.from({ length: 500 }, (_, i) => madeStatus({ revision: 200 + i })));
    expect(pictures).toBeLessThan(25);
    expect(screen.line(0)).toContain('rev 699');
  });
});

describe('the terminal', () => {
  it('is on a screen of its own until it is given back', async () => {
    const screen = await shown(80, 24, exampleStatus());
    expect(screen.ownScreen()).toBe(true);
    expect(screen.input.isRaw).toBe(true);
    screen.close();
    await screen.settle();
    expect(screen.ownScreen()).toBe(false);
    expect(screen.input.isRaw).toBe(false);
    expect(screen.takeWritten()).toMatch(/\u001b\[\?25h|\u001b\[34h\u001b\[\?25h/);
  });

  it('is given back while suspended, and taken again whole', async () => {
    const screen = await shown(80, 24, exampleStatus());
    const before = screen.lines().slice(1);
    let during = true;
    await screen.screen.suspended(async () => {
      screen.takeWritten();
      await screen.show(exampleStatus({ revision: 18 }), exampleStatus());
      expect(screen.takeWritten()).toBe('');
      during = screen.ownScreen() || screen.input.isRaw;
    });
    expect(during).toBe(false);
    screen.dashboard.redraw();
    await screen.drawn();
    expect([screen.ownScreen(), screen.input.isRaw]).toEqual([true, true]);
    expect(screen.lines().slice(1)).toEqual(before);
  });

  it('may be resized while it is lent', async () => {
    const screen = await shown(80, 24, madeStatus());
    await screen.screen.suspended(async () => {
      screen.takeWritten();
      screen.resize(120, 40);
      await screen.drawn();
      expect(screen.takeWritten()).toBe('');
    });
    screen.dashboard.redraw();
    await screen.drawn();
    expect(screen.line(39)).toContain('?  help');
    expect(screen.text()).toContain('8 Events');
  });
});
