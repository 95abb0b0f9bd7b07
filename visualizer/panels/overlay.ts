/**
 * What lies over the panels until it is closed: the help, or an event in full. It keeps to the room between the header
 * and the keys (layout.ts): both stay in sight, and so does what is wrong, which is said above the keys.
 */
import { part, type Rect, type Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import type { View } from '../view-model.ts';
import { eventInFull } from './event-in-full.ts';
import { helpOverlay } from './help.ts';
import type { Overlay } from './panel.ts';

/** Border and margin, left and right together; above and below there is only the border. */
const AROUND = { width: 4, height: 2 };

export function overlayOf({ ui, machine }: View, room: Rect): Overlay | null {
  const most = room.width - AROUND.width;
  if (ui.overlay === 'help') return helpOverlay(most);
  return ui.overlay && machine ? eventInFull(ui.overlay, machine, most) : null;
}

export function overlayRect(overlay: Overlay, room: Rect): Rect {
  const width = Math.min(room.width, overlay.width + AROUND.width);
  const height = Math.min(room.height, overlay.height + AROUND.height);
  return {
    width,
    height,
    x: room.x + Math.floor((room.width - width) / 2),
    y: room.y + Math.floor((room.height - height) / 2),
  };
}

/** Rows shown at once, at most. */
export function overlayPage(room: Rect): number {
  return room.height - AROUND.height;
}

/** How many rows there is no room for, its border included. */
export function overlayScrollable(overlay: Overlay, { height }: Pick<Rect, 'height'>): number {
  return Math.max(0, overlay.height + AROUND.height - height);
}

export function drawOverlay(surface: Surface, overlay: Overlay, scrolled: number, theme: Theme): void {
  const { width, height } = surface;
  const inner = width - 2;
  surface.put(0, 0, `┌${'─'.repeat(inner)}┐`, theme.focusedBorder);
  for (let y = 1; y < height - 1; y++) surface.put(0, y, `│${' '.repeat(inner)}│`, theme.focusedBorder);
  surface.put(0, height - 1, `└${'─'.repeat(inner)}┘`, theme.focusedBorder);
  surface.put(2, 0, ` ${overlay.title} `, theme.accent);
  const hidden = overlayScrollable(overlay, surface);
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
