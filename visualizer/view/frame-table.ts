/**
 * Who has which frame, turned round from the page tables. The table of all frames is for maps that show each of
 * them; of a million frames only single ones are asked for.
 */
import { traitsOf } from '../../shared/policy-traits.ts';
import { DISK, type PagingStatus } from '../../shared/status.ts';

export interface FrameTable {
  /** Index into `processes`, or −1 for a free frame. */
  readonly owner: Int32Array;
  readonly page: Float64Array;
  /** REFERENCED | DIRTY | FRESH. */
  readonly bits: Uint8Array;
  /** lfu: the use count; aging: the age; empty under every other policy. */
  readonly uses: Float64Array;
}

export function frameTable(paging: PagingStatus): FrameTable {
  const owner = new Int32Array(paging.totalFrames).fill(-1);
  const page = new Float64Array(paging.totalFrames);
  const bits = new Uint8Array(paging.totalFrames);
  const uses = new Float64Array(traitsOf(paging.replacement.policy).uses ? paging.totalFrames : 0);
  for (const [index, { table }] of paging.processes.entries()) {
    for (let run = 0; run < table.frames.length; run++) {
      const first = table.frames[run] ?? DISK;
      if (first === DISK) continue;
      const firstPage = table.pages[run] ?? 0;
      const runBits = table.bits[run] ?? 0;
      const end = first + (table.counts[run] ?? 0);
      for (let frame = first; frame < end; frame++) {
        owner[frame] = index;
        page[frame] = firstPage + (frame - first);
        bits[frame] = runBits;
      }
      if (uses.length > 0) uses.fill(table.uses[run] ?? 0, first, end);
    }
  }
  return { owner, page, bits, uses };
}

/** What is in a frame. */
export interface Occupant {
  /** Index into `processes`. */
  readonly process: number;
  readonly page: number;
  /** REFERENCED | DIRTY | FRESH. */
  readonly bits: number;
  /** lfu: the use count; aging: the age; 0 for every other policy. */
  readonly uses: number;
}

/** What is in one frame, or null when it is free; goes through the runs once. */
export function occupantOf(paging: PagingStatus, frame: number): Occupant | null {
  for (const [process, { table }] of paging.processes.entries()) {
    const run = runOf(table.frames, table.counts, frame);
    if (run < 0) continue;
    const offset = frame - (table.frames[run] ?? 0);
    const page = (table.pages[run] ?? 0) + offset;
    return { process, page, bits: table.bits[run] ?? 0, uses: table.uses[run] ?? 0 };
  }
  return null;
}

/** The run that a frame is in, or −1. In a scattered memory it is mostly the first of its run, which is soon looked up. */
export function runOf(starts: Int32Array, counts: Int32Array, frame: number): number {
  if (frame < 0) return -1;
  const begins = starts.indexOf(frame);
  if (begins >= 0) return begins;
  for (let run = 0; run < starts.length; run++) {
    const first = starts[run] ?? DISK;
    if (first < frame && first !== DISK && frame < first + (counts[run] ?? 0)) return run;
  }
  return -1;
}

/** The largest page number that is in any frame: how wide a cell has to be. */
export function largestResidentPage({ processes }: PagingStatus): number {
  let largest = 0;
  for (const { table } of processes) {
    for (let run = table.frames.length - 1; run >= 0; run--) {
      if (table.frames[run] === DISK) continue;
      largest = Math.max(largest, (table.pages[run] ?? 0) + (table.counts[run] ?? 1) - 1);
      // Pages ascend: the last resident run has the largest.
      break;
    }
  }
  return largest;
}
