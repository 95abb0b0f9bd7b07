/** The pager's state as plain data: what the status file says of it. */
import {
  DISK,
  type PageRuns,
  type PagingStatus,
  type ProcessStatus,
  SWAPPED,
  type TlbStatus,
} from '../../../shared/status.ts';
import { NEVER_RESIDENT, usesLeft } from './page-table-entry.ts';
import type { Pager } from './pager.ts';
import type { Process } from './process-table.ts';
import { PageRunsBuilder, timedRuns } from './runs.ts';
import { accessedFrames } from './use-order.ts';

/** O(frames + pages). Changes nothing that could be told apart afterwards. */
export function takeSnapshot(pager: Pager): PagingStatus {
  const { settings, frames, free, processes, policy, tally, now } = pager;
  policy.settle();
  const runs = new PageRunsBuilder();
  const { pageSize, tlb: _, ...options } = settings;
  return {
    totalFrames: frames.total,
    pageSize,
    freeList: free.runs(),
    processes: Array.from(processes)
      .filter(({ table }) => table.valid > 0)
      .map((process) => processStatus(pager, process, runs)),
    replacement: { ...options, ...policy.state },
    nextVictim: nextVictim(pager),
    time: now,
    loads: timedRuns(frames.loads.toArray(), frames.loadedAt),
    uses: timedRuns(accessedFrames(frames), frames.usedAt),
    counters: tally.at(now),
    tlb: tlbStatus(pager),
  };
}

/** The frame a fault would take now; null while a frame is free, and where the policy cannot know. */
function nextVictim({ free, policy }: Pager): number | null {
  return free.length > 0 || !policy.choosable ? null : policy.peek();
}

function processStatus(pager: Pager, process: Process, runs: PageRunsBuilder): ProcessStatus {
  const { pid, letter, waste } = process;
  const ascending = [...waste].sort(([a], [b]) => a - b);
  return {
    pid,
    letter,
    table: pageRuns(pager, process, runs),
    waste: ascending.map(([page, bytes]) => ({ page, bytes })),
  };
}

function pageRuns({ frames, policy }: Pager, { table }: Process, runs: PageRunsBuilder): PageRuns {
  const { bits } = frames;
  table.forEachRun((page, entry, count) => {
    if (entry < 0) {
      runs.add(page, DISK, count, entry === NEVER_RESIDENT ? 0 : SWAPPED, usesLeft(entry));
      return;
    }
    for (let from = 0, to = 0; from < count; from = to) {
      const flags = bits[entry + from] as number;
      const uses = policy.usesOf(entry + from);
      to = from + 1;
      while (to < count && bits[entry + to] === flags && policy.usesOf(entry + to) === uses) to++;
      runs.add(page + from, entry + from, to - from, flags, uses);
    }
  });
  return runs.finish();
}

function tlbStatus({ settings, tlb, frames, processes }: Pager): TlbStatus {
  if (tlb === null) return { ...settings.tlb, process: null, content: [] };
  const pidAt = (slot: number) => processes.at(slot).pid;
  return {
    ...settings.tlb,
    process: tlb.process < 0 ? null : pidAt(tlb.process),
    content: Array.from(tlb.toArray(), (frame) => ({
      pid: pidAt(frames.owner[frame] ?? 0),
      page: frames.page[frame] ?? 0,
      frame,
    })),
  };
}
