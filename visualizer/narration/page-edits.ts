/** Pages that a hand has put elsewhere: into a frame, onto the disk, into a table, out of it. Pure. */
import { span } from '../../shared/span.ts';
import { DISK, type Status, SWAPPED } from '../../shared/status.ts';
import { eachPiece, frameAt, NO_PAGES } from '../view/table-differences.ts';
import { bitsInWords } from './page-words.ts';
import { ToldPages } from './told-pages.ts';

/** In place of the frame of pages that are in the table no more. */
const GONE = -2;

/** Those of a process that has gone are left aside: that it has is said of the process. */
export function pagesEdited(before: Status, { paging: { processes } }: Status): string[] {
  const tables = new Map(before.paging.processes.map(({ pid, table }) => [pid, table]));
  const edited = new ToldPages(processes);
  for (const [process, { pid, table }] of processes.entries()) {
    const old = tables.get(pid) ?? NO_PAGES;
    eachPiece(old, table, (page, count, oldRun, run) => {
      if (run < 0) {
        edited.add(process, page, count, GONE, 0);
        return;
      }
      const [frame, bits] = [frameAt(table, run, page), table.bits[run] ?? 0];
      const isSwapped = frame === DISK && (bits & SWAPPED) !== ((old.bits[oldRun] ?? 0) & SWAPPED);
      const stayed = oldRun >= 0 && frameAt(old, oldRun, page) === frame;
      if (!stayed || isSwapped) edited.add(process, page, count, frame, bits);
    });
  }
  return edited.listed(whereInWords);
}

function whereInWords(count: number, frame: number, bits: number): string {
  if (frame === GONE) return ' not there any more';
  if (frame === DISK) return bits & SWAPPED ? ' now swapped out' : ' now on disk';
  return ` now in ${span(frame, count)}${bitsInWords(bits)}`;
}
