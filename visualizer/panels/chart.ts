/** A chart of blessed-contrib in a panel: it draws the inside, we draw around it. */
import type { Widgets } from 'blessed';
import type { Rect } from '../surface.ts';
import type { Theme } from '../theme.ts';
import type { Machine } from '../view-model.ts';

export interface Chart {
  readonly element: Widgets.BoxElement;
  /** For the right end of the panel's upper border. */
  readonly notes: readonly string[];
  update(machine: Machine): void;
}

/** Charts are made for one rectangle and one theme: contrib's canvases never resize. */
export type MakeChart = (parent: Widgets.Screen, rect: Rect, theme: Theme) => Chart;

/** The style of an element: the colours of the panel, or the terminal's own. */
export function chartStyle(
  theme: Theme,
  foreground: number,
  background: number,
): { fg?: number; bg?: number } {
  return theme.coloured ? { fg: foreground, bg: background } : {};
}
