/** Which frames hold another page than before. */
import { DISK, type Status } from '../../shared/status.ts';
import { eachDifference, NO_PAGES } from './table-differences.ts';

/**
 * 1 for each frame that changed, and for each that an event since then is about. Null when there is nothing before, or
 * that is of another session or has another number of frames: then everything would flash, which says nothing.
 */
export function changedFrames(before: Status | null, now: Status): Uint8Array | null {
  if (before === null || before.session !== now.session) return null;
  if (before.paging.totalFrames !== now.paging.totalFrames) return null;
  const changed = new Uint8Array(now.paging.totalFrames);
  const tablesBefore = new Map(before.paging.processes.map(({ pid, table }) => [pid, table]));
  const markBoth = (_page: number, count: number, oldFrame: number, newFrame: number): void => {
    mark(changed, oldFrame, count);
    mark(changed, newFrame, count);
  };
  for (const { pid, table } of now.paging.processes) {
    eachDifference(tablesBefore.get(pid) ?? NO_PAGES, table, markBoth);
    tablesBefore.delete(pid);
  }
  for (const table of tablesBefore.values()) eachDifference(table, NO_PAGES, markBoth);
  for (const event of now.events) {
    if (event.revision > before.revision && event.frame !== null) changed[event.frame] = 1;
  }
  return changed;
}

function mark(changed: Uint8Array, frame: number, count: number): void {
  if (frame === DISK) return;
  if (count === 1) changed[frame] = 1;
  else changed.fill(1, frame, frame + count);
}
