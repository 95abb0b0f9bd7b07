/** What the drawing needs to know of a panel, and of what may lie over all of them. */

import type { Attr } from '../attr.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import type { Machine } from '../view-model.ts';

/** A letter in its colour, and whose it is; or a key, and what it does. */
export interface LegendEntry {
  readonly letter: string;
  readonly text: string;
  readonly look: Attr;
  /** Where there is no room for all, the lowest come first; absent: after those that have one. */
  readonly rank?: number;
}

export interface Panel {
  readonly title: string;
  /** The title of its tab where there is little room; absent: the title. */
  readonly short?: string;
  /** Belongs to the title as long as the panel is shown, and is never left out; absent or empty: nothing. */
  readonly subtitle?: (machine: Machine) => string;
  /** Goes on after the title in the upper border: the same in several lengths, the longest first. */
  readonly labels?: (machine: Machine, width: number, height: number) => readonly string[];
  /** Stands at the right end of the upper border, in the longest form for which there is room. */
  readonly notes?: (machine: Machine, width: number, height: number) => readonly string[];
  /** Stands in the lower border, and where two lines above it are blank on one of them, cut at whole entries. */
  readonly legend?: (machine: Machine, theme: Theme, width: number, height: number) => readonly LegendEntry[];
  /** How many of its last lines stay blank; absent: none. */
  readonly blankLines?: (machine: Machine, width: number, height: number) => number;
  /** Inside the border. */
  readonly draw: (surface: Surface, machine: Machine, theme: Theme) => void;
  /** The part of that which is another when nothing flashes any more; absent: none. */
  readonly settle?: (surface: Surface, machine: Machine, theme: Theme) => void;
  /** How far it can be scrolled, in rows; absent: not at all. */
  readonly scrollable?: (machine: Machine, width: number, height: number) => number;
  /** The same where the dashboard has less than `--once` prints: bars, or rows of a list that only it cuts. */
  readonly scrollableOnScreen?: (machine: Machine, width: number, height: number) => number;
  /** The row at which it begins; absent: the first, unless it was scrolled. */
  readonly begins?: (machine: Machine, width: number, height: number) => number;
  /** Rows that page up and page down scroll, or events: as many as are shown wherever it begins; absent: none. */
  readonly page?: (machine: Machine, width: number, height: number) => number;
}

export interface Overlay {
  readonly title: string;
  /** Of the inside, as large as it would like to be. */
  readonly width: number;
  readonly height: number;
  /** Draws the inside, from its row `from` on. */
  readonly draw: (inside: Surface, from: number, theme: Theme) => void;
}
