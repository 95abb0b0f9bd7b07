/** What the arrows and the pages up and down do: walk the frames, choose an event, or scroll. */
import type { EventMark } from './chosen-event.ts';
import type { Surroundings, Ui } from './ui.ts';

/**
 * What lies over the panels scrolls, and so do panels with rows; from all the others the arrows walk the frames, so many
 * cells on. `sideways`: left or right?
 */
export function moved(ui: Ui, around: Surroundings, cells: number, rows: number, sideways = false): Ui {
  if (ui.overlay === 'help' || (ui.overlay !== null && Math.abs(rows) > 1)) {
    return { ...ui, overlayScroll: clamp(ui.overlayScroll + rows, 0, around.overlayScrollable) };
  }
  if (ui.overlay !== null) return opened(ui, around, around.neighbourEvent(rows));
  if (ui.focus === 'events') return { ...ui, event: around.neighbourEvent(rows) };
  if (!walksFrames(ui, sideways)) {
    const row = clamp(around.firstRow + rows, 0, around.scrollable);
    return row === around.firstRow ? ui : { ...ui, scroll: row };
  }
  if (around.totalFrames === 0) return ui;
  // What is said of another frame is read from its beginning.
  const scroll = ui.focus === 'inspector' ? null : ui.scroll;
  return { ...ui, cursor: walked(around, cells), address: null, scroll };
}

/** Explains an event over the panels, and goes on with what is known now, whatever comes; without one nothing changes. */
export function opened(ui: Ui, around: Surroundings, mark: EventMark | null): Ui {
  const overlay = mark && around.explained(mark);
  return overlay ? { ...ui, overlay, overlayScroll: 0, event: mark } : ui;
}

/**
 * Do the arrows? Alone on the screen, only from a panel that shows the frame: the inspector, which has rows, is scrolled
 * up and down.
 */
export function walksFrames({ focus, zoomed }: Pick<Ui, 'focus' | 'zoomed'>, sideways: boolean): boolean {
  if (focus === 'frames') return true;
  if (focus === 'inspector') return sideways || !zoomed;
  return !zoomed && !(focus === 'pages' || focus === 'segments' || focus === 'events');
}

/** So many cells on, or as far as the map goes: along the row, or in its column. */
function walked({ inspected, framesPerCell, totalFrames, columns }: Surroundings, cells: number): number {
  const cell = Math.floor(inspected / framesPerCell);
  const last = Math.floor((totalFrames - 1) / framesPerCell);
  const step = Math.abs(cells) === 1 ? 1 : columns;
  const column = cell % step;
  return framesPerCell * clamp(cell + cells, column, last - ((last - column) % step));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
