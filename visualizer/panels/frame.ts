/** The border of a panel, with its title, its tabs and its note. Draws around the content, never into it. */
import type { Rect, Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { digitOf, type PanelName } from '../view/panel-names.ts';

export interface Frame {
  readonly name: PanelName;
  readonly title: string;
  /** The same in several lengths, the longest first. */
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  readonly focused: boolean;
  /** The other panels that share the place, with their titles. */
  readonly others: readonly { readonly name: PanelName; readonly title: string }[];
}

export function drawFrame(surface: Surface, { x, y, width, height }: Rect, frame: Frame, theme: Theme): void {
  const look = frame.focused ? theme.focusedBorder : theme.border;
  surface.put(x, y, `┌${'─'.repeat(width - 2)}┐`, look);
  for (let row = 1; row < height - 1; row++) {
    surface.put(x, y + row, '│', look);
    surface.put(x + width - 1, y + row, '│', look);
  }
  surface.put(x, y + height - 1, `└${'─'.repeat(width - 2)}┘`, look);

  const end = x + width - 2;
  const title = ` ${digitOf(frame.name)} ${frame.title} `;
  const tabs = frame.others.map(({ name, title: other }) => ` ${digitOf(name)} ${other} `);
  const tabsWidth = tabs.reduce((sum, text) => sum + text.length + 1, 0);
  const { label, note } = longestThatFit(frame.labels, frame.notes, end - x - 2 - title.length - tabsWidth);
  let at = surface.put(x + 2, y, title, frame.focused ? theme.accent : theme.strong);
  if (label !== '') at = surface.put(at, y, `${label} `, theme.text);
  for (const text of tabs) {
    if (at + 1 + text.length > end) break;
    at = surface.put(at + 1, y, text, theme.dim);
  }
  if (note !== '') surface.put(end - note.length - 2, y, ` ${note} `, theme.text);
}

/** The pair of texts that says most in `room` columns, each with a blank around it; a label says more than a note. */
export function longestThatFit(
  labels: readonly string[],
  notes: readonly string[],
  room: number,
): { label: string; note: string } {
  const needed = (text: string, around: number): number => (text === '' ? 0 : text.length + around);
  let best = { label: '', note: '' };
  for (const label of [...labels, '']) {
    for (const note of [...notes, '']) {
      if (needed(label, 1) + needed(note, 3) > room) continue;
      if (2 * label.length + note.length > 2 * best.label.length + best.note.length) best = { label, note };
    }
  }
  return best;
}

/** Where the content of a panel goes. */
export function inside({ x, y, width, height }: Rect): Rect {
  return { x: x + 1, y: y + 1, width: Math.max(0, width - 2), height: Math.max(0, height - 2) };
}
