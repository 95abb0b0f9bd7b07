/**
 * Rows of one process's page table, from anywhere in it, without making the others: a table may have millions. The
 * index says at which row each run begins, and is made once.
 */
import { DISK, type PageRuns, type TimedRuns } from '../../shared/status.ts';

export interface PageRow {
  readonly page: number;
  /** DISK when it is not resident. */
  readonly frame: number;
  readonly bits: number;
  readonly uses: number;
}

export interface PageIndex {
  readonly table: PageRuns;
  /** The row at which run k begins; one more than there are runs, the last being the number of rows. */
  readonly firstRows: Int32Array;
}

export function pageIndex(table: PageRuns): PageIndex {
  const firstRows = new Int32Array(table.counts.length + 1);
  let rows = 0;
  for (let run = 0; run < table.counts.length; run++) {
    firstRows[run] = rows;
    rows += table.counts[run] ?? 0;
  }
  firstRows[table.counts.length] = rows;
  return { table, firstRows };
}

export function rowCount({ firstRows }: PageIndex): number {
  return firstRows.at(-1) ?? 0;
}

/** Rows `from` … `from + count − 1`, fewer at the table's end. */
export function pageRows({ table, firstRows }: PageIndex, from: number, count: number): PageRow[] {
  const rows: PageRow[] = [];
  for (let run = lastAtMost(firstRows, from); run < table.counts.length && rows.length < count; run++) {
    const firstFrame = table.frames[run] ?? DISK;
    const first = firstRows[run] ?? 0;
    const end = firstRows[run + 1] ?? 0;
    for (let row = Math.max(from, first); row < end && rows.length < count; row++) {
      rows.push({
        page: (table.pages[run] ?? 0) + row - first,
        frame: firstFrame === DISK ? DISK : firstFrame + row - first,
        bits: table.bits[run] ?? 0,
        uses: table.uses[run] ?? 0,
      });
    }
  }
  return rows;
}

/** The row of a page, or −1. */
export function rowOfPage({ table, firstRows }: PageIndex, page: number): number {
  const run = lastAtMost(table.pages, page);
  const offset = page - (table.pages[run] ?? 0);
  return offset >= 0 && offset < (table.counts[run] ?? 0) ? (firstRows[run] ?? 0) + offset : -1;
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

/** Frames that are looked for, by the last bits of their numbers: a set small enough to be asked a million times. */
const HASHED = 2048;

/** The logical times of a few frames, in one pass over the runs. */
export function timesOf(runs: TimedRuns, frames: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  const maybe = new Uint8Array(HASHED);
  for (const frame of frames) maybe[frame % HASHED] = 1;
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run] ?? 0;
    const count = runs.counts[run] ?? 0;
    if (count === 1 && maybe[start % HASHED] === 0) continue;
    for (const frame of frames) {
      if (frame >= start && frame < start + count) times.set(frame, (runs.times[run] ?? 0) + frame - start);
    }
  }
  return times;
}
