/** What lies over the panels until it is closed: the help, or an event in full. */
import { part, type Rect, type Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import type { View } from '../view-model.ts';
import { eventInFull } from './event-in-full.ts';
import { helpOverlay } from './help.ts';
import type { Overlay } from './panel.ts';

/** Border and margin, left and right together; above and below there is only the border. */
const AROUND = { width: 4, height: 2 };
/** The header above and the keys below stay in sight. */
const [ABOVE, BELOW] = [1, 1];

export interface Window {
  readonly width: number;
  readonly height: number;
}

export function overlayOf({ ui, machine }: View, window: Window): Overlay | null {
  const most = window.width - AROUND.width;
  if (ui.overlay === 'help') return helpOverlay(most);
  return ui.overlay && machine ? eventInFull(ui.overlay, machine, most) : null;
}

export function overlayRect(overlay: Overlay, window: Window): Rect {
  const width = Math.min(window.width, overlay.width + AROUND.width);
  const height = Math.min(roomIn(window), overlay.height + AROUND.height);
  return {
    width,
    height,
    x: Math.floor((window.width - width) / 2),
    y: ABOVE + Math.floor((roomIn(window) - height) / 2),
  };
}

/** Rows shown at once in a window, at most. */
export function overlayPage(window: Pick<Window, 'height'>): number {
  return roomIn(window) - AROUND.height;
}

function roomIn({ height }: Pick<Window, 'height'>): number {
  return height - ABOVE - BELOW;
}

/** How many rows there is no room for in a window. */
export function overlayScrollable(overlay: Overlay, window: Pick<Window, 'height'>): number {
  return rowsHidden(overlay, roomIn(window));
}

function rowsHidden(overlay: Overlay, height: number): number {
  return Math.max(0, overlay.height + AROUND.height - height);
}

export function drawOverlay(surface: Surface, overlay: Overlay, scrolled: number, theme: Theme): void {
  const { width, height } = surface;
  const inner = width - 2;
  surface.put(0, 0, `┌${'─'.repeat(inner)}┐`, theme.focusedBorder);
  for (let y = 1; y < height - 1; y++) surface.put(0, y, `│${' '.repeat(inner)}│`, theme.focusedBorder);
  surface.put(0, height - 1, `└${'─'.repeat(inner)}┘`, theme.focusedBorder);
  surface.put(2, 0, ` ${overlay.title} `, theme.accent);
  const hidden = rowsHidden(overlay, height);
  const from = Math.min(scrolled, hidden);
  if (hidden > 0) {
    const above = from > 0 ? '↑' : '';
    const below = from < hidden ? '↓ more below' : 'the end';
    const note = ` ${[above, below].filter(Boolean).join(' ')} `;
    surface.put(width - 2 - note.length, height - 1, note, theme.accent);
  }
  const inside = part(surface, { x: 2, y: 1, width: width - AROUND.width, height: height - AROUND.height });
  overlay.draw(inside, from, theme);
}
