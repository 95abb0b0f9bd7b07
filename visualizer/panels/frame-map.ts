/**
 * The frames: a cell each, in the colour and with the letter of the process that has it. With room a cell also
 * says the page and the bits; without, it stands for 2^k frames and says who has most of them.
 */
import type { ProcessStatus } from '../../shared/status.ts';
import { type Attr, underlined } from '../attr.ts';
import type { Surface } from '../surface.ts';
import { fillOf, type Theme } from '../theme.ts';
import { changedCells, type FrameCells } from '../view/frame-cells.ts';
import { type FrameGrid, frameGrid } from '../view/frame-grid.ts';
import { addressForms } from '../view/inspection.ts';
import type { Picture, Usage } from '../view/picture.ts';
import { grouped, plain } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';
import { CellText } from './frame-cell.ts';
import { followedSign, HAND, type Marks, marksOf, signForms } from './frame-marks.ts';
import type { LegendEntry, Panel } from './panel.ts';

const SPARSE = 'lower case: under half used';

/** Alone on the screen, few frames have cells that say as much as the inspector. */
export function gridOf(
  { status, pageDigits }: Picture,
  width: number,
  height: number,
  alone: boolean,
): FrameGrid {
  return frameGrid(status.paging.totalFrames, width, height, pageDigits, alone);
}

export const frameMap: Panel = {
  title: 'Frames',

  labels({ picture, zoomed }, width, height) {
    const { framesPerCell } = gridOf(picture, width, height, zoomed);
    if (framesPerCell === 1) return [];
    return [`${grouped(framesPerCell)} a cell`];
  },

  notes({ picture, address, zoomed }, width, height) {
    const grid = gridOf(picture, width, height, zoomed);
    const signs = signForms(picture, grid);
    const asked = address === null ? [] : addressForms(picture, address);
    // The answer to what was asked comes before what is always there, which has the room that is left.
    if (asked.length > 0) {
      return [...asked.flatMap((form) => signs.map((sign) => `${form}  ${sign}`)), ...asked];
    }
    if (!hasSparseCells(picture, grid)) return signs;
    return signs.length === 0 ? [SPARSE] : [...signs.map((sign) => `${SPARSE}  ${sign}`), ...signs];
  },

  blankLines({ picture, zoomed }, width, height) {
    const { rows, cellHeight } = gridOf(picture, width, height, zoomed);
    return height - rows * cellHeight;
  },

  legend: (machine, theme) => processLegend(machine.picture.usage, machine, theme),

  draw(surface, machine, theme) {
    const map = mapOf(surface, machine, theme);
    const { grid } = map;
    const flashing = cellsThatChanged(machine, grid);
    for (let row = 0; row < grid.rows; row++) {
      const first = String(row * grid.columns * grid.framesPerCell);
      surface.put(0, row * grid.cellHeight, first.padStart(grid.gutter - 1), theme.dim);
    }
    for (let cell = 0; cell < grid.cells; cell++) drawCell(map, cell, flashing.has(cell));
    drawMarks(map);
  },

  settle(surface, machine, theme) {
    const map = mapOf(surface, machine, theme);
    for (const cell of cellsThatChanged(machine, map.grid)) drawCell(map, cell, false);
    drawMarks(map);
  },
};

/**
 * The letters of some processes and their names: before others that of the one followed, that under the cursor, and
 * those that have a frame.
 */
export function processLegend(
  processes: readonly Usage[],
  { picture, process, followed, cursor, inspected }: Machine,
  theme: Theme,
): LegendEntry[] {
  const entries: LegendEntry[] = [];
  const underCursor = cursor ? picture.ownerOf(inspected)?.pid : null;
  for (const { letter, pid, resident } of processes) {
    const text = plain(pid);
    const own = theme.process(fillOf(letter));
    if (followed && pid === process?.pid) {
      const look = theme.coloured ? own : theme.strong;
      entries.push({ letter: followedSign(letter), text, look, rank: 0 });
      continue;
    }
    const look = followed ? theme.dim : own;
    const rank = pid === underCursor ? 1 : resident > 0 ? 2 : 3;
    entries.push({ letter, text, look, rank });
  }
  return entries;
}

interface Looks {
  readonly full: Attr;
  /** Where less than half is in use. */
  readonly sparse: Attr;
  /** Where the shown revision changed something. */
  readonly changed: Attr;
}

/** What every cell is drawn with. */
interface FrameMap {
  readonly surface: Surface;
  readonly machine: Machine;
  readonly theme: Theme;
  readonly grid: FrameGrid;
  readonly cells: FrameCells;
  readonly text: CellText;
  readonly marks: Marks;
  /** The cell with the cursor, or −1. */
  readonly cursor: number;
  /** By process, what its cells look like. */
  readonly looks: readonly Looks[];
  /** Those of free frames. */
  readonly nobodys: Looks;
}

function mapOf(surface: Surface, machine: Machine, theme: Theme): FrameMap {
  const { picture } = machine;
  const grid = gridOf(picture, surface.width, surface.height, machine.zoomed);
  return {
    surface,
    machine,
    theme,
    grid,
    cells: picture.cells(grid),
    text: new CellText(machine, grid),
    marks: marksOf(picture, grid),
    cursor: machine.cursor ? Math.floor(machine.inspected / grid.framesPerCell) : -1,
    looks: looksOfAll(machine, theme),
    nobodys: machine.followed ? dimmed(theme) : { ...dimmed(theme), changed: theme.changed(null) },
  };
}

function cellsThatChanged({ changed }: Machine, { framesPerCell }: FrameGrid): ReadonlySet<number> {
  return changed ? changedCells(changed, framesPerCell) : new Set();
}

function looksOfAll(machine: Machine, theme: Theme): Looks[] {
  const looks: Looks[] = [];
  for (const process of machine.picture.status.paging.processes) looks.push(looksOf(process, machine, theme));
  return looks;
}

function looksOf(own: ProcessStatus, { process, followed }: Machine, theme: Theme): Looks {
  if (followed && own !== process) return dimmed(theme);
  const fill = fillOf(own.letter);
  const changed = theme.changed(fill);
  // Without colours nothing is dim, so that the one that is followed has to stand out.
  if (followed && !theme.coloured) return { full: theme.strong, sparse: theme.strong, changed };
  return { full: theme.process(fill), sparse: theme.onPanel(fill), changed };
}

/** The cells that are not of the process that is followed. */
function dimmed({ dim }: Theme): Looks {
  return { full: dim, sparse: dim, changed: underlined(dim) };
}

/** Of its frames less than half are in use. */
function isSparse({ used }: FrameCells, cell: number, { framesPerCell }: FrameGrid, total: number): boolean {
  return (used[cell] ?? 0) * 2 < Math.min(framesPerCell, total - cell * framesPerCell);
}

function hasSparseCells(picture: Picture, grid: FrameGrid): boolean {
  const cells = picture.cells(grid);
  const { totalFrames } = picture.status.paging;
  for (let cell = 0; cell < cells.owner.length; cell++) {
    if ((cells.owner[cell] ?? -1) >= 0 && isSparse(cells, cell, grid, totalFrames)) return true;
  }
  return false;
}

function drawCell(map: FrameMap, cell: number, flashes: boolean): void {
  const { surface, machine, theme, grid, cells, cursor, looks } = map;
  const { totalFrames, processes } = machine.picture.status.paging;
  const owner = cells.owner[cell] ?? -1;
  const sparse = isSparse(cells, cell, grid, totalFrames);
  let look = (looks[owner] ?? map.nobodys)[flashes ? 'changed' : sparse ? 'sparse' : 'full'];
  if (cell === cursor) look = theme.selected;
  const process = processes[owner];
  const letter = letterIn(map, cell);
  const { x, y } = placeOf(cell, grid);
  if (grid.cellWidth <= 2 && grid.cellHeight === 1) surface.put(x, y, letter, look);
  else {
    const isBeforeMark = map.marks.has(cell + 1) && (cell + 1) % grid.columns !== 0;
    const lines = map.text.lines(cell, letter, process?.pid ?? null, isBeforeMark);
    for (const [line, text] of lines.entries()) {
      surface.put(x, y + line, text, look);
    }
  }
}

function letterIn({ machine, grid, cells }: FrameMap, cell: number): string {
  const { totalFrames, processes } = machine.picture.status.paging;
  const letter = processes[cells.owner[cell] ?? -1]?.letter ?? '·';
  return isSparse(cells, cell, grid, totalFrames) ? letter.toLowerCase() : letter;
}

/** Its upper left corner. */
function placeOf(cell: number, grid: FrameGrid): { readonly x: number; readonly y: number } {
  return {
    x: grid.gutter + (cell % grid.columns) * grid.cellWidth,
    y: Math.floor(cell / grid.columns) * grid.cellHeight,
  };
}

function drawMarks(map: FrameMap): void {
  const { surface, grid, theme, cursor, marks } = map;
  const hasGap = grid.cellWidth > 1;
  for (const [cell, mark] of marks) {
    const { x, y } = placeOf(cell, grid);
    if (mark === HAND) {
      if (hasGap || x === grid.gutter) surface.put(x - 1, y, mark, theme.warning);
      continue;
    }
    surface.put(hasGap ? x - 1 : x, y, mark, theme.victim);
    if (hasGap && cell !== cursor) surface.put(x, y, letterIn(map, cell), theme.victim);
  }
}
