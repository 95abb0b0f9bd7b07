/** The rows of a page table, read back and checked one by one; page-table.ts says how they look. */
import { DISK, type PageRuns } from '../status.ts';
import type { Cursor } from './cursor.ts';
import { readRangeEnd } from './frame-list.ts';
import type { FrameSet } from './frame-set.ts';
import type { PageColumns } from './page-columns.ts';
import { ON_DISK } from './page-table.ts';
import { readPlainRows } from './plain-rows.ts';
import { COLUMNS, expectLine } from './sections.ts';

const LF = 10;
const EQUALS = 61;
const LETTER_D = 100;
/** `   0 -> 0` and a line feed. */
const MIN_ROW = 10;

export interface PageTableLimits {
  readonly totalFrames: number;
  /** The largest page number whose bytes still have addresses. */
  readonly maxPage: number;
  /** How many pages this table may have at most. */
  readonly mostPages: number;
  /** Frames that are spoken for; those of this table join them. */
  readonly taken: FrameSet;
}

/** Reads what follows the section's heading. */
export function readPageTable(cursor: Cursor, columns: PageColumns, limits: PageTableLimits): PageRuns {
  expectLine(cursor, COLUMNS.pageTable);
  const most = Math.min(limits.mostPages, Math.ceil(bytesOfRows(cursor) / MIN_ROW));
  const table = {
    pages: new Float64Array(most),
    frames: new Int32Array(most),
    counts: new Int32Array(most),
    bits: new Uint8Array(most),
    uses: new Float64Array(most),
  };
  const plain = { bits: columns.plainBits(true), uses: columns.plainUses(true) };
  let nextPage = 0;
  let pagesLeft = limits.mostPages;
  let row = 0;
  for (;;) {
    const end = Math.min(most, row + pagesLeft);
    const first = row;
    row = readPlainRows(cursor, { table, from: first, end, nextPage, ...plain, ...limits });
    if (row > first) nextPage = (table.pages[row - 1] ?? 0) + 1;
    pagesLeft -= row - first;
    if (!cursor.takeIndent()) break;
    if (row === most) cursor.fail(`no more than ${limits.mostPages} pages here`);
    readRow(cursor, table, row, columns, limits);
    const page = table.pages[row] ?? 0;
    const count = table.counts[row] ?? 0;
    if (page < nextPage) cursor.fail(`pages in ascending order, ${nextPage} at least`);
    if (count > pagesLeft) cursor.fail(`no more than ${limits.mostPages} pages here`);
    cursor.endLine('the end of the row');
    nextPage = page + count;
    pagesLeft -= count;
    row += 1;
  }
  return row === most ? table : shortened(table, row);
}

/** Up to the next heading, which is the first line to have an equals sign. */
function bytesOfRows({ bytes, at }: Cursor): number {
  const heading = bytes.indexOf(EQUALS, at);
  return (heading < 0 ? bytes.length : heading) - at;
}

/** Reads a row up to its end into row `row` of `table`. */
function readRow(
  cursor: Cursor,
  table: PageRuns,
  row: number,
  columns: PageColumns,
  limits: PageTableLimits,
): void {
  const page = cursor.number('a page number', limits.maxPage);
  const count = readRangeEnd(cursor, page, limits.maxPage);
  if (!cursor.takeArrow()) cursor.fail('" -> " between page and frame');
  const frame = cursor.byte === LETTER_D && cursor.take(ON_DISK) ? DISK : readFrames(cursor, count, limits);
  table.pages[row] = page;
  table.frames[row] = frame;
  table.counts[row] = count;
  const resident = frame !== DISK;
  const plain = cursor.byte === LF;
  table.bits[row] = plain ? columns.plainBits(resident) : columns.readBits(cursor, resident);
  table.uses[row] = plain ? columns.plainUses(resident) : columns.readUses(cursor, resident);
}

/** As many frames as there are pages in the row; all of them were free to be mapped. */
function readFrames(cursor: Cursor, count: number, { totalFrames, taken }: PageTableLimits): number {
  const frame = cursor.number('a frame below TOTAL_FRAMES, or disk', totalFrames - 1);
  if (readRangeEnd(cursor, frame, totalFrames - 1) !== count) {
    cursor.fail(`as many frames as pages: ${count}`);
  }
  const twice = taken.add(frame, count);
  if (twice >= 0) {
    cursor.fail(`frames that are not in use yet: frame ${twice} is mapped above, or in the free-frame list`);
  }
  return frame;
}

function shortened(table: PageRuns, rows: number): PageRuns {
  return {
    pages: table.pages.slice(0, rows),
    frames: table.frames.slice(0, rows),
    counts: table.counts.slice(0, rows),
    bits: table.bits.slice(0, rows),
    uses: table.uses.slice(0, rows),
  };
}
