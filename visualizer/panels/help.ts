/** The help: the key table, and what the signs mean. */
import { KEY_TABLE } from '../keys.ts';
import type { Rect, Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';

const SIGNS: readonly (readonly [sign: string, meaning: string])[] = [
  ['A 12 RD', 'process A, page 12, referenced, dirty'],
  ['·', 'a free frame'],
  ['a', 'of the frames of this cell less than half are used'],
  ['◂ ▸', 'the next victim; the clock hand'],
  ['╌ ≈ ░', 'a hole; cut short; headers and rounding'],
  ['LIVE', 'the file is watched, its tracker idle or at work'],
  ['STALE', 'a running tracker has been silent for 10 s'],
  ['GONE', 'the tracker that wrote it has ended'],
];

const LABEL_WIDTH = 9;

/** Draws the overlay over whatever is there; answers the cells it covers. */
export function drawHelp(surface: Surface, theme: Theme): Rect {
  const keys = KEY_TABLE.filter(({ help }) => help !== '');
  const rows: [string, string][] = [
    ...keys.filter(({ does }) => typeof does === 'string').map(({ label, help }): [string, string] => [label, help]),
    ['1 … 8', 'to a panel'],
  ];
  const signs = SIGNS.map(([sign, meaning]): [string, string] => [sign, meaning]);
  const columns = surface.width >= 100 || rows.length + signs.length + 5 > surface.height ? 2 : 1;
  const columnWidth = Math.min(58, Math.floor((surface.width - 4) / columns));
  const all: [string, string][] = [...rows, ['', ''], ...signs];
  const height = columns === 1 ? all.length : Math.max(Math.ceil(all.length / 2));
  const rect = {
    width: columnWidth * columns + 2,
    height: Math.min(surface.height, height + 2),
    x: Math.floor((surface.width - columnWidth * columns - 2) / 2),
    y: Math.max(0, Math.floor((surface.height - height - 2) / 2)),
  };
  for (let y = 0; y < rect.height; y++) surface.put(rect.x, rect.y + y, ' '.repeat(rect.width), theme.text);
  surface.put(rect.x, rect.y, `┌${'─'.repeat(rect.width - 2)}┐`, theme.focusedBorder);
  surface.put(rect.x, rect.y + rect.height - 1, `└${'─'.repeat(rect.width - 2)}┘`, theme.focusedBorder);
  for (let y = 1; y < rect.height - 1; y++) {
    surface.put(rect.x, rect.y + y, '│', theme.focusedBorder);
    surface.put(rect.x + rect.width - 1, rect.y + y, '│', theme.focusedBorder);
  }
  surface.put(rect.x + 2, rect.y, ' Help: ? or Esc closes it ', theme.accent);
  for (const [index, [label, text]] of all.entries()) {
    const x = rect.x + 2 + Math.floor(index / height) * columnWidth;
    const y = rect.y + 1 + (index % height);
    surface.put(x, y, label.slice(0, LABEL_WIDTH - 1), theme.strong);
    surface.put(x + LABEL_WIDTH, y, text.slice(0, columnWidth - LABEL_WIDTH - 1), theme.text);
  }
  return rect;
}
