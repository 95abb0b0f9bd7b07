/**
 * All that is worked out of one status: at once what every picture needs, and when it is first asked for what only
 * some need. However often it is drawn, nothing is worked out twice.
 */
import { DISK, type PagingStatus, type ProcessStatus, type Status, SWAPPED } from '../../shared/status.ts';
import { pagesIn } from '../../shared/status-text/page-table.ts';
import { changedFrames } from './changed-frames.ts';
import {
  type ExternalFragmentation,
  externalFragmentation,
  pageWaste,
  segmentWaste,
} from './fragmentation.ts';
import { type FrameCells, frameCells, type Owner, ownersOf } from './frame-cells.ts';
import type { FrameGrid } from './frame-grid.ts';
import {
  type FrameTable,
  frameTable,
  largestResidentPage,
  type Occupant,
  occupantOf,
} from './frame-table.ts';
import { type PageIndex, pageIndex, timesOf } from './page-rows.ts';
import { remembered } from './remembered.ts';
import { type Region, regionsOf } from './space-regions.ts';
import { usedFrames } from './trend.ts';

export interface Usage {
  readonly letter: string;
  readonly pid: string;
  /** Frames it has. */
  readonly resident: number;
  /** Pages it has, resident or not. */
  readonly pages: number;
  /** Pages that were resident and no longer are. */
  readonly swapped: number;
}

/** By frame; a frame that was not loaded, or not used since, is not in it. */
export interface Times {
  readonly loaded: ReadonlyMap<number, number>;
  readonly used: ReadonlyMap<number, number>;
}

export class Picture {
  readonly status: Status;
  readonly used: number;
  /** How wide the largest page number in a frame is. */
  readonly pageDigits: number;
  /** In order of creation. */
  readonly usage: readonly Usage[];
  readonly regions: readonly Region[];
  readonly external: ExternalFragmentation;
  /** Bytes of the segment space that are in blocks. */
  readonly segmented: number;
  /** Bytes of internal fragmentation. */
  readonly internal: { readonly pages: number; readonly segments: number };
  /** The frame that was loaded or accessed last; the head of the free list before that; 0 at worst. */
  readonly latestFrame: number;

  #frames: FrameTable | null = null;
  #cells: { readonly grid: FrameGrid; readonly cells: FrameCells } | null = null;
  #changed: { readonly frames: Uint8Array | null } | null = null;
  readonly #occupants = new Map<number, Occupant | null>();
  readonly #indexes = new Map<ProcessStatus, PageIndex>();
  readonly #times = new Map<string, Times>();
  readonly #owners = new Map<string, readonly Owner[]>();

  constructor(status: Status) {
    const { paging, segmentation } = status;
    this.status = status;
    this.used = usedFrames(paging.freeList.counts, paging.totalFrames);
    this.pageDigits = String(largestResidentPage(paging)).length;
    this.usage = paging.processes.map(usageOf);
    this.regions = regionsOf(segmentation);
    this.external = externalFragmentation(segmentation);
    this.segmented = segmentation.space - this.external.free;
    this.internal = { pages: pageWaste(paging.processes), segments: segmentWaste(segmentation) };
    this.latestFrame = latestFrame(paging);
  }

  /** Every frame by itself: for maps in which each has a cell. */
  get frames(): FrameTable {
    this.#frames ??= frameTable(this.status.paging);
    return this.#frames;
  }

  /** The page or the segment table, where the other alone has anything in it. */
  get emptyTable(): 'pages' | 'segments' | null {
    const { paging, segmentation } = this.status;
    const [pages, segments] = [paging.processes.length > 0, segmentation.segments.length > 0];
    if (pages === segments) return null;
    return pages ? 'segments' : 'pages';
  }

  cells(grid: FrameGrid): FrameCells {
    const { framesPerCell, cells } = grid;
    const known = this.#cells;
    if (known?.grid.framesPerCell === framesPerCell && known.grid.cells === cells) return known.cells;
    this.#cells = { grid, cells: frameCells(this.status.paging.processes, grid) };
    return this.#cells.cells;
  }

  /** 1 for each frame that changed since the status before it; null when there is nothing to compare with. */
  changedSince(before: () => Status | null): Uint8Array | null {
    this.#changed ??= { frames: changedFrames(before(), this.status) };
    return this.#changed.frames;
  }

  occupant(frame: number): Occupant | null {
    return remembered(this.#occupants, frame, () => occupantOf(this.status.paging, frame));
  }

  /** The process that has a frame. */
  ownerOf(frame: number): ProcessStatus | null {
    return this.status.paging.processes[this.occupant(frame)?.process ?? -1] ?? null;
  }

  /** Who has the frames from `first` to `last`. */
  ownersOf(first: number, last: number): readonly Owner[] {
    return remembered(
      this.#owners,
      `${first}-${last}`,
      () => this.#soleOwner(first, last) ?? ownersOf(this.status.paging.processes, first, last),
    );
  }

  /** Of a cell of the map that has frames of one process at most; null: it is not known to be such. */
  #soleOwner(first: number, last: number): readonly Owner[] | null {
    const { paging } = this.status;
    const { grid, cells } = this.#cells ?? {};
    if (!grid || !cells) return null;
    const cell = first / grid.framesPerCell;
    const end = Math.min(first + grid.framesPerCell, paging.totalFrames);
    if (!Number.isInteger(cell) || last + 1 !== end || cells.used[cell] !== cells.most[cell]) return null;
    const owner = paging.processes[cells.owner[cell] ?? -1];
    return owner ? [{ letter: owner.letter, pid: owner.pid, frames: cells.used[cell] ?? 0 }] : [];
  }

  index(process: ProcessStatus): PageIndex {
    return remembered(this.#indexes, process, () => pageIndex(process.table));
  }

  times(frames: readonly number[]): Times {
    const { loads, uses } = this.status.paging;
    return remembered(this.#times, frames.join(), () => ({
      loaded: timesOf(loads, frames),
      used: timesOf(uses, frames),
    }));
  }
}

function usageOf({ letter, pid, table }: ProcessStatus): Usage {
  const pages = pagesIn(table);
  let resident = pages;
  let swapped = 0;
  for (let run = table.frames.indexOf(DISK); run >= 0; run = table.frames.indexOf(DISK, run + 1)) {
    const count = table.counts[run] ?? 0;
    resident -= count;
    if ((table.bits[run] ?? 0) & SWAPPED) swapped += count;
  }
  return { letter, pid, resident, pages, swapped };
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
