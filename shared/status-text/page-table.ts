/**
 * The page table of one process. A row is a run of pages: in consecutive frames with equal columns, or on disk.
 *
 *     Page Number -> Frame Number
 *        0 -> 3
 *        1-3 -> 5-7 -> RD
 *        4-9 -> disk -> S
 */
import { DISK, type PageRuns } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { MAX_DIGITS, putArrow, putAscii, putIndent, putRange } from './digits.ts';
import { readRangeEnd } from './frame-list.ts';
import type { FrameSet } from './frame-set.ts';
import { MAX_PAGE_COLUMNS, type PageColumns } from './page-columns.ts';
import { ARROW, COLUMNS, expectLine, INDENT, PAGE_TABLE_HEADING } from './sections.ts';

const LF = 10;
const LETTER_D = 100;
const ON_DISK = 'disk';
const MAX_ROW = INDENT.length + 2 * (2 * MAX_DIGITS + 1) + ARROW.length + MAX_PAGE_COLUMNS;
/** `   0 -> 0` and a line feed. */
const MIN_ROW = 10;

export function pageTableHeading(pid: string): string {
  return `${PAGE_TABLE_HEADING}${pid} ===`;
}

export function writePageTable(out: ByteWriter, pid: string, table: PageRuns, columns: PageColumns): void {
  out.line(`\n${pageTableHeading(pid)}`);
  out.line(COLUMNS.pageTable);
  for (let row = 0; row < table.pages.length; row++) {
    out.room(MAX_ROW);
    out.length = putRow(out.bytes, out.length, table, row, columns);
  }
}

function putRow(
  bytes: Uint8Array,
  start: number,
  table: PageRuns,
  row: number,
  columns: PageColumns,
): number {
  const count = table.counts[row] ?? 0;
  const frame = table.frames[row] ?? DISK;
  let at = putIndent(bytes, start);
  at = putRange(bytes, at, table.pages[row] ?? 0, count);
  at = putArrow(bytes, at);
  at = frame === DISK ? putAscii(bytes, at, ON_DISK) : putRange(bytes, at, frame, count);
  at = columns.put(bytes, at, frame !== DISK, table.bits[row] ?? 0, table.uses[row] ?? 0);
  bytes[at] = LF;
  return at + 1;
}

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
  const most = Math.min(limits.mostPages, Math.ceil((cursor.bytes.length - cursor.at) / MIN_ROW));
  const table = {
    pages: new Float64Array(most),
    frames: new Int32Array(most),
    counts: new Int32Array(most),
    bits: new Uint8Array(most),
    uses: new Float64Array(most),
  };
  let nextPage = 0;
  let pagesLeft = limits.mostPages;
  let row = 0;
  for (; cursor.takeIndent(); row++) {
    if (row === most) cursor.fail(`no more than ${limits.mostPages} pages here`);
    readRow(cursor, table, row, columns, limits);
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
  if (readRangeEnd(cursor, frame, totalFrames - 1) !== count)
    cursor.fail(`as many frames as pages: ${count}`);
  const twice = taken.add(frame, count);
  if (twice >= 0)
    cursor.fail(`frames that are not in use yet: frame ${twice} is mapped above, or in the free-frame list`);
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

/** Pages in the table, resident or not. */
export function pagesIn({ counts }: PageRuns): number {
  let pages = 0;
  for (let row = 0; row < counts.length; row++) pages += counts[row] ?? 0;
  return pages;
}

/** Frames the table maps. */
export function framesIn({ frames: starts, counts }: PageRuns): number {
  let frames = 0;
  for (let row = 0; row < counts.length; row++) if (starts[row] !== DISK) frames += counts[row] ?? 0;
  return frames;
}

/** The frame of `page`, DISK, or undefined where the page is invalid. */
export function frameOf(table: PageRuns, page: number): number | undefined {
  let low = 0;
  let high = table.pages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table.pages[middle] ?? 0) <= page) low = middle + 1;
    else high = middle;
  }
  const row = low - 1;
  const offset = page - (table.pages[row] ?? 0);
  const frame = table.frames[row];
  if (frame === undefined || offset >= (table.counts[row] ?? 0)) return undefined;
  return frame === DISK ? DISK : frame + offset;
}
