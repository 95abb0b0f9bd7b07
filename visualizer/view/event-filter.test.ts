import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { example, shown } from '../testing/shown.ts';
import { expectWholeBoxes } from '../testing/whole-boxes.ts';

describe('the events', () => {
  it('are filtered with f: all, without hits, faults and evictions, segments', async () => {
    const { events } = exampleStatus();
    const hit = { revision: 17, time: 12, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    const screen = await shown(120, 40, exampleStatus({ events: [...events, hit] }));
    const { x, y } = screen.find('8 Events');
    const panel = (): string =>
      screen
        .lines()
        .slice(y)
        .map((line) => line.slice(x - 3))
        .join('\n');
    const kinds = (): string[] => [...panel().matchAll(/1[567] (\w+)/g)].map(([, kind]) => kind ?? '');
    const seen: [string, string[]][] = [];
    for (let i = 0; i < 5; i++) {
      seen.push([/8 Events ([a-z ,]*)/.exec(panel())?.[1]?.trim() ?? '', kinds()]);
      await screen.press('f');
    }
    expect(seen).toEqual([
      ['', ['alloc', 'fault', 'evict', 'hit']],
      ['without hits', ['alloc', 'fault', 'evict']],
      ['of faults', ['fault', 'evict']],
      ['of segments', []],
      ['', ['alloc', 'fault', 'evict', 'hit']],
    ]);
    // Enter and the arrows go by what is shown; the eviction behind a fault is found all the same.
    await screen.press('f', '8', 'up', 'up', 'enter');
    expect(screen.text()).toContain('Event 1 of 2 (events of faults): Enter or Esc closes it');
    expect(screen.text()).toContain('fault  revision 16');
    await screen.press('escape', 'f');
    expect(screen.text()).toContain('None lately. (f shows others)');
  });

  it.each([
    [60, 20],
    [80, 24],
    [100, 30],
    [120, 40],
    [144, 40],
  ] as const)('say that a filter is on for as long as it is, at %dx%d', async (columns, rows) => {
    const screen = await example(columns, rows);
    await screen.press('8');
    for (const filter of ['without hits', 'of faults', 'of segments']) {
      // A key that does something ends the notice of the one before.
      await screen.press('f', 'e', 'e');
      const { x, y } = screen.find(`8 Events ${filter} `);
      expect(screen.cell(x, y)).toMatchObject({ foreground: 117, bold: true });
      expect(screen.line(rows - 1)).toMatch(new RegExp(`^ f {2}events ${filter} `));
      expectWholeBoxes(screen);
      // Behind a tab too, the keys say so.
      await screen.press('3', 'up', '8', '5', '4');
      expect(screen.line(rows - 1)).toMatch(new RegExp(`^ f {2}events ${filter} `));
      await screen.press('8');
    }
    await screen.press('f', 'e', 'e');
    expect(screen.text()).toContain('8 Events ');
    expect(screen.text()).not.toMatch(/8 Events of|events of|without hits/);
  });

  it.each([60, 80, 120])('say so in full too, in a window of %d columns', async (columns) => {
    const screen = await example(columns, 24);
    await screen.press('8', 'f', 'f', 'enter');
    expect(screen.text()).toMatch(/┌─ Event 2 of 2 \(events of faults\): (Enter or )?Esc closes it.* ─*┐/);
    expect(screen.text()).toContain('evict  revision 17');
  });
});
