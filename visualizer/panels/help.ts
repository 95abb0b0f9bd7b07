/** The help: the key table, and what the signs mean. */
import { KEY_TABLE } from '../keys.ts';
import { RATE_WINDOW } from '../view/trend.ts';
import { followedSign, HAND, VICTIM, VICTIM_AT_HAND } from './frame-marks.ts';
import type { Overlay } from './panel.ts';

/** The look of its left side is `strong` if none is given. */
type Row = readonly [left: string, right: string, look?: 'selected' | 'changed'];

const BLANK: Row = ['', ''];

const FRAMES: readonly Row[] = [
  ['A 12 RD', 'process A, page 12,'],
  ['', 'referenced, dirty'],
  ['A 12', 'the frame at the cursor', 'selected'],
  ['A 12', 'changed in this revision', 'changed'],
  ['·', 'a free frame'],
  ['4 a cell', 'each stands for 4 frames'],
  ['a', 'under half of it in use'],
  [followedSign('A'), 'the process followed (p)'],
  ['#', 'a process beyond A to Z'],
  [`${VICTIM}A`, 'the next victim'],
  [`${HAND}A`, 'the clock hand'],
  [`${VICTIM_AT_HAND}A`, 'both at one frame'],
];

const TABLES: readonly Row[] = [
  ['V R D', 'valid, referenced, dirty'],
  ['disk', 'a page not loaded yet'],
  ['disk S', 'one that was swapped out'],
  ['LOADED USED', 'when, in logical time'],
  ['COUNT AGE', 'uses, bits: what decides'],
  ['–', 'not since, or not known'],
  ['7→2', 'page 7 is in frame 2'],
  [`${HAND}1600:`, 'next fit goes on here'],
  ['◂', 'the one that was taken'],
  ['… 5 more', 'cut short; so many more'],
];

const CURVES: readonly Row[] = [
  ['u', 'curve: frames in use, %'],
  ['s', 'curve: segment space, %'],
  ['f', 'curve: faults in 100 or'],
  ['', 'more references, of the'],
  ['', `last ${RATE_WINDOW} revisions`],
];

const SPACE: readonly Row[] = [
  ['▏', 'the left edge of each'],
  ['▌', 'a very small segment'],
  ['╌ ╎', 'a hole; a very small one'],
  ['◆', 'the largest hole'],
  ['≈', 'a long hole, cut short'],
  ['░', 'headers and rounding'],
];

const HEADER: readonly Row[] = [
  ['›', 'the last command'],
  ['● LIVE', 'watched; idle or at work'],
  ['‖ PAUSED', 'in the past; −2: two ago'],
  ['not kept', 'too old to come back to'],
  ['○ STALE', 'at work, silent for 10 s'],
  ['○ GONE', 'the tracker has ended'],
  ['○ WAITING', 'there is no file'],
  ['× BAD FILE', 'it cannot be understood'],
  ['× UNREADABLE', 'it cannot be read'],
];

const FIRST_SIGNS = [...FRAMES, BLANK, ...TABLES];
const OTHER_SIGNS = [...CURVES, BLANK, ...SPACE, BLANK, ...HEADER];

const KEY_LABELS = 9;
const SIGN_LABELS = 13;
const GUTTER = 3;

/** Rows below each other: a label, and what it stands for. */
interface Column {
  readonly rows: readonly Row[];
  readonly labels: number;
  readonly width: number;
}

function column(labels: number, ...groups: readonly (readonly Row[])[]): Column {
  const rows = groups.flatMap((group, index) => (index === 0 ? group : [BLANK, ...group]));
  return { rows, labels, width: labels + Math.max(...rows.map(([, text]) => text.length)) };
}

/** The keys, and the signs in a list or two beside them, as far as there is width for it; else all in one list. */
function columnsFor(width: number): readonly Column[] {
  const keys = KEY_TABLE.flatMap(({ label, help }): Row[] => (help === null ? [] : [[label, help]]));
  const choices = [
    [column(KEY_LABELS, keys), column(SIGN_LABELS, FIRST_SIGNS), column(SIGN_LABELS, OTHER_SIGNS)],
    [column(KEY_LABELS, keys), column(SIGN_LABELS, FIRST_SIGNS, OTHER_SIGNS)],
  ];
  const all = column(SIGN_LABELS, keys, FIRST_SIGNS, OTHER_SIGNS);
  return choices.find((columns) => widthOf(columns) <= width) ?? [all];
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width + GUTTER, -GUTTER);
}

export function helpOverlay(width: number): Overlay {
  const columns = columnsFor(width);
  return {
    title: 'Help: ? or Esc closes it',
    width: widthOf(columns),
    height: Math.max(...columns.map(({ rows }) => rows.length)),
    draw(inside, from, theme) {
      let x = 0;
      for (const { rows, labels, width } of columns) {
        const shown = rows.slice(from, from + inside.height);
        for (const [line, [label, text, look = 'strong']] of shown.entries()) {
          inside.put(x, line, label, look === 'changed' ? theme.changed(0) : theme[look]);
          inside.put(x + labels, line, text, theme.text);
        }
        x += width + GUTTER;
      }
    },
  };
}
