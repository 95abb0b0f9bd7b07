/** Pages that a hand has put elsewhere: into a frame, onto the disk, into a table, out of it. Pure. */
import { span } from '../../shared/span.ts';
import { DIRTY, DISK, type PageRuns, REFERENCED, type Status, SWAPPED } from '../../shared/status.ts';
import { NO_PAGES } from '../view/table-differences.ts';
import { plain } from '../view/wording.ts';
import { listed } from './lists.ts';

/** In place of the frame of pages that are in the table no more. */
const GONE = -2;

/** Of pages that are elsewhere: index of the process, first page, how many, first frame, bits. There may be a million. */
const FIELDS = 5;

/** Those of a process that has gone are left aside: that it has is said of the process. */
export function pagesEdited(before: Status, { paging: { processes } }: Status): string[] {
  const tables = new Map(before.paging.processes.map(({ pid, table }) => [pid, table]));
  const edited: number[] = [];
  for (const [index, { pid, table }] of processes.entries()) {
    const old = tables.get(pid) ?? NO_PAGES;
    eachPiece(table, old, (page, count, run, oldRun) => {
      const [frame, bits] = [frameAt(table, run, page), table.bits[run] ?? 0];
      const isSwapped = frame === DISK && (bits & SWAPPED) !== ((old.bits[oldRun] ?? 0) & SWAPPED);
      const stayed = oldRun >= 0 && frameAt(old, oldRun, page) === frame;
      if (!stayed || isSwapped) edited.push(index, page, count, frame, bits);
    });
    eachPiece(old, table, (page, count, _run, newRun) => {
      if (newRun < 0) edited.push(index, page, count, GONE, 0);
    });
  }
  const textOf = (piece: number): string => {
    const [index = 0, page = 0, count = 1, frame = GONE, bits = 0] = edited.slice(
      FIELDS * piece,
      FIELDS * (piece + 1),
    );
    const pages = `${count === 1 ? 'page' : 'pages'} ${span(page, count)}`;
    return `${plain(processes[index]?.pid ?? '')} ${pages} ${whereInWords(frame, count, bits)}`;
  };
  return edited.length === 0 ? [] : [listed(edited.length / FIELDS, textOf, ', ')];
}

/**
 * Calls `visit` for all pages of a table, in pieces of as many as are in one run of it and in one of the other table, or
 * in none of it: −1.
 */
function eachPiece(
  table: PageRuns,
  other: PageRuns,
  visit: (page: number, count: number, run: number, otherRun: number) => void,
): void {
  let otherRun = 0;
  for (let run = 0; run < table.counts.length; run++) {
    const end = endOf(table, run);
    for (let page = table.pages[run] ?? 0; page < end; ) {
      while (otherRun < other.counts.length && endOf(other, otherRun) <= page) otherRun++;
      const first = other.pages[otherRun] ?? Number.POSITIVE_INFINITY;
      const isThere = first <= page;
      const next = Math.min(end, isThere ? endOf(other, otherRun) : first);
      visit(page, next - page, run, isThere ? otherRun : -1);
      page = next;
    }
  }
}

function endOf({ pages, counts }: PageRuns, run: number): number {
  return (pages[run] ?? 0) + (counts[run] ?? 0);
}

function frameAt({ pages, frames }: PageRuns, run: number, page: number): number {
  const frame = frames[run] ?? DISK;
  return frame === DISK ? DISK : frame + page - (pages[run] ?? 0);
}

function whereInWords(frame: number, count: number, bits: number): string {
  if (frame === GONE) return 'not there any more';
  if (frame === DISK) return bits & SWAPPED ? 'now swapped out' : 'now on disk';
  return `now in ${span(frame, count)}${bitsInWords(bits)}`;
}

/** ` referenced dirty`; nothing where neither is set. */
export function bitsInWords(bits: number): string {
  return `${bits & REFERENCED ? ' referenced' : ''}${bits & DIRTY ? ' dirty' : ''}`;
}
