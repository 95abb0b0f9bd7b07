/**
 * The one primitive that everything of ours is drawn with: the cells of a blessed element are painted directly, after
 * it has rendered itself or instead of that. That is 20 to 80 times cheaper than strings with colour codes, and simple
 * to test.
 */
import type { Widgets } from 'blessed';
import { asciiOf } from './ascii.ts';
import { type Attr, attr, NONE } from './attr.ts';
import { Grid, type Rect, type Surface } from './surface.ts';

/** blessed's screen buffer, which its types leave out: a cell is its look and its character. */
type Cell = [look: Attr, character: string];
interface CellLine extends Array<Cell> {
  dirty: boolean;
}
interface ScreenBuffer {
  readonly lines: readonly CellLine[];
}

/** Where an element was rendered: [xi, xl) by [yi, yl), its border included. */
interface Coordinates {
  readonly xi: number;
  readonly xl: number;
  readonly yi: number;
  readonly yl: number;
}

/** What an element's types leave out. */
interface Rendered {
  render: () => Coordinates | undefined;
  _getCoords(): Coordinates | undefined;
  readonly screen: ScreenBuffer;
}

function renderedOf(element: Widgets.BoxElement): Rendered {
  return element as unknown as Rendered;
}

/** Has `paint` called with the element's cells whenever it is rendered, after it has been. */
export function paintOver(element: Widgets.BoxElement, paint: (surface: Surface) => void): void {
  const rendered = renderedOf(element);
  const base = rendered.render.bind(element);
  /** For the reason that Parser gives. */
  const kept: { cells?: ElementCells } = {};
  rendered.render = () => {
    const coordinates = base();
    if (coordinates) {
      kept.cells = new ElementCells(rendered.screen, coordinates);
      paint(kept.cells);
    }
    return coordinates;
  };
}

export interface PaintOptions {
  /** The look of a cell on which nothing is painted. */
  readonly blank: () => Attr;
  /** Parts of the element that others draw, and that are left alone. Default: none. */
  readonly covered?: () => readonly Rect[];
  /** Is what was painted the last time still there, to be painted over? Default: never. */
  readonly kept?: () => boolean;
}

/**
 * Has `paint` called instead of letting the element render itself. What it paints is compared with what is there: only
 * lines that have changed go out.
 */
export function paintInstead(
  element: Widgets.BoxElement,
  { blank, covered = () => [], kept = () => false }: PaintOptions,
  paint: (surface: Surface) => void,
): void {
  const rendered = renderedOf(element);
  let grid = new Grid(0, 0, 0);
  /** The buffer that was painted on: after a resize, or when the terminal was lent, blessed has another, and it is empty. */
  let lines: ScreenBuffer['lines'] = [];
  rendered.render = () => {
    const coordinates = rendered._getCoords();
    if (!coordinates) return undefined;
    const { xi, xl, yi, yl } = coordinates;
    const [width, height] = [xl - xi, yl - yi];
    if (grid.width !== width || grid.height !== height) grid = new Grid(width, height, blank());
    else if (!kept()) grid.clear(blank());
    paint(grid);
    const isNewBuffer = rendered.screen.lines !== lines;
    lines = rendered.screen.lines;
    const others = [...covered()].sort((one, other) => one.x - other.x);
    for (let y = 0; y < height; y++) {
      const line = lines[yi + y];
      const isNews = grid.takeNews(y) || isNewBuffer;
      if (!line || !isNews) continue;
      let x = 0;
      for (const rect of others) {
        if (y < rect.y || y >= rect.y + rect.height) continue;
        for (; x < rect.x; x++) change(line, xi + x, grid.code(x, y), grid.look(x, y));
        x = rect.x + rect.width;
      }
      for (; x < width; x++) change(line, xi + x, grid.code(x, y), grid.look(x, y));
    }
    return coordinates;
  };
}

/** Has an element rendered only when it is `stale`, and its cells of the last time put back otherwise. */
export function renderOnlyNews(element: Widgets.BoxElement): { stale: boolean } {
  const state = { stale: true };
  const rendered = renderedOf(element);
  const base = rendered.render.bind(element);
  let last: { readonly coordinates: Coordinates; readonly cells: readonly (readonly Cell[])[] } | null = null;
  rendered.render = () => {
    if (!state.stale && last) {
      putBack(rendered.screen, last.coordinates, last.cells);
      return last.coordinates;
    }
    state.stale = false;
    const coordinates = base();
    last = coordinates ? { coordinates, cells: copyOf(rendered.screen, coordinates) } : null;
    return coordinates;
  };
  return state;
}

function putBack(
  { lines }: ScreenBuffer,
  { xi, yi }: Coordinates,
  cells: readonly (readonly Cell[])[],
): void {
  for (let y = 0; y < cells.length; y++) {
    const line = lines[yi + y];
    const old = cells[y] ?? [];
    if (!line) continue;
    for (let x = 0; x < old.length; x++) {
      const cell = old[x];
      if (cell) change(line, xi + x, cell[1].charCodeAt(0), cell[0]);
    }
  }
}

/** All the cells of a screen as they are now. */
export function copyOfCells(screen: Widgets.Screen): Grid {
  const { lines } = screen as unknown as ScreenBuffer;
  const cells = new Grid(Number(screen.width), Number(screen.height), attr(NONE, NONE));
  for (const [y, line] of lines.entries()) {
    for (const [x, [look, character]] of line.entries()) cells.put(x, y, character, look);
  }
  return cells;
}

/** From now on whatever a screen's cells hold goes out in ASCII: what we painted, and what the libraries did. */
export function drawInAscii(screen: Widgets.Screen): void {
  const inner = screen as unknown as ScreenBuffer & { draw(start: number, end: number): void };
  const draw = inner.draw.bind(screen);
  inner.draw = (start, end) => {
    for (const line of inner.lines) {
      if (!line.dirty) continue;
      for (const cell of line) cell[1] = asciiOf(cell[1]);
    }
    draw(start, end);
  };
}

function copyOf({ lines }: ScreenBuffer, { xi, xl, yi, yl }: Coordinates): Cell[][] {
  return lines
    .slice(yi, yl)
    .map((line) => line.slice(xi, xl).map(([look, character]): Cell => [look, character]));
}

/** The cells of an element on its screen. */
class ElementCells implements Surface {
  readonly width: number;
  readonly height: number;
  readonly #lines: ScreenBuffer['lines'];
  readonly #at: Coordinates;

  constructor({ lines }: ScreenBuffer, at: Coordinates) {
    this.width = at.xl - at.xi;
    this.height = at.yl - at.yi;
    this.#lines = lines;
    this.#at = at;
  }

  put(x: number, y: number, text: string, look: Attr): number {
    const end = x + text.length;
    const line = this.#lines[this.#at.yi + y];
    if (y < 0 || y >= this.height || !line) return end;
    const last = Math.min(end, this.width);
    for (let column = Math.max(0, x); column < last; column++) {
      change(line, this.#at.xi + column, text.charCodeAt(column - x), look);
    }
    return end;
  }
}

function change(line: CellLine, x: number, code: number, look: Attr): void {
  const cell = line[x];
  if (!cell || (cell[0] === look && cell[1].charCodeAt(0) === code)) return;
  cell[0] = look;
  cell[1] = String.fromCharCode(code);
  line.dirty = true;
}
