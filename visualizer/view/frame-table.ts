/**
 * Who has which frame, turned round from the page tables: one entry a frame, in typed arrays, because there may
 * be four million. Everything the frame map shows comes out of this table.
 */
import type { PagingStatus, Status } from '../../shared/status.ts';

export interface FrameTable {
  /** Index into `processes`, or −1 for a free frame. */
  readonly owner: Int32Array;
  readonly page: Float64Array;
  /** REFERENCED | DIRTY | FRESH. */
  readonly bits: Uint8Array;
}

export function frameTable(paging: PagingStatus): FrameTable {
  const owner = new Int32Array(paging.totalFrames).fill(-1);
  const page = new Float64Array(paging.totalFrames);
  const bits = new Uint8Array(paging.totalFrames);
  for (const [index, { table }] of paging.processes.entries()) {
    for (let run = 0; run < table.frames.length; run++) {
      const first = table.frames[run] ?? 0;
      if (first < 0) continue;
      const firstPage = table.pages[run] ?? 0;
      const runBits = table.bits[run] ?? 0;
      const end = first + (table.counts[run] ?? 0);
      for (let frame = first; frame < end; frame++) {
        owner[frame] = index;
        page[frame] = firstPage + (frame - first);
        bits[frame] = runBits;
      }
    }
  }
  return { owner, page, bits };
}

export interface Pictured {
  readonly status: Status;
  readonly frames: FrameTable;
}

/**
 * 1 for each frame that holds another page than before, and for each that an event of the newer status is about.
 * Null when the two are not neighbours of one memory: then everything would flash, which says nothing.
 */
export function changedFrames(before: Pictured | null, now: Pictured): Uint8Array | null {
  const [old, paging] = [before?.status.paging, now.status.paging];
  if (!before || !old || before.status.session !== now.status.session) return null;
  if (old.totalFrames !== paging.totalFrames) return null;

  const indexNow = new Map(paging.processes.map((process, index) => [process.pid, index]));
  const renamed = Int32Array.from(old.processes, (process) => indexNow.get(process.pid) ?? -2);
  const changed = new Uint8Array(paging.totalFrames);
  for (let frame = 0; frame < changed.length; frame++) {
    const oldOwner = before.frames.owner[frame] ?? -1;
    const sameOwner = (oldOwner < 0 ? -1 : renamed[oldOwner]) === now.frames.owner[frame];
    if (!sameOwner || before.frames.page[frame] !== now.frames.page[frame]) changed[frame] = 1;
  }
  for (const event of now.status.events) {
    if (event.revision > before.status.revision && event.frame !== null) changed[event.frame] = 1;
  }
  return changed;
}

/** The largest page number in any frame: how wide a cell has to be. */
export function largestPage(frames: FrameTable): number {
  let largest = 0;
  for (let frame = 0; frame < frames.page.length; frame++) {
    const page = frames.page[frame] ?? 0;
    if (page > largest) largest = page;
  }
  return largest;
}
