/** The help: the key table, and what the signs mean. It lies over the panels, in a box of its own. */
import { KEY_TABLE } from '../keys.ts';
import type { Rect, Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';

type Row = readonly [left: string, right: string];

const SIGNS: readonly Row[] = [
  ['A 12 RD', 'process A, page 12,'],
  ['', 'referenced, dirty'],
  ['·', 'a free frame'],
  ['a', 'less than half in use'],
  ['◂', 'the next victim'],
  ['▸', 'the clock hand'],
  ['╌', 'a hole'],
  ['≈', 'a long hole, cut short'],
  ['░', 'headers and rounding'],
  ['▌', 'less than a column wide'],
  ['', ''],
  ['LIVE', 'watched; idle or at work'],
  ['STALE', 'at work, silent for 10 s'],
  ['GONE', 'the tracker has ended'],
  ['WAITING', 'there is no file'],
  ['BAD FILE', 'it cannot be understood'],
];

const LABEL_WIDTH = 9;
const COLUMN_WIDTH = 37;

function keyRows(): Row[] {
  return KEY_TABLE.flatMap(({ label, help }): Row[] => (help === null ? [] : [[label, help]]));
}

/** Where the help goes in a window: keys and signs side by side, or only the keys. */
export function helpRect(width: number, height: number): Rect {
  const columns = width >= 2 * COLUMN_WIDTH + 4 ? 2 : 1;
  const wanted = { width: columns * COLUMN_WIDTH + 3, height: keyRows().length + 2 };
  const size = { width: Math.min(width, wanted.width), height: Math.min(height, wanted.height) };
  return { ...size, x: Math.floor((width - size.width) / 2), y: Math.floor((height - size.height) / 2) };
}

export function drawHelp(surface: Surface, theme: Theme): void {
  const { width, height } = surface;
  const inner = width - 2;
  surface.put(0, 0, `┌${'─'.repeat(inner)}┐`, theme.focusedBorder);
  for (let y = 1; y < height - 1; y++) surface.put(0, y, `│${' '.repeat(inner)}│`, theme.focusedBorder);
  surface.put(0, height - 1, `└${'─'.repeat(inner)}┘`, theme.focusedBorder);
  surface.put(2, 0, ' Help: ? or Esc closes it ', theme.accent);
  const columns = width > 2 * COLUMN_WIDTH ? [keyRows(), SIGNS] : [keyRows()];
  for (const [column, rows] of columns.entries()) {
    const x = 2 + column * COLUMN_WIDTH;
    for (const [line, [label, text]] of rows.slice(0, height - 2).entries()) {
      surface.put(x, line + 1, label, theme.strong);
      surface.put(x + LABEL_WIDTH, line + 1, text, theme.text);
    }
  }
}
