/** Rows of one process's page table, from anywhere in it, without making the others: a table may have millions. */
import { DISK, type PageRuns, type TimedRuns } from '../../shared/status.ts';

export interface PageRow {
  readonly page: number;
  /** DISK when it is not resident. */
  readonly frame: number;
  readonly bits: number;
  readonly uses: number;
}

export function pageCount(table: PageRuns): number {
  let pages = 0;
  for (const count of table.counts) pages += count;
  return pages;
}

/** Rows `from` … `from + count − 1`, fewer at the table's end. */
export function pageRows(table: PageRuns, from: number, count: number): PageRow[] {
  const rows: PageRow[] = [];
  let before = 0;
  for (let run = 0; run < table.counts.length && rows.length < count; run++) {
    const length = table.counts[run] ?? 0;
    const firstFrame = table.frames[run] ?? DISK;
    for (let i = Math.max(0, from - before); i < length && rows.length < count; i++) {
      rows.push({
        page: (table.pages[run] ?? 0) + i,
        frame: firstFrame === DISK ? DISK : firstFrame + i,
        bits: table.bits[run] ?? 0,
        uses: table.uses[run] ?? 0,
      });
    }
    before += length;
  }
  return rows;
}

/** The row of a page, or −1. */
export function rowOfPage(table: PageRuns, page: number): number {
  let before = 0;
  for (let run = 0; run < table.counts.length; run++) {
    const offset = page - (table.pages[run] ?? 0);
    const length = table.counts[run] ?? 0;
    if (offset >= 0 && offset < length) return before + offset;
    before += length;
  }
  return -1;
}

/** The logical times of a few frames, in one pass over the runs. */
export function timesOf(runs: TimedRuns, frames: readonly number[]): Map<number, number> {
  const wanted = new Set(frames);
  const times = new Map<number, number>();
  for (let run = 0; run < runs.starts.length && times.size < wanted.size; run++) {
    const start = runs.starts[run] ?? 0;
    const count = runs.counts[run] ?? 0;
    if (count === 1 || count < wanted.size) {
      for (let i = 0; i < count; i++) {
        if (wanted.has(start + i)) times.set(start + i, (runs.times[run] ?? 0) + i);
      }
      continue;
    }
    for (const frame of wanted) {
      if (frame >= start && frame < start + count) times.set(frame, (runs.times[run] ?? 0) + (frame - start));
    }
  }
  return times;
}
