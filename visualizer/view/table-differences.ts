/**
 * Two page tables walked side by side, run by run, so that a million pages that stayed where they were cost next to
 * nothing.
 *
 *     before   pages 0-3 → frames 4-7                   pages 0-1: the same
 *     now      pages 0-1 → frames 4-5, 2-3 → 8-9        pages 2-3: from frames 6, 7 to 8, 9
 */
import { DISK, type PageRuns } from '../../shared/status.ts';

export const NO_PAGES: PageRuns = {
  pages: new Float64Array(),
  frames: new Int32Array(),
  counts: new Int32Array(),
  bits: new Uint8Array(),
  uses: new Float64Array(),
};

/** Called for `count` pages from `page` on, which were in frames from `oldFrame` on and now are in others; DISK: in none. */
export type Difference = (page: number, count: number, oldFrame: number, newFrame: number) => void;

/**
 * `i` and `j` are runs of the two tables, `iDone` and `jDone` how many of their pages have been dealt with. It could be
 * made of `eachPiece`, but is done for every picture of a changed memory: there a call for each of a million runs, of
 * which hardly any differs, doubles the time. Runs that are alike as they stand are passed over first.
 */
export function eachDifference(before: PageRuns, now: PageRuns, report: Difference): void {
  let [i, iDone, j, jDone] = [0, 0, 0, 0];
  while (i < before.counts.length || j < now.counts.length) {
    if (iDone === 0 && jDone === 0 && areAlike(before, i, now, j)) {
      i += 1;
      j += 1;
      continue;
    }
    const oldPage = (before.pages[i] ?? Infinity) + iDone;
    const newPage = (now.pages[j] ?? Infinity) + jDone;
    const oldLeft = (before.counts[i] ?? Infinity) - iDone;
    const newLeft = (now.counts[j] ?? Infinity) - jDone;
    const oldFrame = oldPage <= newPage ? frameIn(before, i, iDone) : DISK;
    const newFrame = newPage <= oldPage ? frameIn(now, j, jDone) : DISK;
    // As many pages as are alike: in both tables, or in one of them only.
    let pages = Math.min(oldLeft, newLeft);
    if (oldPage < newPage) pages = Math.min(oldLeft, newPage - oldPage);
    if (newPage < oldPage) pages = Math.min(newLeft, oldPage - newPage);
    if (oldFrame !== newFrame) report(Math.min(oldPage, newPage), pages, oldFrame, newFrame);
    if (oldPage <= newPage) [i, iDone] = pages === oldLeft ? [i + 1, 0] : [i, iDone + pages];
    if (newPage <= oldPage) [j, jDone] = pages === newLeft ? [j + 1, 0] : [j, jDone + pages];
  }
}

/** Called for `count` pages from `page` on, which are in one run of each table; −1: in none of it. */
export type Piece = (page: number, count: number, oldRun: number, newRun: number) => void;

/** Every page of either table, in ascending order, alike or not: for what may differ beside the frame. */
export function eachPiece(before: PageRuns, now: PageRuns, visit: Piece): void {
  let [i, j, done] = [0, 0, 0];
  while (i < before.counts.length || j < now.counts.length) {
    const oldPage = Math.max(done, before.pages[i] ?? Infinity);
    const newPage = Math.max(done, now.pages[j] ?? Infinity);
    const page = Math.min(oldPage, newPage);
    const oldEnd = oldPage === page ? endOf(before, i) : oldPage;
    const newEnd = newPage === page ? endOf(now, j) : newPage;
    done = Math.min(oldEnd, newEnd);
    visit(page, done - page, oldPage === page ? i : -1, newPage === page ? j : -1);
    if (oldEnd === done && oldPage === page) i++;
    if (newEnd === done && newPage === page) j++;
  }
}

/** The frame of a page of that run; DISK where it is in none. */
export function frameAt(table: PageRuns, run: number, page: number): number {
  return frameIn(table, run, page - (table.pages[run] ?? 0));
}

/** Is a run of one table a run of the other, too? */
function areAlike(before: PageRuns, i: number, now: PageRuns, j: number): boolean {
  return (
    before.frames[i] === now.frames[j] &&
    before.pages[i] === now.pages[j] &&
    before.counts[i] === now.counts[j]
  );
}

function frameIn({ frames }: PageRuns, run: number, done: number): number {
  const frame = frames[run] ?? DISK;
  return frame === DISK ? DISK : frame + done;
}

function endOf({ pages, counts }: PageRuns, run: number): number {
  return (pages[run] ?? 0) + (counts[run] ?? 0);
}
