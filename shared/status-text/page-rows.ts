/**
 * The rows of a page table, read back and checked one by one; page-table.ts says how they look. A memory after a long
 * replay has a million rows of one page in one frame with nothing more to say: they are read by a short cut. Whatever
 * is not so plain, or not right, is read again the long way, which also words what is wrong.
 */
import { DISK, type PageRuns } from '../status.ts';
import type { Cursor } from './cursor.ts';
import { readRangeEnd } from './frame-list.ts';
import type { FrameSet } from './frame-set.ts';
import type { PageColumns } from './page-columns.ts';
import { ON_DISK } from './page-table.ts';
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
  for (; cursor.takeIndent(); row++) {
    if (row === most) cursor.fail(`no more than ${limits.mostPages} pages here`);
    if (!readPlainRow(cursor, table, row, plain, limits)) readRow(cursor, table, row, columns, limits);
    const page = table.pages[row] ?? 0;
    const count = table.counts[row] ?? 0;
    if (page < nextPage) cursor.fail(`pages in ascending order, ${nextPage} at least`);
    if (count > pagesLeft) cursor.fail(`no more than ${limits.mostPages} pages here`);
    cursor.endLine('the end of the row');
    nextPage = page + count;
    pagesLeft -= count;
  }
  return row === most ? table : shortened(table, row);
}

/** Up to the next heading, which is the first line to have an equals sign. */
function bytesOfRows({ bytes, at }: Cursor): number {
  const heading = bytes.indexOf(EQUALS, at);
  return (heading < 0 ? bytes.length : heading) - at;
}

/** Reads `0 -> 3` up to the end of its line, if that is what stands here and is right. Or else nothing has happened. */
function readPlainRow(
  cursor: Cursor,
  table: PageRuns,
  row: number,
  plain: { readonly bits: number; readonly uses: number },
  { totalFrames, maxPage, taken }: PageTableLimits,
): boolean {
  const begin = cursor.at;
  const page = cursor.shortNumber();
  const arrow = cursor.takeArrow();
  const frame = cursor.shortNumber();
  const isRight =
    arrow && cursor.byte === LF && page >= 0 && page <= maxPage && frame >= 0 && frame < totalFrames;
  if (!isRight || taken.add(frame, 1) >= 0) {
    cursor.at = begin;
    return false;
  }
  table.pages[row] = page;
  table.frames[row] = frame;
  table.counts[row] = 1;
  table.bits[row] = plain.bits;
  if (plain.uses !== 0) table.uses[row] = plain.uses;
  return true;
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
