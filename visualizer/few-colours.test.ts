/** Terminals with 8 or 16 colours, such as GNU screen: all that is drawn can be seen; and those with none get none. */
import { describe, expect, it } from 'vitest';
import { opened, shown, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { themesFor } from './theme.ts';
import { digitOf, PANEL_NAMES } from './view/panel-names.ts';

const SIZES = [
  [60, 20],
  [120, 40],
] as const;

interface Drawn {
  readonly character: string;
  readonly ink: number;
  readonly paper: number;
}

/** What can be read or looked at: every cell that is not blank; −1 is the terminal's own colour. */
function drawnOn(screen: TestDashboard): Drawn[] {
  const drawn: Drawn[] = [];
  for (let y = 0; y < screen.terminal.rows; y++) {
    for (let x = 0; x < screen.terminal.cols; x++) {
      const { character, foreground, background } = screen.cell(x, y);
      if (character !== ' ') drawn.push({ character, ink: foreground ?? -1, paper: background ?? -1 });
    }
  }
  expect(drawn.length).toBeGreaterThan(0);
  return drawn;
}

function expectVisible(screen: TestDashboard, colours: number): void {
  const invisible = drawnOn(screen).filter(({ ink, paper }) => ink === paper || ink < 0 || paper < 0);
  const unknown = drawnOn(screen).filter(({ ink, paper }) => ink >= colours || paper >= colours);
  expect({ invisible, unknown }).toEqual({ invisible: [], unknown: [] });
}

for (const colours of [8, 16]) {
  describe.each(SIZES)(`with ${colours} colours at %ix%i`, (columns, rows) => {
    it.each(['dark', 'light'] as const)('everything drawn can be seen: %s', async (name) => {
      const theme = themesFor(colours)[name];
      const screen = opened(columns, rows, { colours, theme });
      await screen.drawn();
      expectVisible(screen, colours);
      await screen.show(
        madeStatus({ processes: 9, revision: 127 }),
        madeStatus({ processes: 9, revision: 128, seed: 2 }),
      );
      const keys = PANEL_NAMES.map((panel) => String(digitOf(panel)));
      for (const key of [
        ...keys,
        'down',
        'e',
        'e',
        'p',
        'p',
        '?',
        'escape',
        'n',
        'escape',
        'g',
        'x',
        'enter',
      ]) {
        await screen.press(key);
        expectVisible(screen, colours);
      }
      await screen.press('escape', 'escape', '1', 'right', 'space', '[');
      expectVisible(screen, colours);
      await screen.observe({ kind: 'bad', problem: { line: 12, found: '"x"', expected: 'a number' } });
      expectVisible(screen, colours);
      // A memory so large that a cell speaks for many frames, and half of them are free.
      const large = await shown(
        columns,
        rows,
        madeStatus({ totalFrames: 65_536, processes: 30, filled: 0.3 }),
        {
          colours,
          theme,
        },
      );
      expectVisible(large, colours);
    });
  });
}

it.each(['dark', 'light'] as const)(
  'five processes differ, and the cursor and the next victim from them: %s',
  (name) => {
    const theme = themesFor(8)[name];
    const looks = [0, 1, 2, 3, 4].map((fill) => theme.process(fill));
    expect(new Set([...looks, theme.selected, theme.text, theme.victim]).size).toBe(8);
  },
);

it('an empty track is drawn where it has no colour', async () => {
  const screen = await shown(120, 40, madeStatus({ filled: 0.3 }), { colours: 8 });
  const { x, y } = screen.find('2 Usage');
  expect(screen.line(y + 4).slice(x - 2)).toMatch(/^ ·{4,} +·{4,}/);
});

it.each([
  [0, [null, null, null]],
  [8, [0, 7, null]],
  [16, [0, 15, null]],
  [256, [234, 255, null]],
])('with %i colours, `c` goes through what the terminal can show', async (colours, papers) => {
  const screen = await shown(80, 24, madeStatus(), { colours });
  const seen: (number | null)[] = [];
  for (const paper of papers) {
    seen.push(screen.cell(2, 5).background);
    const bare = drawnOn(screen).every((cell) => cell.ink === -1 && cell.paper === -1);
    expect(bare).toBe(paper === null);
    await screen.press('c');
  }
  expect(seen).toEqual(papers);
});
