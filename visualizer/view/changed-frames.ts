/**
 * Which frames hold another page than before. The two page tables of a process are walked side by side, run by
 * run, so that a million frames that stayed as they were cost next to nothing.
 *
 *     before   pages 0-3 → frames 4-7                   pages 0-1: the same
 *     now      pages 0-1 → frames 4-5, 2-3 → 8-9        pages 2-3: frames 6, 7 and 8, 9 changed
 */
import { DISK, type PageRuns, type Status } from '../../shared/status.ts';

/**
 * 1 for each frame that changed, and for each that an event of the newer status is about. Null when the two are not
 * neighbours of one memory: then everything would flash, which says nothing.
 */
export function changedFrames(before: Status | null, now: Status): Uint8Array | null {
  if (before === null || before.session !== now.session) return null;
  if (before.paging.totalFrames !== now.paging.totalFrames) return null;
  const changed = new Uint8Array(now.paging.totalFrames);
  const tablesBefore = new Map(before.paging.processes.map(({ pid, table }) => [pid, table]));
  for (const { pid, table } of now.paging.processes) {
    markDifferences(changed, tablesBefore.get(pid) ?? NO_PAGES, table);
    tablesBefore.delete(pid);
  }
  for (const table of tablesBefore.values()) markDifferences(changed, table, NO_PAGES);
  for (const event of now.events) {
    if (event.revision > before.revision && event.frame !== null) changed[event.frame] = 1;
  }
  return changed;
}

const NO_PAGES: PageRuns = {
  pages: new Float64Array(),
  frames: new Int32Array(),
  counts: new Int32Array(),
  bits: new Uint8Array(),
  uses: new Float64Array(),
};

/** `i` and `j` are runs of the two tables, `iDone` and `jDone` how many of their pages have been dealt with. */
function markDifferences(changed: Uint8Array, before: PageRuns, now: PageRuns): void {
  let [i, iDone, j, jDone] = [0, 0, 0, 0];
  while (i < before.counts.length || j < now.counts.length) {
    const oldPage = (before.pages[i] ?? Infinity) + iDone;
    const newPage = (now.pages[j] ?? Infinity) + jDone;
    const oldLeft = (before.counts[i] ?? Infinity) - iDone;
    const newLeft = (now.counts[j] ?? Infinity) - jDone;
    const oldFrame = frameAt(before, i, iDone);
    const newFrame = frameAt(now, j, jDone);
    // As many pages as are alike: in both tables, or in one of them only.
    let pages = Math.min(oldLeft, newLeft);
    if (oldPage < newPage) pages = Math.min(oldLeft, newPage - oldPage);
    if (newPage < oldPage) pages = Math.min(newLeft, oldPage - newPage);
    if (oldPage !== newPage || oldFrame !== newFrame) {
      if (oldPage <= newPage) mark(changed, oldFrame, pages);
      if (newPage <= oldPage) mark(changed, newFrame, pages);
    }
    if (oldPage <= newPage) [i, iDone] = pages === oldLeft ? [i + 1, 0] : [i, iDone + pages];
    if (newPage <= oldPage) [j, jDone] = pages === newLeft ? [j + 1, 0] : [j, jDone + pages];
  }
}

function frameAt({ frames }: PageRuns, run: number, done: number): number {
  const frame = frames[run] ?? DISK;
  return frame === DISK ? DISK : frame + done;
}

function mark(changed: Uint8Array, frame: number, count: number): void {
  if (frame === DISK) return;
  if (count === 1) changed[frame] = 1;
  else changed.fill(1, frame, frame + count);
}
