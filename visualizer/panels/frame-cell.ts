/** What stands in a cell of the frame map that has room for more than a letter. */
import { traitsOf } from '../../shared/policy-traits.ts';
import { DIRTY, REFERENCED } from '../../shared/status.ts';
import { fittingLines, sharing } from '../view/fact-lines.ts';
import { detailOf, type FrameGrid } from '../view/frame-grid.ts';
import { type Fact, inspect } from '../view/inspection.ts';
import type { Picture } from '../view/picture.ts';
import { ageBits, cutName } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';

/** What a full cell says of its frame, each after its name. */
const FACTS_IN_CELL = [
  ...['age', 'count', 'loaded', 'used', 'page', 'turn', 'TLB', 'before', 'earlier', 'unused', 'physical'],
];
const FACT_NAME_WIDTH = 9;
/** After the last of them where there are more. */
const DOTS = ' …';

/** The page and its owner. */
const LINES_ABOVE_NUMBERS = 2;

/** A number of each frame that has one, after its name. */
type Numbers = ReadonlyMap<number, string>;

/** The cells of one map, and what they say: as many lines each as a cell has, each as wide as it. */
export class CellText {
  readonly #machine: Machine;
  readonly #grid: FrameGrid;
  readonly #numbers: readonly Numbers[];
  /** Columns and lines that are written on. */
  readonly #width: number;
  readonly #height: number;

  constructor(machine: Machine, grid: FrameGrid) {
    this.#machine = machine;
    this.#grid = grid;
    this.#width = Math.max(1, grid.cellWidth - 1);
    this.#height = linesIn(grid.cellHeight);
    this.#numbers = numbersFor(machine.picture, grid);
  }

  /** `letter` stands for its owner, whose name is `pid`; null: nobody has it. `isBeforeMark`: is there one after it? */
  lines(cell: number, letter: string, pid: string | null, isBeforeMark: boolean): string[] {
    const [width, height] = [this.#width, this.#height];
    const first =
      pid === null
        ? [letter]
        : [firstLine(this.#machine.picture, this.#grid, cell, letter), cutName(pid, Math.max(width, 8))];
    // A blank before the gap: without colours one is not enough between two cells.
    const more = this.#grid.full
      ? factLines(this.#machine, cell, width - 1, height - first.length)
      : numberLines(this.#numbers, cell);
    const texts = [...first, ...more];
    if (isBeforeMark) texts[0] = closedUp(first[0] ?? '', width);
    return Array.from({ length: height }, (_, line) => {
      const text = texts[line] ?? '';
      const fits = line === 0 || text.length <= width;
      return (fits ? text : '').slice(0, width).padEnd(width);
    });
  }
}

/**
 * What the inspector says of a frame, but for what the cell says by itself, the most telling first; dots at the end
 * where there is more.
 */
function factLines({ picture, past }: Machine, frame: number, width: number, height: number): string[] {
  const facts = inspect(picture, frame, past)
    .filter(({ name }) => FACTS_IN_CELL.includes(name))
    .map(withoutPageNumber);
  facts.sort((one, other) => FACTS_IN_CELL.indexOf(one.name) - FACTS_IN_CELL.indexOf(other.name));
  const fitting = (room: number) => fittingLines(sharing(facts, room, height), room, height);
  const all = fitting(width - FACT_NAME_WIDTH);
  const lines = all.hidden === 0 ? all.lines : fitting(width - FACT_NAME_WIDTH - DOTS.length).lines;
  const end = all.hidden === 0 ? '' : DOTS;
  return lines.map(({ name, text, beside }, index) => {
    const other = beside ? `  ${beside.name} ${beside.text}` : '';
    const isCut = text.endsWith(DOTS);
    return `${name.padEnd(FACT_NAME_WIDTH)}${text}${other}${index === lines.length - 1 && !isCut ? end : ''}`;
  });
}

/** It stands above. */
function withoutPageNumber({ name, values }: Fact): Fact {
  return { name, values: name === 'page' ? values.map((value) => value.replace(/^\d+, /, '')) : values };
}

function numberLines(numbers: readonly Numbers[], frame: number): string[] {
  const lines: string[] = [];
  for (const of of numbers) {
    const number = of.get(frame);
    if (number !== undefined) lines.push(number);
  }
  return lines;
}

/**
 * In cells that have room for no more than some numbers: which all cells say, or none. Where there is no room for all
 * of them, the one by which the policy decides comes first.
 */
function numbersFor(picture: Picture, grid: FrameGrid): Numbers[] {
  const { cells, cellWidth, cellHeight, framesPerCell } = grid;
  const room = linesIn(cellHeight) - LINES_ABOVE_NUMBERS;
  if (framesPerCell > 1 || room < 1 || grid.full) return [];
  const { uses, lastUse } = traitsOf(picture.status.paging.replacement.policy);
  const times = picture.times(Array.from({ length: cells }, (_, frame) => frame));
  const numbers = [named('loaded', times.loaded), named('used', times.used)];
  // Nothing else looks like the bits of an age.
  if (uses === 'age') numbers.push(usesOf(picture, ageBits));
  if (uses === 'count') numbers.push(usesOf(picture, (count) => `count ${count}`));
  const isLastFirst = numbers.length > room && (uses !== undefined || lastUse === true);
  const ordered = isLastFirst ? numbers.toReversed() : numbers;
  return ordered.filter((of) => [...of.values()].every(({ length }) => length < cellWidth));
}

function named(name: string, of: ReadonlyMap<number, number>): Numbers {
  return new Map(Array.from(of, ([frame, number]) => [frame, `${name} ${number}`]));
}

/** Of every frame in use. */
function usesOf({ frames }: Picture, inWords: (uses: number) => string): Numbers {
  const words = new Map<number, string>();
  for (const [frame, uses] of frames.uses.entries()) {
    if ((frames.owner[frame] ?? -1) >= 0) words.set(frame, inWords(uses));
  }
  return words;
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
  // Not up to the end of the cell where there is room: before the next one may stand a mark.
  return `${letter}${page}${flags.padStart(Math.max(3, body - 2 - page.length))}`;
}

/** What would touch the mark after it has a blank less after its letter. */
function closedUp(text: string, width: number): string {
  return text.length < width || text.endsWith(' ') ? text : text.replace(' ', '');
}
