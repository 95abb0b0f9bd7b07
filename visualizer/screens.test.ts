/** The dashboard at every size it is made for, with memories from eight frames to a million: nothing cut, nothing glued. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Status } from '../shared/status.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { PANELS } from './panels/registry.ts';
import { dashboardOn } from './testing/dashboard-on.ts';
import { madeStatus } from './testing/statuses.ts';
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

type TestScreen = ReturnType<typeof dashboardOn>;

let open: TestScreen | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

async function shown(columns: number, rows: number, status: Status, mono = false): Promise<TestScreen> {
  open = dashboardOn(columns, rows, mono ? { theme: MONOCHROME } : {});
  await open.show(status);
  return open;
}

/** Every box has its four corners, at the same columns above and below, and borders between them that nothing breaks. */
function expectWholeBoxes(screen: TestScreen): void {
  const lines = screen.lines().map((line) => line.padEnd(screen.terminal.cols));
  const corners = lines.flatMap((line, y) =>
    Array.from(line, (character, x) => ({ character, x, y })).filter(({ character }) => character === '┌'),
  );
  for (const { x, y } of corners) {
    const right = lines[y]?.indexOf('┐', x) ?? -1;
    const bottom = lines.findIndex((line, index) => index > y && line[x] === '└');
    expect([right > x, bottom > y, lines[bottom]?.[right]]).toEqual([true, true, '┘']);
    for (let row = y + 1; row < bottom; row++)
      expect([lines[row]?.[x], lines[row]?.[right]]).toEqual(['│', '│']);
  }
  expect(corners.length).toBeGreaterThan(0);
}

/** Below the bars of the usage panel a number and a letter for each, and a blank between them. */
function expectNumbersApart(screen: TestScreen): void {
  const { x, y } = screen.find('2 Usage');
  const lines = screen.lines().map((line) => line.slice(x - 2, -1).split(/ +/));
  const bottom = screen.lines().findIndex((line, index) => index > y && line[x - 3] === '└');
  const numbers = lines[bottom - 2]?.filter((word) => /^\d[\d,]*(\.\d)?[KM]?$/.test(word)) ?? [];
  const letters = lines[bottom - 1]?.filter((word) => /^[A-I]$/.test(word)) ?? [];
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toHaveLength(letters.length);
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
      const coloured = (await shown(columns, rows, exampleStatus())).find('A 0');
      const look = open?.cell(coloured.x, coloured.y);
      expect(look).toMatchObject({ foreground: 16, background: 214 });
      open?.close();
      const bare = await shown(columns, rows, exampleStatus(), true);
      expect(bare.find('A 0')).toEqual(coloured);
      expect(bare.cell(coloured.x, coloured.y)).toMatchObject({ foreground: null, background: null });
    });

    it('every state is told whole', async () => {
      const screen = await shown(columns, rows, exampleStatus({ door: 'script' }));
      const state = (): string => screen.line(0);
      expect(state()).toContain('● LIVE  rev 17');
      screen.wait(11_000);
      await screen.drawn();
      expect(state()).toContain('○ STALE  rev 17');
      await screen.press('space');
      expect(state()).toMatch(/‖ PAUSED +○ STALE +rev 17/);
      await screen.press('space');
      await screen.observe({ kind: 'bad', problem: { line: 12, found: '"x"', expected: 'a number' } });
      expect(state()).toContain('× BAD FILE line 12  showing rev 17');
      expect(screen.line(rows - 2)).toMatch(/^ memory_status.txt:12: found "x", expected a number *$/);
      await screen.observe({ kind: 'unreadable', code: 'EACCES', reason: 'permission denied' });
      expect(state()).toContain('× UNREADABLE  showing rev 17');
      await screen.observe({ kind: 'missing' });
      expect(state()).toMatch(/○ WAITING: the file is gone +showing rev 17/);
    });
  });
}

/** As it may be abbreviated in a tab. */
function titleAt(panel: (typeof PANEL_NAMES)[number]): string {
  return PANELS[panel].short ?? PANELS[panel].title;
}
