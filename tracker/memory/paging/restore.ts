/** The other direction of snapshot.ts: a pager out of the plain data of a status file that has been checked. */
import { traitsOf } from '../../../shared/policy-traits.ts';
import { DISK, type PagingStatus, type ProcessStatus, SWAPPED } from '../../../shared/status.ts';
import { POLICIES } from '../replacement/registry.ts';
import { FrameTable } from './frame-table.ts';
import { FreeFrameList } from './free-frame-list.ts';
import { MAX_USES, NEVER_RESIDENT, swappedOut } from './page-table-entry.ts';
import { Pager } from './pager.ts';
import type { PagingSettings } from './paging-options.ts';
import { type Process, ProcessTable } from './process-table.ts';
import { Tally } from './tally.ts';
import { NO_PROCESS, Tlb } from './tlb.ts';

/** Costs the rows of `status` and the filling of typed arrays. */
export function restorePager(status: PagingStatus): Pager {
  const { totalFrames, pageSize, replacement, counters, time } = status;
  const { hand, sincePeriod, randomState, ...options } = replacement;
  const { entries, policy, flush } = status.tlb;
  const settings: PagingSettings = { pageSize, tlb: { entries, policy, flush }, ...options };
  const frames = new FrameTable(totalFrames);
  const processes = new ProcessTable();
  const uses = traitsOf(settings.policy).uses && new Int32Array(totalFrames);
  for (const saved of status.processes) {
    const process = processes.create(saved.pid, saved.letter);
    restorePages(saved, process, { frames, processes, uses });
    for (const { page, bytes } of saved.waste) process.waste.set(page, bytes);
  }
  restoreTimes(status, frames);
  const { period, keepCounts } = settings;
  const state = { period, keepCounts, hand, sincePeriod, randomState };
  return new Pager({
    settings,
    frames,
    free: FreeFrameList.restore(totalFrames, status.freeList),
    processes,
    policy: POLICIES[settings.policy].create(frames, uses === undefined ? state : { ...state, uses }),
    tlb: restoreTlb(status, processes),
    tally: Tally.restore(counters, time),
    now: time,
  });
}

interface Target {
  readonly frames: FrameTable;
  readonly processes: ProcessTable;
  readonly uses: Int32Array | undefined;
}

function restorePages({ table }: ProcessStatus, process: Process, target: Target): void {
  const { frames, processes, uses } = target;
  for (let row = 0; row < table.pages.length; row++) {
    const page = table.pages[row] ?? 0;
    const frame = table.frames[row] ?? DISK;
    const count = table.counts[row] ?? 0;
    const bits = table.bits[row] ?? 0;
    const used = Math.min(table.uses[row] ?? 0, MAX_USES);
    processes.pages += count;
    if (frame === DISK) {
      process.table.add(page, count, bits & SWAPPED ? swappedOut(used) : NEVER_RESIDENT, 0);
      continue;
    }
    process.table.add(page, count, frame, 1);
    process.resident += count;
    frames.owner.fill(process.slot, frame, frame + count);
    frames.bits.fill(bits, frame, frame + count);
    uses?.fill(used, frame, frame + count);
    for (let i = 0; i < count; i++) frames.page[frame + i] = page + i;
  }
}

function restoreTimes({ loads, uses }: PagingStatus, frames: FrameTable): void {
  for (let row = 0; row < loads.starts.length; row++) {
    const start = loads.starts[row] ?? 0;
    const count = loads.counts[row] ?? 0;
    const time = loads.times[row] ?? 0;
    frames.loads.appendRun(start, count);
    for (let i = 0; i < count; i++) {
      frames.loadedAt[start + i] = time + i;
      frames.usedAt[start + i] = time + i;
    }
  }
  for (let row = 0; row < uses.starts.length; row++) {
    const start = uses.starts[row] ?? 0;
    const time = uses.times[row] ?? 0;
    for (let i = 0; i < (uses.counts[row] ?? 0); i++) frames.usedAt[start + i] = time + i;
  }
}

function restoreTlb({ totalFrames, tlb }: PagingStatus, processes: ProcessTable): Tlb | null {
  if (tlb.entries === 0) return null;
  const restored = new Tlb(totalFrames, tlb);
  for (const { frame } of tlb.content) restored.insert(frame);
  restored.process = tlb.process === null ? NO_PROCESS : (processes.find(tlb.process)?.slot ?? NO_PROCESS);
  return restored;
}
