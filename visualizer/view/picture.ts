/** All that is worked out of one status, once, however often it is drawn. */
import { DISK, type PagingStatus, type ProcessStatus, type Status } from '../../shared/status.ts';
import {
  type ExternalFragmentation,
  externalFragmentation,
  pageWaste,
  segmentWaste,
} from './fragmentation.ts';
import { type FrameCells, frameCells } from './frame-cells.ts';
import type { FrameGrid } from './frame-grid.ts';
import { type FrameTable, frameTable, largestPage } from './frame-table.ts';
import { type Region, regionsOf } from './space-regions.ts';
import { usedFrames } from './trend.ts';

export interface Usage {
  readonly letter: string;
  readonly pid: string;
  /** Frames it has. */
  readonly resident: number;
  /** Pages it has, resident or not. */
  readonly pages: number;
}

export interface Picture {
  readonly status: Status;
  readonly frames: FrameTable;
  readonly used: number;
  /** How wide the largest page number is. */
  readonly pageDigits: number;
  /** In order of creation. */
  readonly usage: readonly Usage[];
  readonly regions: readonly Region[];
  readonly external: ExternalFragmentation;
  /** Bytes. */
  readonly internal: { readonly pages: number; readonly segments: number };
  /** The frame that was loaded or accessed last; the head of the free list before that; 0 at worst. */
  readonly latestFrame: number;
  /** The frames as the cells of a grid; the last answer is kept, because a million frames are counted for it. */
  cells(grid: FrameGrid): FrameCells;
}

export function pictureOf(status: Status): Picture {
  const { paging, segmentation } = status;
  const frames = frameTable(paging);
  let counted: { readonly grid: FrameGrid; readonly cells: FrameCells } | null = null;
  return {
    status,
    frames,
    used: usedFrames(paging.freeList.counts, paging.totalFrames),
    pageDigits: String(largestPage(frames)).length,
    usage: paging.processes.map(usageOf),
    regions: regionsOf(segmentation),
    external: externalFragmentation(segmentation),
    internal: { pages: pageWaste(paging.processes), segments: segmentWaste(segmentation) },
    latestFrame: latestFrame(paging),
    cells(grid) {
      const known = counted?.grid.framesPerCell === grid.framesPerCell && counted.grid.cells === grid.cells;
      if (!counted || !known) counted = { grid, cells: frameCells(frames, paging.processes.length, grid) };
      return counted.cells;
    },
  };
}

function usageOf({ letter, pid, table }: ProcessStatus): Usage {
  let resident = 0;
  let pages = 0;
  for (let run = 0; run < table.counts.length; run++) {
    const count = table.counts[run] ?? 0;
    pages += count;
    if (table.frames[run] !== DISK) resident += count;
  }
  return { letter, pid, resident, pages };
}

function latestFrame({ loads, uses, freeList }: PagingStatus): number {
  let frame = freeList.starts[0] ?? 0;
  let latest = -1;
  for (const runs of [loads, uses]) {
    const last = runs.starts.length - 1;
    const more = (runs.counts[last] ?? 0) - 1;
    const time = (runs.times[last] ?? -2) + more;
    if (last < 0 || time < latest) continue;
    latest = time;
    frame = (runs.starts[last] ?? 0) + more;
  }
  return frame;
}
