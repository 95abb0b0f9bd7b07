/**
 * The rows of a page table, read back and checked one by one; page-table.ts says how they look. A memory after a long
 * replay has a million: they are scanned, as scan.ts has it, and what remains is read the long way.
 */
import { DISK, type PageRuns } from '../status.ts';
import { cutTo, float64Room, int32Room, type PlainColumns, RunCounts } from './columns.ts';
import type { Cursor } from './cursor.ts';
import { readRangeEnd } from './frame-list.ts';
import type { FrameSet } from './frame-set.ts';
import { bitsIn, endOfBits, type PageColumns } from './page-columns.ts';
import { ON_DISK } from './page-table.ts';
import { areDigits, digitAt, endOfDigits, fourDigits, isShortNumber, lastStart, rangeCount } from './scan.ts';
import { ARROW, COLUMNS, expectLine, INDENT } from './sections.ts';

const ROW = 'a row such as "   0 -> 3", or the end of the page table';

const LF = 10;
const SPACE = 32;
const HYPHEN = 45;
const EQUALS = 61;
const LETTER_D = 100;
/** `   0 -> 0` and a line feed. */
const MIN_ROW = 10;
/**
 * Rows that are scanned at a time. What is called often is compiled soon and as a whole; of a loop that runs for long
 * V8 replaces the running part, without having seen how it ends. But each call costs as much as some rows do.
 */
const STEP = 1024;
/** To look for the next heading any further, in bytes, takes longer than it spares. */
const FAR = 65_536;

/** As words of four bytes, the first of them the lowest. */
const ARROW_WORD = 0x203e_2d20;
const DISK_WORD = 0x6b73_6964;
const INDENT_WORD = 0x0020_2020;
const INDENT_MASK = 0x00ff_ffff;

export interface PageTableLimits {
  readonly totalFrames: number;
  /** The largest page number whose bytes still have addresses. */
  readonly maxPage: number;
  /** How many pages this table may have at most; `areListed`: how many it has. */
  readonly mostPages: number;
  readonly areListed: boolean;
  /** Frames that are spoken for; those of this table join them. */
  readonly taken: FrameSet;
  readonly plain: PlainColumns;
}

/** A table while it is read. */
interface Rows {
  readonly pages: Float64Array;
  readonly frames: Int32Array;
  readonly counts: RunCounts;
  readonly bits: Uint8Array;
  /** Null while no row says a use count or age. */
  uses: Float64Array | null;
  /** The row that comes next. */
  row: number;
  /** The smallest page that may stand in it. */
  nextPage: number;
  /** How many more pages there may be. */
  pagesLeft: number;
  /** How many frames the rows so far map. */
  usedFrames: number;
  /** Up to which row `fillUpTo` has gone. */
  filled: number;
}

export interface ReadPageTable {
  readonly table: PageRuns;
  /** Pages in the table, resident or not. */
  readonly pages: number;
  /** Frames it maps. */
  readonly usedFrames: number;
}

/** Reads what follows the section's heading. */
export function readPageTable(cursor: Cursor, columns: PageColumns, limits: PageTableLimits): ReadPageTable {
  expectLine(cursor, COLUMNS.pageTable);
  const most = Math.min(limits.mostPages, Math.ceil(mostBytes(cursor, limits) / MIN_ROW));
  const rows: Rows = {
    pages: float64Room(most),
    frames: int32Room(most),
    counts: new RunCounts(most),
    bits: new Uint8Array(most),
    uses: null,
    row: 0,
    nextPage: 0,
    pagesLeft: limits.mostPages,
    usedFrames: 0,
    filled: 0,
  };
  for (;;) {
    scanRows(cursor, rows, columns, limits);
    if (!cursor.takeIndent()) break;
    if (rows.row === most) cursor.fail(`no more than ${limits.mostPages} pages here`);
    readRow(cursor, rows, columns, limits);
  }
  if (cursor.byte !== LF && cursor.byte !== EQUALS) cursor.fail(ROW);
  return {
    table: tableOf(rows, limits.plain),
    pages: limits.mostPages - rows.pagesLeft,
    usedFrames: rows.usedFrames,
  };
}

/**
 * Of the rows: up to the next heading, which is the first line to have an equals sign. Where that is far, and the pages are
 * listed, up to the end of the file.
 */
function mostBytes({ bytes, at }: Cursor, { areListed }: PageTableLimits): number {
  const heading = bytes.subarray(at, areListed ? at + FAR : undefined).indexOf(EQUALS);
  return heading < 0 ? bytes.length - at : heading;
}

/** The rows that were read. */
function tableOf({ pages, frames, counts, bits, uses, row }: Rows, plain: PlainColumns): PageRuns {
  return {
    pages: cutTo(row, pages),
    uses: uses === null ? plain.zeros(row) : cutTo(row, uses),
    frames: cutTo(row, frames),
    counts: counts.upTo(row, plain),
    bits: cutTo(row, bits),
  };
}

/** Reads rows as far as they are right and their numbers short. */
function scanRows(cursor: Cursor, rows: Rows, columns: PageColumns, limits: PageTableLimits): void {
  let end = rows.row;
  while (rows.row === end) {
    end += STEP;
    scanRowsUpTo(end, cursor, rows, columns, limits);
  }
}

function scanRowsUpTo(
  end: number,
  cursor: Cursor,
  rows: Rows,
  columns: PageColumns,
  { totalFrames, maxPage, taken }: PageTableLimits,
): void {
  const { view } = cursor;
  const { pages, frames, counts, bits } = rows;
  const lastRow = Math.min(end, pages.length);
  const latest = lastStart(view);
  fillUpTo(lastRow, rows, columns);
  let { row, nextPage, pagesLeft, usedFrames } = rows;
  let { at: line, line: lineNumber } = cursor;
  for (; row < lastRow && line <= latest; row++) {
    if ((view.getInt32(line, true) & INDENT_MASK) !== INDENT_WORD) break;
    const pageAt = line + INDENT.length;
    const pageWord = view.getInt32(pageAt, true);
    let at = pageAt;
    let page = 0;
    if (areDigits(pageWord)) {
      page = fourDigits(pageWord);
      at += 4;
    }
    for (let digit = digitAt(view, at); digit <= 9; digit = digitAt(view, at)) {
      page = (Math.imul(page, 10) + digit) | 0;
      at += 1;
    }
    if (!isShortNumber(pageWord, at - pageAt)) break;
    let count = 1;
    if (view.getInt32(at, true) !== ARROW_WORD) {
      count = rangeCount(view, at, page) | 0;
      if (count === 0) break;
      at = endOfDigits(view, at + 1);
      if (view.getInt32(at, true) !== ARROW_WORD) break;
    }
    if (page < nextPage || page + count - 1 > maxPage || count > pagesLeft) break;

    const frameAt = at + ARROW.length;
    const frameWord = view.getInt32(frameAt, true);
    at = frameAt;
    let frame = 0;
    let next = 0;
    if (areDigits(frameWord)) {
      frame = fourDigits(frameWord);
      at += 4;
    }
    for (let digit = digitAt(view, at); digit <= 9; digit = digitAt(view, at)) {
      frame = (Math.imul(frame, 10) + digit) | 0;
      at += 1;
    }
    if (frameWord === DISK_WORD) {
      frame = DISK;
      at += ON_DISK.length;
      next = view.getUint8(at);
    } else {
      if (!isShortNumber(frameWord, at - frameAt)) break;
      next = view.getUint8(at);
      if (count > 1 || next === HYPHEN) {
        if (rangeCount(view, at, frame) !== count) break;
        at = endOfDigits(view, at + 1);
        next = view.getUint8(at);
      }
      if (frame + count > totalFrames || taken.add(frame, count) >= 0) break;
      usedFrames += count;
    }
    pages[row] = page;
    frames[row] = frame;
    counts.set(row, count);
    const bitsAt = at + ARROW.length;
    const mayHaveBits = next === SPACE && frame !== DISK && view.getInt32(at, true) === ARROW_WORD;
    const bitsEnd = mayHaveBits ? endOfBits(view, bitsAt) : bitsAt;
    if (next === LF && frame !== DISK) {
      line = at + 1;
    } else if (bitsEnd > bitsAt && view.getUint8(bitsEnd) === LF) {
      bits[row] = bitsIn(view, bitsAt, bitsEnd);
      line = bitsEnd + 1;
    } else {
      cursor.at = at;
      cursor.line = lineNumber;
      readColumns(cursor, rows, row, columns);
      cursor.endLine('the end of the row');
      line = cursor.at;
    }
    lineNumber += 1;
    nextPage = page + count;
    pagesLeft -= count;
  }
  cursor.at = line;
  cursor.line = lineNumber;
  rows.row = row;
  rows.nextPage = nextPage;
  rows.pagesLeft = pagesLeft;
  rows.usedFrames = usedFrames;
}

/** Puts into the rows to come what most of a large table say by their silence. */
function fillUpTo(end: number, rows: Rows, columns: PageColumns): void {
  const { filled } = rows;
  if (end <= filled) return;
  rows.bits.fill(columns.plainBits(true), filled, end);
  const plainUses = columns.plainUses(true);
  if (plainUses !== 0) usesOf(rows).fill(plainUses, filled, end);
  rows.filled = end;
}

/** Reads a row after its indent. */
function readRow(cursor: Cursor, rows: Rows, columns: PageColumns, limits: PageTableLimits): void {
  const { row, nextPage, pagesLeft } = rows;
  const page = cursor.number('a page number', limits.maxPage);
  const count = readRangeEnd(cursor, page, limits.maxPage);
  if (!cursor.takeArrow()) cursor.fail('" -> " between page and frame');
  const frame = cursor.byte === LETTER_D && cursor.take(ON_DISK) ? DISK : readFrames(cursor, count, limits);
  rows.pages[row] = page;
  rows.frames[row] = frame;
  rows.counts.set(row, count);
  readColumns(cursor, rows, row, columns);
  if (page < nextPage) cursor.fail(`pages in ascending order, ${nextPage} at least`);
  if (count > pagesLeft) cursor.fail(`no more than ${limits.mostPages} pages here`);
  cursor.endLine('the end of the row');
  rows.row = row + 1;
  rows.nextPage = page + count;
  rows.pagesLeft = pagesLeft - count;
  if (frame !== DISK) rows.usedFrames += count;
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

/** Reads what follows page and frame, which may be nothing. */
function readColumns(cursor: Cursor, rows: Rows, row: number, columns: PageColumns): void {
  const resident = rows.frames[row] !== DISK;
  const plain = cursor.byte === LF;
  rows.bits[row] = plain ? columns.plainBits(resident) : columns.readBits(cursor, resident);
  const uses = plain ? columns.plainUses(resident) : columns.readUses(cursor, resident);
  if (uses !== 0 || rows.uses !== null) usesOf(rows)[row] = uses;
}

function usesOf(rows: Rows): Float64Array {
  rows.uses ??= new Float64Array(rows.pages.length);
  return rows.uses;
}
