/** The pages that left their frames from one status to the next: what tells, later, who had a frame before. */
import { DISK, type ProcessStatus, type Status } from '../../shared/status.ts';
import { eachDifference, NO_PAGES } from './table-differences.ts';

/** Run k: `counts[k]` pages of process `owners[k]`, from `pages[k]` on, left the frames from `frames[k]` on. */
export interface Departures {
  readonly processes: readonly Pick<ProcessStatus, 'letter' | 'pid'>[];
  readonly owners: Int32Array;
  readonly pages: Float64Array;
  readonly frames: Int32Array;
  readonly counts: Int32Array;
}

/** Bytes that a run takes. */
export const DEPARTURE_BYTES = 20;

/** With more runs than this, following who left costs more than all of the picture. */
const MAX_RUNS = 100_000;

/** Null where nothing left; unknown where the two are not of one memory, or in too many pieces. */
export function departuresBetween(before: Status | null, now: Status): Departures | null | 'unknown' {
  if (before === null || before.session !== now.session) return 'unknown';
  if (runsOf(before) + runsOf(now) > MAX_RUNS) return 'unknown';
  const [owners, pages, frames, counts]: [number[], number[], number[], number[]] = [[], [], [], []];
  const tables = new Map(now.paging.processes.map(({ pid, table }) => [pid, table]));
  for (const [owner, { pid, table }] of before.paging.processes.entries()) {
    eachDifference(table, tables.get(pid) ?? NO_PAGES, (page, count, oldFrame) => {
      if (oldFrame === DISK) return;
      owners.push(owner);
      pages.push(page);
      frames.push(oldFrame);
      counts.push(count);
    });
  }
  if (owners.length === 0) return null;
  return {
    processes: before.paging.processes.map(({ letter, pid }) => ({ letter, pid })),
    owners: Int32Array.from(owners),
    pages: Float64Array.from(pages),
    frames: Int32Array.from(frames),
    counts: Int32Array.from(counts),
  };
}

function runsOf({ paging }: Status): number {
  return paging.processes.reduce((sum, { table }) => sum + table.counts.length, 0);
}

/** Whose page left that frame, and which; null where none did. */
export function whoLeft(
  { processes, owners, pages, frames, counts }: Departures,
  frame: number,
): { readonly letter: string; readonly pid: string; readonly page: number } | null {
  for (let run = 0; run < frames.length; run++) {
    const offset = frame - (frames[run] ?? 0);
    if (offset < 0 || offset >= (counts[run] ?? 0)) continue;
    const process = processes[owners[run] ?? -1];
    return process ? { ...process, page: (pages[run] ?? 0) + offset } : null;
  }
  return null;
}
