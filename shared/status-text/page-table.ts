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
import { MAX_DIGITS, putArrow, putAscii, putIndent, putRange } from './digits.ts';
import { MAX_PAGE_COLUMNS, type PageColumns } from './page-columns.ts';
import { ARROW, COLUMNS, INDENT, PAGE_TABLE_HEADING } from './sections.ts';

const LF = 10;
/** In place of the frames of pages that are not resident. */
export const ON_DISK = 'disk';
const MAX_ROW = INDENT.length + 2 * (2 * MAX_DIGITS + 1) + ARROW.length + MAX_PAGE_COLUMNS;

export function pageTableHeading(pid: string): string {
  return `${PAGE_TABLE_HEADING}${pid} ===`;
}

export function writePageTable(out: ByteWriter, pid: string, table: PageRuns, columns: PageColumns): void {
  const { pages, frames, counts, bits, uses } = table;
  out.line(`\n${pageTableHeading(pid)}`);
  out.line(COLUMNS.pageTable);
  for (let row = 0; row < pages.length; row++) {
    out.room(MAX_ROW);
    const { bytes } = out;
    const count = counts[row] ?? 0;
    const frame = frames[row] ?? DISK;
    let at = putRange(bytes, putIndent(bytes, out.length), pages[row] ?? 0, count);
    at = putArrow(bytes, at);
    at = frame === DISK ? putAscii(bytes, at, ON_DISK) : putRange(bytes, at, frame, count);
    if (!columns.arePlain(frame !== DISK, bits[row] ?? 0, uses[row] ?? 0)) {
      at = columns.put(bytes, at, frame !== DISK, bits[row] ?? 0, uses[row] ?? 0);
    }
    bytes[at] = LF;
    out.length = at + 1;
  }
}

/** Pages in the table, resident or not. */
export function pagesIn({ pages, counts }: PageRuns): number {
  const span = (pages.at(-1) ?? 0) + (counts.at(-1) ?? 0) - (pages[0] ?? 0);
  // As many rows as pages from the first to the last: one each, and none is missing.
  if (span === counts.length) return span;
  let sum = 0;
  for (let row = 0; row < counts.length; row++) sum += counts[row] ?? 0;
  return sum;
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
