/** The pages that left their frames from one status to the next: what tells, later, who had a frame before. */
import { DISK, type ProcessStatus, type Status } from '../../shared/status.ts';
import { eachDifference, NO_PAGES } from './table-differences.ts';

/** Small, for every revision that is kept has one. */
export interface Departures {
  /** Whose pages they were. */
  readonly owners: readonly Pick<ProcessStatus, 'letter' | 'pid'>[];
  /** Four numbers a run: index of the owner, first page, first frame that was left, how many. */
  readonly runs: Float64Array;
}

const FIELDS = 4;

/** With more runs than this, following who left costs more than all of the picture. */
const MAX_RUNS = 100_000;

/** Null where nothing left; unknown where the two are not of one memory, or in too many pieces. */
export function departuresBetween(before: Status | null, now: Status): Departures | null | 'unknown' {
  if (before === null || before.session !== now.session) return 'unknown';
  if (runsOf(before) + runsOf(now) > MAX_RUNS) return 'unknown';
  const owners: Pick<ProcessStatus, 'letter' | 'pid'>[] = [];
  const runs: number[] = [];
  const tables = new Map(now.paging.processes.map(({ pid, table }) => [pid, table]));
  for (const { letter, pid, table } of before.paging.processes) {
    const had = runs.length;
    eachDifference(table, tables.get(pid) ?? NO_PAGES, (page, count, oldFrame) => {
      if (oldFrame !== DISK) runs.push(owners.length, page, oldFrame, count);
    });
    if (runs.length > had) owners.push({ letter, pid });
  }
  return runs.length === 0 ? null : { owners, runs: Float64Array.from(runs) };
}

function runsOf({ paging }: Status): number {
  return paging.processes.reduce((sum, { table }) => sum + table.counts.length, 0);
}

/** Whose page left that frame, and which; null where none did. */
export function whoLeft(
  { owners, runs }: Departures,
  frame: number,
): { readonly letter: string; readonly pid: string; readonly page: number } | null {
  for (let run = 0; run < runs.length; run += FIELDS) {
    const offset = frame - (runs[run + 2] ?? 0);
    if (offset < 0 || offset >= (runs[run + 3] ?? 0)) continue;
    const owner = owners[runs[run] ?? -1];
    return owner ? { ...owner, page: (runs[run + 1] ?? 0) + offset } : null;
  }
  return null;
}

/** Bytes they take, about: of the objects, and of the numbers. */
export function sizeOf({ owners, runs }: Departures): number {
  return 200 + 50 * owners.length + runs.byteLength;
}
