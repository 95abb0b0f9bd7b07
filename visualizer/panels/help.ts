/** The help: the key table, and what the signs mean. */
import { KEY_TABLE } from '../keys.ts';
import { RATE_WINDOW } from '../view/trend.ts';
import { followedSign, HAND, VICTIM, VICTIM_AT_HAND } from './frame-marks.ts';
import type { Overlay } from './panel.ts';

/** The look of its left side is `strong` if none is given. */
type Row = readonly [left: string, right: string, look?: 'selected' | 'changed'];

const BLANK: Row = ['', ''];

const SIGNS: readonly Row[] = [
  ['A 12 RD', 'process A, page 12,'],
  ['', 'referenced, dirty'],
  ['A 12', 'the frame under the cursor', 'selected'],
  ['A 12', 'changed in this revision', 'changed'],
  ['·', 'a free frame'],
  ['a', 'under half of it in use'],
  [followedSign('A'), 'the process followed (p)'],
  ['#', 'a process that came after Z'],
  [`${VICTIM}A`, 'the next victim'],
  [`${HAND}A`, 'the clock hand'],
  [`${VICTIM_AT_HAND}A`, 'both at one frame'],
  BLANK,
  ['V R D', 'valid, referenced, dirty'],
  ['disk S', 'a page that was swapped out'],
  ['u', 'curve: frames in use in %'],
  ['f', 'curve: faults by references'],
  ['', `over the last ${RATE_WINDOW} revisions`],
  BLANK,
  ['╌ ╎', 'a hole; one under a column'],
  ['◆', 'the largest hole'],
  ['≈', 'a long hole, cut short'],
  ['░', 'headers and rounding'],
  ['▌', 'segment of a column at most'],
  BLANK,
  ['LIVE', 'watched; idle or at work'],
  ['PAUSED', 'at a revision; −2: two ago'],
  ['not kept', 'too old to come back to'],
  ['STALE', 'at work, silent for 10 s'],
  ['GONE', 'the tracker has ended'],
  ['WAITING', 'there is no file'],
  ['BAD FILE', 'it cannot be understood'],
  ['UNREADABLE', 'it cannot be read'],
];

const LABEL_WIDTH = 9;
const COLUMN_WIDTH = 37;

function keyRows(): Row[] {
  return KEY_TABLE.flatMap(({ label, help }): Row[] => (help === null ? [] : [[label, help]]));
}

/** Keys and signs side by side where the room allows it; else all in one, in as many columns as there is width for. */
function columnsFor(width: number, height: number): readonly (readonly Row[])[] {
  const all = [...keyRows(), BLANK, ...SIGNS];
  if (width < 2 * COLUMN_WIDTH - 1) return [all];
  if (Math.max(keyRows().length, SIGNS.length) <= height) return [keyRows(), SIGNS];
  const half = Math.ceil(all.length / 2);
  return [all.slice(0, half), all.slice(half)];
}

export function helpOverlay(width: number, height: number): Overlay {
  const columns = columnsFor(width, height);
  return {
    title: 'Help: ? or Esc closes it',
    width: columns.length * COLUMN_WIDTH - 1,
    height: Math.max(...columns.map(({ length }) => length)),
    draw(inside, from, theme) {
      for (const [column, rows] of columns.entries()) {
        const x = column * COLUMN_WIDTH;
        for (const [line, [label, text, look = 'strong']] of rows
          .slice(from, from + inside.height)
          .entries()) {
          inside.put(x, line, label, look === 'changed' ? theme.changed(0) : theme[look]);
          inside.put(x + Math.max(LABEL_WIDTH, label.length + 1), line, text, theme.text);
        }
      }
    },
  };
}
