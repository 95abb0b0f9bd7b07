/**
 * The frames: a cell each, in the colour and with the letter of the process that has it. With room a cell also
 * says the page and the bits; without, it stands for 2^k frames and says who has most of them.
 */
import { DIRTY, REFERENCED } from '../../shared/status.ts';
import type { Surface } from '../surface.ts';
import { type Attr, fillOf, type Theme } from '../theme.ts';
import { changedCells } from '../view/frame-cells.ts';
import { detailOf, type FrameGrid, frameGrid } from '../view/frame-grid.ts';
import { addressForms, isClock } from '../view/inspection.ts';
import type { Picture, Times } from '../view/picture.ts';
import { cut, grouped, plain } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';

/** Before the cell at which the clock hand points, and after the cell of the next victim. */
const HAND = '▸';
const VICTIM = '◂';

/** In the legend, for no theme tells a followed process by its look alone. */
export function followedSign(letter: string): string {
  return `[${letter}]`;
}

export function gridOf({ status, pageDigits }: Picture, width: number, height: number): FrameGrid {
  return frameGrid(status.paging.totalFrames, width, height, pageDigits);
}

export const frameMap: Panel = {
  title: 'Frames',

  labels({ picture }, width, height) {
    const { framesPerCell } = gridOf(picture, width, height);
    if (framesPerCell === 1) return [];
    const each = `${grouped(framesPerCell)} a cell`;
    return [`${each}, lower case: less than half used`, each];
  },

  notes({ picture, address }) {
    // The answer to what was asked comes before what is always there.
    if (address !== null) return addressForms(picture, address);
    const { paging } = picture.status;
    const victim = paging.nextVictim;
    const hand = isClock(paging.replacement.policy) ? `${HAND} hand ${grouped(paging.replacement.hand)}` : '';
    if (victim === null) return hand === '' ? [] : [hand];
    const page = grouped(picture.occupant(victim)?.page ?? 0);
    const short = `${VICTIM} next victim ${grouped(victim)}`;
    const long = `${VICTIM} next victim: frame ${grouped(victim)}, ${picture.ownerOf(victim)?.letter ?? '?'} page ${page}`;
    return hand === '' ? [long, short] : [`${hand}  ${long}`, `${hand}  ${short}`, short];
  },

  legend({ picture, process, followed }, theme) {
    const own = ({ pid }: { pid: string }): boolean => !followed || pid === process?.pid;
    const followedLook = (letter: string): Attr =>
      followed && !theme.coloured ? theme.strong : theme.process(fillOf(letter));
    return picture.usage.map((entry) => ({
      letter: followed && own(entry) ? followedSign(entry.letter) : entry.letter,
      text: plain(entry.pid),
      look: own(entry) ? followedLook(entry.letter) : theme.dim,
    }));
  },

  draw(surface, machine, theme) {
    const { picture } = machine;
    const grid = gridOf(picture, surface.width, surface.height);
    const cells = picture.cells(grid);
    const times = timesFor(picture, grid);
    const flashing = machine.changed ? changedCells(machine.changed, grid.framesPerCell) : new Set<number>();
    const cursor = machine.cursor ? Math.floor(machine.inspected / grid.framesPerCell) : -1;
    for (let cell = 0; cell < grid.cells; cell++) {
      const column = cell % grid.columns;
      const y = Math.floor(cell / grid.columns) * grid.cellHeight;
      if (column === 0) {
        surface.put(0, y, String(cell * grid.framesPerCell).padStart(grid.gutter - 1), theme.dim);
      }
      const owner = cells.owner[cell] ?? -1;
      const inCell = Math.min(
        grid.framesPerCell,
        picture.status.paging.totalFrames - cell * grid.framesPerCell,
      );
      const sparse = (cells.used[cell] ?? 0) * 2 < inCell;
      let look = cellLook(machine, owner, sparse, theme);
      if (flashing.has(cell)) look = theme.flash;
      if (cell === cursor) look = theme.selected;
      drawCell(surface, machine, {
        grid,
        times,
        cell,
        x: grid.gutter + column * grid.cellWidth,
        y,
        owner,
        sparse,
        look,
      });
    }
    drawMarks(surface, machine, grid, theme);
  },
};

function cellLook(
  { picture, process, followed }: Machine,
  owner: number,
  sparse: boolean,
  theme: Theme,
): Attr {
  const { processes } = picture.status.paging;
  const own = processes[owner];
  if (!own || (followed && own !== process)) return theme.dim;
  // Without colours nothing is dim, so that the one that is followed has to stand out.
  if (followed && !theme.coloured) return theme.strong;
  return sparse ? theme.faint(fillOf(own.letter)) : theme.process(fillOf(own.letter));
}

interface Cell {
  readonly grid: FrameGrid;
  /** Null where a cell has no room for them. */
  readonly times: Times | null;
  readonly cell: number;
  readonly x: number;
  readonly y: number;
  readonly owner: number;
  readonly sparse: boolean;
  readonly look: Attr;
}

function drawCell(
  surface: Surface,
  { picture }: Machine,
  { grid, times, cell, x, y, owner, sparse, look }: Cell,
): void {
  const body = Math.max(1, grid.cellWidth - 1);
  const height = linesIn(grid.cellHeight);
  const process = picture.status.paging.processes[owner];
  const letter = sparse ? process?.letter.toLowerCase() : process?.letter;
  const lines =
    letter && process ? [firstLine(picture, grid, cell, letter), cut(process.pid, Math.max(body, 8))] : ['·'];
  const loaded = times?.loaded.get(cell);
  const used = times?.used.get(cell);
  if (loaded !== undefined) lines.push(`loaded ${loaded}`);
  if (used !== undefined) lines.push(`used ${used}`);
  for (let line = 0; line < height; line++) {
    const text = lines[line] ?? '';
    const fits = line === 0 || text.length <= body;
    surface.put(x, y + line, (fits ? text : '').slice(0, body).padEnd(body), look);
  }
}

/** In the largest cells: the logical times by which most policies decide. */
function timesFor(picture: Picture, { cells, cellHeight, framesPerCell }: FrameGrid): Times | null {
  if (framesPerCell > 1 || linesIn(cellHeight) < 3) return null;
  return picture.times(Array.from({ length: cells }, (_, frame) => frame));
}

/** A high cell has a gap below it. */
function linesIn(cellHeight: number): number {
  return cellHeight >= 3 ? cellHeight - 1 : cellHeight;
}

/** `A`, `A 12` or `A 12 RD`: what fits. */
function firstLine(picture: Picture, grid: FrameGrid, cell: number, letter: string): string {
  const { pageDigits } = picture;
  const detail = grid.framesPerCell > 1 ? 0 : detailOf(grid.cellWidth, pageDigits);
  if (detail === 0) return letter;
  const { frames } = picture;
  const body = grid.cellWidth - 1;
  const page = String(frames.page[cell] ?? 0).padStart(Math.min(pageDigits + 1, body - 1));
  if (detail === 1) return `${letter}${page}`;
  const bits = frames.bits[cell] ?? 0;
  const flags = `${bits & REFERENCED ? 'R' : ' '}${bits & DIRTY ? 'D' : ' '}`;
  return `${letter}${page}${flags.padStart(body - 1 - page.length)}`;
}

function drawMarks(surface: Surface, { picture }: Machine, grid: FrameGrid, theme: Theme): void {
  const { nextVictim, replacement } = picture.status.paging;
  const place = (frame: number): readonly [number, number] => {
    const cell = Math.floor(frame / grid.framesPerCell);
    return [
      grid.gutter + (cell % grid.columns) * grid.cellWidth,
      Math.floor(cell / grid.columns) * grid.cellHeight,
    ];
  };
  if (isClock(replacement.policy)) {
    const [x, y] = place(replacement.hand);
    if (grid.cellWidth > 1 || x === grid.gutter) surface.put(x - 1, y, HAND, theme.warning);
  }
  if (nextVictim === null) return;
  const [x, y] = place(nextVictim);
  if (grid.cellWidth > 1) {
    surface.put(x + grid.cellWidth - 1, y, VICTIM, theme.warning);
    return;
  }
  surface.put(x, y, picture.ownerOf(nextVictim)?.letter ?? VICTIM, theme.victim);
}
