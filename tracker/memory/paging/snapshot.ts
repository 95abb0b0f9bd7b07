/** The pager's state as plain data: what the status file says of it. */
import {
  DISK,
  type PageRuns,
  type PagingStatus,
  type ProcessStatus,
  SWAPPED,
  type TimedRuns,
  type TlbStatus,
} from '../../../shared/status.ts';
import { NEVER_RESIDENT, usesLeft } from './page-table-entry.ts';
import type { Pager } from './pager.ts';
import type { Process } from './process-table.ts';
import { PageRunsBuilder, TimedRunsBuilder } from './runs.ts';
import { accessedFrames } from './use-order.ts';

/** O(frames + pages). Changes nothing that could be told apart afterwards. */
export function takeSnapshot(pager: Pager): PagingStatus {
  const { settings, frames, free, processes, policy, tally, now } = pager;
  policy.settle();
  const { pageSize, tlb: _, ...options } = settings;
  return {
    totalFrames: frames.total,
    pageSize,
    freeList: free.runs(),
    processes: Array.from(processes, (process) => processStatus(pager, process)),
    replacement: { ...options, ...policy.state },
    nextVictim: nextVictim(pager),
    time: now,
    loads: timed(frames.loads, frames.loadedAt),
    uses: timed(accessedFrames(frames), frames.usedAt),
    counters: tally.at(now),
    tlb: tlbStatus(pager),
  };
}

/** The frame a fault would take now; null while a frame is free, and where the policy cannot know. */
export function nextVictim({ free, policy }: Pager): number | null {
  return free.length > 0 || !policy.choosable ? null : policy.peek();
}

function processStatus(pager: Pager, process: Process): ProcessStatus {
  const { pid, letter, waste } = process;
  const ascending = [...waste].sort(([a], [b]) => a - b);
  return {
    pid,
    letter,
    table: pageRuns(pager, process),
    waste: ascending.map(([page, bytes]) => ({ page, bytes })),
  };
}

function pageRuns({ frames, policy }: Pager, { table }: Process): PageRuns {
  const runs = new PageRunsBuilder();
  table.forEach((page, entry) => {
    if (entry >= 0) runs.add(page, entry, frames.bits[entry] ?? 0, policy.usesOf(entry));
    else runs.add(page, DISK, entry === NEVER_RESIDENT ? 0 : SWAPPED, usesLeft(entry));
  });
  return runs.finish();
}

function timed(frames: Iterable<number>, times: Float64Array): TimedRuns {
  const runs = new TimedRunsBuilder();
  for (const frame of frames) runs.add(frame, times[frame] ?? 0);
  return runs.finish();
}

function tlbStatus({ settings, tlb, frames, processes }: Pager): TlbStatus {
  if (tlb === null) return { ...settings.tlb, process: null, content: [] };
  const pidAt = (slot: number) => processes.at(slot).pid;
  return {
    ...settings.tlb,
    process: tlb.process < 0 ? null : pidAt(tlb.process),
    content: Array.from(tlb, (frame) => ({
      pid: pidAt(frames.owner[frame] ?? 0),
      page: frames.page[frame] ?? 0,
      frame,
    })),
  };
}
