/**
 * Rows of a page table that say nothing but a page and a frame, `   0 -> 3`, and entries of a list of frames in order
 * that are a frame alone, `3`. A memory after a long replay has a million of each: they are read here in one loop, in
 * the arithmetic of short integers. Whatever is not so plain, or not right, is left where it is, for those who read
 * the long way, and who also word what is wrong.
 */
import type { PageRuns, TimedRuns } from '../status.ts';
import type { Cursor } from './cursor.ts';
import type { FrameSet } from './frame-set.ts';

const LF = 10;
const SPACE = 32;
const HYPHEN = 45;
const ZERO = 48;
const NINE = 57;
const GREATER = 62;
/** In more digits a number is not a short integer. */
const MOST_DIGITS = 9;
/**
 * Rows or entries that are read at a time. Called often, a function is compiled soon and as a whole; in one that loops
 * for long V8 replaces the running loop, without having seen how it ends.
 */
const STEP = 4096;

export interface PlainRows {
  readonly table: PageRuns;
  /** The first row to be read, and the one that must not be. */
  readonly from: number;
  readonly end: number;
  /** The smallest page that may come, and the largest. */
  readonly nextPage: number;
  readonly maxPage: number;
  readonly totalFrames: number;
  /** What a page has whose row says nothing about it. */
  readonly bits: number;
  readonly uses: number;
  readonly taken: FrameSet;
}

/** Reads up to STEP rows from the beginning of a line on; answers the row after the last that it read. */
export function readPlainRows(cursor: Cursor, rows: PlainRows): number {
  const { table, from, maxPage, totalFrames, taken } = rows;
  const end = Math.min(rows.end, from + STEP);
  const { pages, frames } = table;
  const { bytes } = cursor;
  let { nextPage } = rows;
  let line = cursor.at;
  let row = from;
  for (; row < end; row++) {
    let at = line;
    if (bytes[at] !== SPACE || bytes[at + 1] !== SPACE || bytes[at + 2] !== SPACE) break;
    at += 3;
    const pageAt = at;
    let page = 0;
    for (let digit = digitAt(bytes, at); digit >= 0; digit = digitAt(bytes, at)) {
      page = (Math.imul(page, 10) + digit) | 0;
      at++;
    }
    if (!isNumber(bytes, pageAt, at) || page < nextPage || page > maxPage) break;

    if (
      bytes[at] !== SPACE ||
      bytes[at + 1] !== HYPHEN ||
      bytes[at + 2] !== GREATER ||
      bytes[at + 3] !== SPACE
    )
      break;
    at += 4;
    const frameAt = at;
    let frame = 0;
    for (let digit = digitAt(bytes, at); digit >= 0; digit = digitAt(bytes, at)) {
      frame = (Math.imul(frame, 10) + digit) | 0;
      at++;
    }
    if (!isNumber(bytes, frameAt, at) || bytes[at] !== LF || frame >= totalFrames) break;
    if (taken.add(frame, 1) >= 0) break;
    pages[row] = page;
    frames[row] = frame;
    nextPage = page + 1;
    line = at + 1;
  }
  table.counts.fill(1, from, row);
  table.bits.fill(rows.bits, from, row);
  if (rows.uses !== 0) table.uses.fill(rows.uses, from, row);
  cursor.at = line;
  cursor.line += row - from;
  return row;
}

/**
 * Reads up to STEP entries of `runs` from entry `from` on, each at the time after the one before, the first at `time`; answers the
 * entry after the last that it read. Another entry follows there.
 */
export function readPlainEntries(
  cursor: Cursor,
  { starts, counts, times }: TimedRuns,
  from: number,
  time: number,
  totalFrames: number,
): number {
  const { bytes } = cursor;
  let entryAt = cursor.at;
  let entry = from;
  const end = Math.min(starts.length, from + STEP);
  for (; entry < end; entry++) {
    let at = entryAt;
    let frame = 0;
    for (let digit = digitAt(bytes, at); digit >= 0; digit = digitAt(bytes, at)) {
      frame = (Math.imul(frame, 10) + digit) | 0;
      at++;
    }
    const separator = bytes[at];
    if (!isNumber(bytes, entryAt, at) || frame >= totalFrames) break;
    if ((separator !== SPACE && separator !== LF) || digitAt(bytes, at + 1) < 0) break;
    starts[entry] = frame;
    times[entry] = time + (entry - from);
    if (separator === LF) cursor.line += 1;
    entryAt = at + 1;
  }
  counts.fill(1, from, entry);
  cursor.at = entryAt;
  return entry;
}

/** The digit at `at`, or −1. */
function digitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  return byte >= ZERO && byte <= NINE ? byte - ZERO : -1;
}

/** Are these digits a number as it is written, and a short one? */
function isNumber(bytes: Uint8Array, from: number, end: number): boolean {
  const digits = end - from;
  return digits > 0 && digits <= MOST_DIGITS && (digits === 1 || bytes[from] !== ZERO);
}
