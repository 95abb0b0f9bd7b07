/** The border of a panel, with its title, its tabs and its note. Draws around the content, never into it. */
import type { Rect, Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { digitOf, type PanelName } from '../view/panel-names.ts';
import { cut } from '../view/wording.ts';

export interface Frame {
  readonly name: PanelName;
  readonly title: string;
  readonly label: string;
  readonly note: string;
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
  let at = x + 2;
  at = surface.put(at, y, ` ${digitOf(frame.name)} ${frame.title} `, frame.focused ? theme.accent : theme.strong);
  const tabs = frame.others.map(({ name, title }) => ` ${digitOf(name)} ${title} `);
  const tabsWidth = tabs.reduce((sum, text) => sum + text.length + 1, 0);
  if (frame.label !== '' && at + frame.label.length + 1 + tabsWidth <= end) {
    at = surface.put(at, y, `${frame.label} `, theme.text);
  }
  for (const text of tabs) {
    if (at + 1 + text.length > end) break;
    at = surface.put(at + 1, y, text, theme.dim);
  }
  if (frame.note === '') return;
  const note = ` ${frame.note} `;
  if (at + 2 + note.length <= end) surface.put(end - note.length, y, note, theme.text);
  else if (frame.label === '' && at + 12 < end) surface.put(at + 1, y, cut(note, end - at - 2), theme.text);
}

/** Where the content of a panel goes. */
export function inside({ x, y, width, height }: Rect): Rect {
  return { x: x + 1, y: y + 1, width: Math.max(0, width - 2), height: Math.max(0, height - 2) };
}
