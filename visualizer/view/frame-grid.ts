/**
 * How the frames are laid out as cells in the room there is. With room, cells grow until they hold the letter,
 * the page and the bits; without, one cell stands for 2^k frames.
 *
 *      0 A  0  A  1  A  2  ·     B  0       gutter: the first frame of the row
 *      8 A  3  ·     ·     B  1  B  2       a cell is `cellWidth` columns, the last of them a gap
 */

export interface FrameGrid {
  /** 2^k: how many frames a cell stands for. */
  readonly framesPerCell: number;
  readonly cells: number;
  readonly columns: number;
  readonly rows: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Columns at the left for the row's first frame. */
  readonly gutter: number;
  /** Has each cell room for all that is known of its frame? */
  readonly full: boolean;
}

/** Wider or higher than this a cell says no more. */
const LARGEST_CELL = { width: 32, height: 6 };
/** So large it may be where it says all that is known of its frame. */
const LARGEST_FULL_CELL = { width: 48, height: 13 };
/** From these widths on there is room for so many facts in a line, and so many in all make it worth it. */
const WIDTHS_OF_FACTS = [26, 36];
const LEAST_FACTS = 4;
/** The page, its owner, and the gap below. */
const LINES_WITHOUT_FACTS = 3;
/** Beyond this a cell is no better, only larger. */
const GOOD_CELL_WIDTH = 12;
const GOOD_CELL_HEIGHT = 3;

/** So much of a longer page number still tells one page from another. */
const PAGE_END = 6;

/** What a cell of a width can say: 0 a letter, 1 letter and page, or its end, 2 letter, page and bits. */
export function detailOf(cellWidth: number, pageDigits: number): 0 | 1 | 2 {
  if (cellWidth >= pageDigits + 6) return 2;
  return cellWidth >= Math.min(pageDigits, PAGE_END) + 3 ? 1 : 0;
}

/** `mayBeFull`: may cells grow until each says all that is known of its frame? */
export function frameGrid(
  totalFrames: number,
  width: number,
  height: number,
  pageDigits: number,
  mayBeFull = false,
): FrameGrid {
  const gutter = Math.min(String(totalFrames - 1).length + 1, Math.max(0, width - 1));
  const room = Math.max(1, width - gutter);
  let framesPerCell = 1;
  while (rowsOf(Math.ceil(totalFrames / framesPerCell), widest(room)) > Math.max(1, height))
    framesPerCell *= 2;
  const cells = Math.ceil(totalFrames / framesPerCell);

  let best: FrameGrid | null = null;
  let bestScore = -1;
  const saysPage = (columns: number): boolean =>
    framesPerCell === 1 &&
    rowsOf(cells, columns) <= height &&
    detailOf(Math.floor(room / columns), pageDigits) > 0;
  const easy = columnChoices(cells, room);
  // The pages of a real program are far out: better a row that begins with an odd number than a cell without its page.
  const choices = easy.some(saysPage) ? easy : [...easy, ...evenNumbers(room).filter(saysPage)];
  for (const columns of choices) {
    const rows = rowsOf(cells, columns);
    if (rows > Math.max(1, height)) continue;
    const most = { width: Math.floor(room / columns), height: Math.max(1, Math.floor(height / rows)) };
    const full = mayBeFull && framesPerCell === 1 && isFull(most);
    const largest = full ? LARGEST_FULL_CELL : LARGEST_CELL;
    const cellWidth = Math.min(largest.width, most.width);
    const detail = full ? 3 : framesPerCell > 1 ? 0 : detailOf(cellWidth, pageDigits);
    // Beside other panels a letter alone has no use for a second line.
    const isLow = detail === 0 && !mayBeFull;
    const cellHeight = isLow ? 1 : Math.min(largest.height, most.height);
    const squareness = 1 / (1 + Math.abs(Math.log2(cellWidth / (2 * cellHeight))));
    const area = cells * Math.min(cellWidth, GOOD_CELL_WIDTH) * Math.min(cellHeight, GOOD_CELL_HEIGHT);
    // Without a gap neighbours run into each other.
    const gap = cellWidth > 1 ? 1 : 0;
    // Among cells that are all good enough: the ones that leave least of the room empty. Rows that small cells do not
    // need are no loss: beside other panels they go to those.
    const ofWidth = (columns * cellWidth) / room;
    const ofHeight = isLow ? 1 : (rows * cellHeight) / Math.max(1, height);
    const filled = ofWidth * ofHeight;
    const score = detail * 1e8 + gap * 1e7 + area + 4 * filled + squareness;
    if (score < bestScore) continue;
    bestScore = score;
    best = { framesPerCell, cells, columns, rows, cellWidth, cellHeight, gutter, full };
  }
  return (
    best ?? {
      framesPerCell,
      cells,
      columns: 1,
      rows: cells,
      cellWidth: 1,
      cellHeight: 1,
      gutter,
      full: false,
    }
  );
}

function isFull({ width, height }: { readonly width: number; readonly height: number }): boolean {
  const inLine = WIDTHS_OF_FACTS.filter((least) => width >= least).length;
  return inLine * (height - LINES_WITHOUT_FACTS) >= LEAST_FACTS;
}

function rowsOf(cells: number, columns: number): number {
  return Math.ceil(cells / columns);
}

/** A row holds a power of two of cells, or a multiple of eight: its first frame is then a number easy to go on from. */
function columnChoices(cells: number, room: number): number[] {
  const choices: number[] = [];
  for (let power = 1; power <= room && power < 8; power *= 2) choices.push(power);
  for (let eights = 8; eights <= room; eights += 8) choices.push(eights);
  const enough = choices.find((columns) => columns >= cells);
  return enough === undefined ? choices : choices.filter((columns) => columns <= enough);
}

function evenNumbers(most: number): number[] {
  const numbers: number[] = [];
  for (let number = 2; number <= most; number += 2) numbers.push(number);
  return numbers;
}

function widest(room: number): number {
  return room >= 8 ? room - (room % 8) : 2 ** Math.floor(Math.log2(room));
}
