/** The dashboard at every size it is made for, with memories from eight frames to a million: nothing cut, nothing glued. */
import { describe, expect, it } from 'vitest';
import type { Status } from '../shared/status.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { PANELS } from './panels/registry.ts';
import { shown, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { expectWholeBoxes } from './testing/whole-boxes.ts';
import { MONOCHROME } from './theme.ts';
import { digitOf, PANEL_NAMES } from './view/panel-names.ts';

const SIZES = [
  [60, 20],
  [80, 24],
  [100, 30],
  [120, 40],
  [180, 50],
  [200, 60],
] as const;

const MEMORIES: Readonly<Record<string, Status>> = {
  '8 frames': exampleStatus(),
  '64 frames': madeStatus(),
  '4,096 frames': madeStatus({ totalFrames: 4096, processes: 9, run: 40 }),
  '1,048,576 frames': madeStatus({ totalFrames: 1_048_576, processes: 5, run: 3000 }),
};

/** Below the bars of the usage panel a number and a letter for each, and a blank between them. */
function expectNumbersApart(screen: TestDashboard): void {
  const { x, y } = screen.find('2 Usage');
  const inside = screen.lines().map((line) => line.slice(x - 2, -1));
  const lines = inside.map((line) => line.split(/ +/));
  const bottom = screen.lines().findIndex((line, index) => index > y && line[x - 3] === '└');
  const numbers = lines[bottom - 2]?.filter((word) => /^\d[\d,]*(\.\d)?[KM]?$/.test(word)) ?? [];
  const letters = lines[bottom - 1]?.filter((word) => /^[A-I]$/.test(word)) ?? [];
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toHaveLength(letters.length);
  // Nor do they touch the border.
  expect([inside[bottom - 2], inside[bottom - 1]].map((line) => line?.at(-1))).toEqual([' ', ' ']);
}

for (const [columns, rows] of SIZES) {
  describe(`at ${columns}x${rows}`, () => {
    for (const [name, status] of Object.entries(MEMORIES)) {
      it(`${name} are drawn whole`, async () => {
        const screen = await shown(columns, rows, status);
        expectWholeBoxes(screen);
        expect(screen.text()).not.toMatch(/undefined|NaN|\[object/);
        expectNumbersApart(screen);
        // Tabs, keys and the state are whole words.
        for (const panel of PANEL_NAMES)
          expect(screen.text()).toContain(` ${digitOf(panel)} ${titleAt(panel)}`);
        expect(screen.line(0)).toMatch(/● LIVE {2}rev \d+ {2}[\d.]+ \w+ ago *$/);
        expect(screen.line(rows - 1)).toMatch(/^ \? {2}help {2}q {2}quit .*[a-z] *$/);
      });
    }

    it('names of thirty-two letters are cut with dots, or left to the legend', async () => {
      const { paging, ...rest } = madeStatus();
      const processes = paging.processes.map((process) => ({
        ...process,
        pid: process.pid.padEnd(32, '-x'),
      }));
      const screen = await shown(columns, rows, { ...rest, paging: { ...paging, processes } });
      expectWholeBoxes(screen);
      expectNumbersApart(screen);
      for (const [word] of screen.text().matchAll(/[^\s│]*-x[^\s│]*/g)) {
        if (word.length < 32) expect(word).toContain('…');
      }
      expect(screen.text()).toMatch(/ A shell-…-x-x- {2}/);
    });

    it('every panel is reached, and fills the window when it is zoomed', async () => {
      const screen = await shown(columns, rows, MEMORIES['64 frames'] ?? exampleStatus());
      for (const panel of PANEL_NAMES) {
        const title = `${digitOf(panel)} ${PANELS[panel].title}`;
        await screen.press(String(digitOf(panel)));
        expect(screen.text()).toContain(title);
        const at = screen.find(title);
        expect(screen.cell(at.x, at.y)).toMatchObject({ foreground: 117, bold: true });
        expectWholeBoxes(screen);
        await screen.press('e');
        expect(screen.text().split('┌')).toHaveLength(2);
        expectWholeBoxes(screen);
        await screen.press('e');
      }
    });

    it('colours are the letters’ too: without them the text is the same', async () => {
      const coloured = await shown(columns, rows, exampleStatus());
      const { x, y } = coloured.find('A 0');
      expect(coloured.cell(x, y)).toMatchObject({ foreground: 16, background: 214 });
      const bare = await shown(columns, rows, exampleStatus(), { theme: MONOCHROME });
      expect(bare.find('A 0')).toEqual({ x, y });
      expect(bare.cell(x, y)).toMatchObject({ foreground: null, background: null });
    });

    it('every state is told whole, in its colour', async () => {
      const screen = await shown(columns, rows, exampleStatus({ door: 'script' }));
      const expectState = (words: RegExp, sign: string, foreground: number, background = 234): void => {
        expect(screen.line(0)).toMatch(words);
        const { x, y } = screen.find(sign);
        expect([sign, y, screen.cell(x, y)]).toMatchObject([sign, 0, { foreground, background, bold: true }]);
      };
      expectState(/● LIVE {2}rev 17/, '● LIVE', 114);
      screen.wait(11_000);
      await screen.drawn();
      expectState(/○ STALE {2}rev 17/, '○ STALE', 214);
      await screen.press('space');
      expectState(/‖ PAUSED +○ STALE +rev 17/, '‖ PAUSED', 214);
      await screen.press('space');
      await screen.observe({ kind: 'bad', problem: { line: 12, found: '"x"', expected: 'a number' } });
      expectState(/× BAD FILE line 12 {2}showing rev 17/, '× BAD FILE', 231, 124);
      expect(screen.line(rows - 2)).toMatch(/^ memory_status.txt:12: found "x", expected a number *$/);
      await screen.observe({ kind: 'unreadable', reason: 'permission denied' });
      expectState(/× UNREADABLE {2}showing rev 17/, '× UNREADABLE', 231, 124);
      await screen.observe({ kind: 'missing' });
      expectState(/○ WAITING: the file is gone +showing rev 17/, '○ WAITING', 214);
      const gone = await shown(columns, rows, exampleStatus({ door: 'script' }), { alive: false });
      expect(gone.line(0)).toMatch(/○ TRACKER GONE \(4242\) {2}rev 17/);
      expect(gone.cell(gone.find('○ TRACKER').x, 0)).toMatchObject({ foreground: 214, bold: true });
      gone.resize(59, rows);
      await gone.drawn();
      const { x, y } = gone.find(`needs 60x20, has 59x${rows}`);
      expect(gone.cell(x, y)).toMatchObject({ foreground: 214, bold: true });
    });
  });
}

/** As it may be abbreviated in a tab. */
function titleAt(panel: (typeof PANEL_NAMES)[number]): string {
  return PANELS[panel].short ?? PANELS[panel].title;
}
