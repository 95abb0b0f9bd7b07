/** The pages that left their frames from one status to the next: what tells, later, who had a frame before. */
import { DISK, type ProcessStatus, type Status, type StatusEvent } from '../../shared/status.ts';
import { eachDifference, NO_PAGES } from './table-differences.ts';

/** Small, for every revision that is kept has one. */
export interface Departures {
  /** Whose pages they were. */
  readonly owners: readonly Pick<ProcessStatus, 'letter' | 'pid'>[];
  /**
   * Five numbers a run: index of the owner, first page, first frame that was left, how many, and 1 where nobody had
   * the frame after it. First those that are no longer where they were; then, as they went, those evicted in between.
   */
  readonly runs: Float64Array;
}

const FIELDS = 5;

/** With more runs than this, following who left costs more than all of the picture. */
const MAX_RUNS = 100_000;

/** Null where nothing left; unknown where the two are not of one memory, or in too many pieces. */
export function departuresBetween(before: Status | null, now: Status): Departures | null | 'unknown' {
  if (before === null || before.session !== now.session) return 'unknown';
  if (runsOf(before) + runsOf(now) > MAX_RUNS) return 'unknown';
  const owners: Pick<ProcessStatus, 'letter' | 'pid'>[] = [];
  const runs: number[] = [];
  const tables = new Map(now.paging.processes.map(({ pid, table }) => [pid, table]));
  const isLast = Number(isTold(before, now));
  for (const { letter, pid, table } of before.paging.processes) {
    const had = runs.length;
    eachDifference(table, tables.get(pid) ?? NO_PAGES, (page, count, oldFrame) => {
      if (oldFrame !== DISK) runs.push(owners.length, page, oldFrame, count, isLast);
    });
    if (runs.length > had) owners.push({ letter, pid });
  }
  const isLastEvicted = Number(isNext(before, now));
  for (const { candidates } of evictionsSince(before, now)) {
    const [victim] = candidates;
    const isOwner = ({ pid }: { readonly pid: string }): boolean => pid === victim?.pid;
    const owner = now.paging.processes.find(isOwner) ?? before.paging.processes.find(isOwner);
    if (!victim || !owner) continue;
    runs.push(owners.length, victim.page, victim.frame, 1, isLastEvicted);
    owners.push({ letter: owner.letter, pid: owner.pid });
  }
  return runs.length === 0 ? null : { owners, runs: Float64Array.from(runs) };
}

/** Does the newer one tell of every page that left its frame since, whichever came and went in between? */
export function isTold(before: Status, now: Status): boolean {
  const evictions = now.paging.counters.evictions - before.paging.counters.evictions;
  return isNext(before, now) && evictions <= evictionsSince(before, now).length;
}

/** Within one revision a frame that is evicted is not freed as well. */
function isNext(before: Status, now: Status): boolean {
  return now.session === before.session && now.revision === before.revision + 1;
}

/** As far as the newer one lists them: the last ones. */
function evictionsSince(before: Status, { events }: Status): StatusEvent[] {
  return events.filter(({ kind, revision }) => kind === 'evict' && revision > before.revision);
}

function runsOf({ paging }: Status): number {
  return paging.processes.reduce((sum, { table }) => sum + table.counts.length, 0);
}

/** Whose page was the last to leave that frame, and which; `exact` where none can have been later. Null where none left. */
export function whoLeft(
  { owners, runs }: Departures,
  frame: number,
): { readonly letter: string; readonly pid: string; readonly page: number; readonly exact: boolean } | null {
  for (let run = runs.length - FIELDS; run >= 0; run -= FIELDS) {
    const offset = frame - (runs[run + 2] ?? 0);
    if (offset < 0 || offset >= (runs[run + 3] ?? 0)) continue;
    const owner = owners[runs[run] ?? -1];
    return owner ? { ...owner, page: (runs[run + 1] ?? 0) + offset, exact: runs[run + 4] === 1 } : null;
  }
  return null;
}

/** Bytes they take, about: of the objects, and of the numbers. */
export function sizeOf({ owners, runs }: Departures): number {
  return 200 + 50 * owners.length + runs.byteLength;
}
