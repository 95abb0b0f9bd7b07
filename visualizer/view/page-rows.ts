/**
 * Rows of one process's page table, from anywhere in it, without making the others: a table may have millions. The
 * index says at which row each run begins, and is made once.
 */
import { DISK, type PageRuns, type TimedRuns } from '../../shared/status.ts';
import { pagesIn } from '../../shared/status-text/page-table.ts';
import { runOf } from './frame-table.ts';

export interface PageRow {
  readonly page: number;
  /** DISK when it is not resident. */
  readonly frame: number;
  readonly bits: number;
  readonly uses: number;
}

export interface PageIndex {
  readonly table: PageRuns;
  readonly rows: number;
  /** The row at which each run begins, counted from `from`. */
  readonly firstRows: Int32Array | Float64Array;
  readonly from: number;
}

/** Where no page is missing between the first and the last, their numbers count the rows. */
export function pageIndex(table: PageRuns): PageIndex {
  const { pages, counts } = table;
  const rows = pagesIn(table);
  const from = pages[0] ?? 0;
  const end = (pages.at(-1) ?? 0) + (counts.at(-1) ?? 0);
  if (end - from === rows) return { table, rows, firstRows: pages, from };
  const firstRows = new Int32Array(counts.length);
  let row = 0;
  for (let run = 0; run < counts.length; run++) {
    firstRows[run] = row;
    row += counts[run] ?? 0;
  }
  return { table, rows, firstRows, from: 0 };
}

/** Rows `first` … `first + count − 1`, fewer at the table's end. */
export function pageRows(index: PageIndex, first: number, count: number): PageRow[] {
  const { table, firstRows, from } = index;
  const rows: PageRow[] = [];
  for (
    let run = lastAtMost(firstRows, from + first);
    run < table.counts.length && rows.length < count;
    run++
  ) {
    const firstFrame = table.frames[run] ?? DISK;
    const begin = firstRow(index, run);
    const end = begin + (table.counts[run] ?? 0);
    for (let row = Math.max(first, begin); row < end && rows.length < count; row++) {
      rows.push({
        page: (table.pages[run] ?? 0) + row - begin,
        frame: firstFrame === DISK ? DISK : firstFrame + row - begin,
        bits: table.bits[run] ?? 0,
        uses: table.uses[run] ?? 0,
      });
    }
  }
  return rows;
}

/** The table of the first `most` pages. */
export function firstPages(table: PageRuns, most: number): PageRuns {
  let runs = 0;
  let left = most;
  while (left > 0 && runs < table.counts.length) left -= table.counts[runs++] ?? 0;
  const counts = table.counts.slice(0, runs);
  if (left < 0) counts[runs - 1] = (counts[runs - 1] ?? 0) + left;
  const [pages, frames] = [table.pages.slice(0, runs), table.frames.slice(0, runs)];
  return { pages, frames, counts, bits: table.bits.slice(0, runs), uses: table.uses.slice(0, runs) };
}

/** The row of a page, or −1. */
export function rowOfPage(index: PageIndex, page: number): number {
  const { pages, counts } = index.table;
  const run = lastAtMost(pages, page);
  const offset = page - (pages[run] ?? 0);
  return offset >= 0 && offset < (counts[run] ?? 0) ? firstRow(index, run) + offset : -1;
}

function firstRow({ firstRows, from }: PageIndex, run: number): number {
  return (firstRows[run] ?? 0) - from;
}

/** The last index whose value is at most `value`, or 0; the values ascend. */
function lastAtMost(values: Int32Array | Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Frames that are looked for, by the last bits of their numbers: a set small enough to be asked a million times; a power of two. */
const HASHED = 32_768;

/** The logical times of a few frames, in one pass over the runs. */
export function timesOf(runs: TimedRuns, frames: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  if (frames.length === 1) {
    const [frame = 0] = frames;
    const run = runOf(runs.starts, runs.counts, frame);
    return run < 0 ? times : times.set(frame, (runs.times[run] ?? 0) + frame - (runs.starts[run] ?? 0));
  }
  const maybe = new Uint8Array(HASHED);
  for (const frame of frames) maybe[frame & (HASHED - 1)] = 1;
  for (
    let run = nextCandidate(runs, 0, maybe);
    run < runs.starts.length;
    run = nextCandidate(runs, run + 1, maybe)
  ) {
    const start = runs.starts[run] ?? 0;
    const end = start + (runs.counts[run] ?? 0);
    for (const frame of frames) {
      if (frame >= start && frame < end) times.set(frame, (runs.times[run] ?? 0) + frame - start);
    }
  }
  return times;
}

/** The first run from `from` on that may have one of the frames, or how many there are. */
function nextCandidate({ starts, counts }: TimedRuns, from: number, maybe: Uint8Array): number {
  let run = from;
  while (run < starts.length && counts[run] === 1 && maybe[(starts[run] ?? 0) & (HASHED - 1)] === 0) run += 1;
  return run;
}
