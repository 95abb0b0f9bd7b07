/** What stands in a cell of the frame map that has room for more than a letter. */
import { DIRTY, REFERENCED } from '../../shared/status.ts';
import { detailOf, type FrameGrid } from '../view/frame-grid.ts';
import { inspect } from '../view/inspection.ts';
import { NO_TIMES, type Picture, type Times } from '../view/picture.ts';
import { cutName } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';

/** What a full cell says of its frame, each after its name. */
const FACTS_IN_CELL = ['loaded', 'used', 'page', 'turn', 'TLB', 'before', 'earlier', 'unused', 'physical'];
const FACT_NAME_WIDTH = 9;

/** The cells of one map, and what they say: as many lines each as a cell has, each as wide as it. */
export class CellText {
  readonly #machine: Machine;
  readonly #grid: FrameGrid;
  readonly #times: Times;
  /** Columns and lines that are written on. */
  readonly #width: number;
  readonly #height: number;

  constructor(machine: Machine, grid: FrameGrid) {
    this.#machine = machine;
    this.#grid = grid;
    this.#width = Math.max(1, grid.cellWidth - 1);
    this.#height = linesIn(grid.cellHeight);
    this.#times = timesFor(machine.picture, grid);
  }

  /** `letter` stands for its owner, whose name is `pid`; null: nobody has it. */
  lines(cell: number, letter: string, pid: string | null): string[] {
    const [width, height] = [this.#width, this.#height];
    const first =
      pid === null
        ? [letter]
        : [firstLine(this.#machine.picture, this.#grid, cell, letter), cutName(pid, Math.max(width, 8))];
    const more = this.#grid.full ? factLines(this.#machine, cell, width) : timeLines(this.#times, cell);
    const texts = [...first, ...more];
    return Array.from({ length: height }, (_, line) => {
      const text = texts[line] ?? '';
      const fits = line === 0 || text.length <= width;
      return (fits ? text : '').slice(0, width).padEnd(width);
    });
  }
}

/** What the inspector says of a frame, but for what the cell says by itself, the most telling first. */
function factLines({ picture, past }: Machine, frame: number, width: number): string[] {
  const facts = inspect(picture, frame, past).filter(({ name }) => FACTS_IN_CELL.includes(name));
  facts.sort((one, other) => FACTS_IN_CELL.indexOf(one.name) - FACTS_IN_CELL.indexOf(other.name));
  const lines: string[] = [];
  for (const { name, values } of facts) {
    const value = values.find(({ length }) => FACT_NAME_WIDTH + length <= width);
    if (value !== undefined) lines.push(name.padEnd(FACT_NAME_WIDTH) + value);
  }
  return lines;
}

function timeLines(times: Times, frame: number): string[] {
  const lines: string[] = [];
  const loaded = times.loaded.get(frame);
  const used = times.used.get(frame);
  if (loaded !== undefined) lines.push(`loaded ${loaded}`);
  if (used !== undefined) lines.push(`used ${used}`);
  return lines;
}

/** In cells that have room for no more: the logical times by which most policies decide. All cells say them, or none. */
function timesFor(picture: Picture, grid: FrameGrid): Times {
  const { cells, cellWidth, cellHeight, framesPerCell } = grid;
  if (framesPerCell > 1 || linesIn(cellHeight) < 3 || grid.full) return NO_TIMES;
  const { loaded, used } = picture.times(Array.from({ length: cells }, (_, frame) => frame));
  const ifAllFit = (word: string, times: Times['loaded']): Times['loaded'] =>
    [...times.values()].every((time) => `${word} ${time}`.length < cellWidth) ? times : new Map();
  return { loaded: ifAllFit('loaded', loaded), used: ifAllFit('used', used) };
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
  const room = Math.min(pageDigits, body - 2);
  const number = String(frames.page[cell] ?? 0);
  const page = ` ${number.length > room ? `…${number.slice(1 - room)}` : number.padStart(room)}`;
  if (detail === 1) return `${letter}${page}`;
  const bits = frames.bits[cell] ?? 0;
  const flags = `${bits & REFERENCED ? 'R' : ' '}${bits & DIRTY ? 'D' : ' '}`;
  return `${letter}${page}${flags.padStart(body - 1 - page.length)}`;
}
