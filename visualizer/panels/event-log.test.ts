/** The list of events: which of them are shown, which is chosen, and how many are newer. */
import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { run } from '../testing/run-of-faults.ts';
import { example, shown } from '../testing/shown.ts';
import { expectWholeBoxes } from '../testing/whole-boxes.ts';

describe('the events', () => {
  it('end in dots where one goes on below the panel, and never without', async () => {
    const text = `${'word '.repeat(30)}end`;
    const events = Array.from({ length: 12 }, (_, index) => ({
      ...{ revision: index + 1, time: index, kind: 'free' as const, frame: null, text, candidates: [] },
    }));
    const screen = await shown(120, 40, { ...exampleStatus(), events });
    await screen.press('8');
    for (const _ of events) {
      await screen.press('up');
      const { x, y } = screen.find('8 Events');
      const panel = screen.lines().slice(y + 1, -2);
      const last = panel
        .at(-1)
        ?.slice(x - 2, -1)
        .trimEnd();
      expect(last).toMatch(/(end|…)$/);
    }
  });

  it('end at a whole word, and before the border', async () => {
    const text = 'segment 1 freed: 48400 bytes at 67970 are a new hole among several others of the space';
    const events = Array.from({ length: 12 }, (_, index) => ({
      ...{ revision: index + 1, time: index, kind: 'free' as const, frame: null, text, candidates: [] },
    }));
    const words = new Set(['', '…', 'free', ...text.split(' ')]);
    for (let columns = 60; columns < 180; columns += 7) {
      const screen = await shown(columns, 40, { ...exampleStatus(), events });
      await screen.press('8');
      const { x, y } = screen.find('8 Events');
      const lines = screen.lines().slice(y + 1, -2);
      const inside = lines.map((line) => line.slice(x - 2, line.indexOf('│', x - 1)));
      expect(inside.length).toBeGreaterThan(3);
      for (const line of inside) {
        expect(line.at(-1)).toBe(' ');
        const strange = line.split(' ').filter((word) => !words.has(word) && !/^\d+$/.test(word));
        expect([columns, strange]).toEqual([columns, []]);
      }
      screen.close();
    }
  });

  it('have a cursor, which leads from one to the other, open or not', async () => {
    const screen = await example(120, 40);
    await screen.press('8', 'up');
    const { x, y } = screen.find('17 evict');
    expect(screen.cell(x, y).background).toBe(231);
    await screen.press('up');
    expect([screen.cell(x, y).background, screen.cell(x, y - 1).background]).toEqual([234, 231]);
    await screen.press('enter');
    expect(screen.text()).toContain('Event 2 of 3');
    expect(screen.text()).toContain('A frame was free, so no page had to go');
    await screen.press('down');
    expect(screen.text()).toContain('Event 3 of 3');
    // The last stays the last.
    await screen.press('down');
    expect(screen.text()).toContain('Event 3 of 3');
    await screen.press('enter', 'down');
    expect(screen.cell(x, y).background).toBe(234);
  });

  it('keep the chosen one while others come', async () => {
    const screen = await example(120, 40);
    await screen.press('8', 'up', 'up');
    const example17 = exampleStatus();
    const hit = { revision: 18, time: 12, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    await screen.show(exampleStatus({ revision: 18, events: [...example17.events.slice(1), hit] }));
    const { x, y } = screen.find('16 fault');
    expect(screen.cell(x, y).background).toBe(231);
  });

  it.each([
    [60, 20],
    [80, 24],
    [120, 40],
  ] as const)(
    'say how many are below the chosen one, and what shows them, at %dx%d',
    async (columns, rows) => {
      const screen = await shown(columns, rows, run(8));
      const note = (): string => /(?:Esc shows|↓) \d+ newer/.exec(screen.text())?.[0] ?? '';
      await screen.press('8', 'up', 'enter', 'escape');
      expect(note()).toBe('');
      for (let revision = 9; revision <= 16; revision++) await screen.show(run(revision));
      expect(screen.line(0)).toContain('● LIVE  rev 16');
      const below = Number(/\d+/.exec(note())?.[0]);
      expect(note()).toBe(`Esc shows ${below} newer`);
      expect(below).toBeGreaterThan(0);
      expectWholeBoxes(screen);
      // Behind another panel it stays so.
      await screen.press('1');
      if (rows === 40) expect(note()).toBe(`Esc shows ${below} newer`);
      // One event after the other, with Esc between.
      await screen.press('8', 'enter');
      expect(screen.text()).toContain('fault  revision 8');
      await screen.press('escape', 'down', 'enter');
      expect(screen.text()).toContain('evict  revision 9');
      await screen.press('escape', 'e');
      if (note() !== '') expect(note()).toMatch(/^↓ \d+ newer$/);
      await screen.press('e', 'escape');
      expect(note()).toBe('');
      expect(screen.text()).toMatch(/16 (fault|evict)/);
    },
  );

  it.each([
    [80, 24],
    [120, 40],
  ] as const)('of the revision shown are there when one steps to it, at %dx%d', async (columns, rows) => {
    const screen = await shown(columns, rows, run(1));
    for (let revision = 2; revision <= 19; revision++) await screen.show(run(revision));
    const last = (): string => {
      const { x, y } = screen.find('8 Events');
      const panel = screen
        .lines()
        .slice(y)
        .map((line) => line.slice(x - 2));
      return panel.flatMap((line) => /^. ?(\d+) (?:fault|evict)/.exec(line)?.[1] ?? []).at(-1) ?? '';
    };
    for (const keys of [['['], ['['], ['S-n'], ['n'], [']'], ['{'], ['}'], ['home'], ['S-l']]) {
      await screen.press('8', ...Array<string>(8).fill('up'), 'enter', 'escape', ...keys);
      expect([keys, last()]).toEqual([keys, /rev (\d+)/.exec(screen.line(0))?.[1]]);
    }
    // Of one that is read, too, once it is closed.
    await screen.press('[', '[', ...Array<string>(12).fill('up'), 'enter', ']');
    expect(screen.text()).toMatch(/┌─ Event \d+ of \d+: /);
    await screen.press('escape');
    expect(last()).toBe('18');
  });

  it('that go on below the panel are not among the newer ones', async () => {
    const { events } = run(16);
    for (let columns = 60; columns < 140; columns += 4) {
      const screen = await shown(columns, 40, run(8));
      await screen.press('8', 'up');
      await screen.show(run(16));
      const heads = [...screen.text().matchAll(/│ +(\d+) (fault|evict) /g)];
      const [, revision, kind] = heads.at(-1) ?? [];
      const last = events.findIndex((event) => event.revision === Number(revision) && event.kind === kind);
      const below = / Esc shows (\d+) newer /.exec(screen.text())?.[1];
      expect([columns, below]).toEqual([columns, String(events.length - 1 - last)]);
      screen.close();
    }
  });

  it('are shown from the chosen one on where there is no room for all', async () => {
    const screen = await example(80, 24);
    await screen.press('8', 'pageup');
    const { x, y } = screen.find('15 alloc');
    expect(screen.cell(x, y).background).toBe(231);
  });

  it('say that there is none yet', async () => {
    const screen = await shown(80, 24, exampleStatus({ events: [] }));
    await screen.press('8', 'up', 'enter');
    expect(screen.text()).toContain('Nothing has happened yet.');
    expect(screen.line(23).trimEnd()).toBe(' no event is listed');
  });
});
