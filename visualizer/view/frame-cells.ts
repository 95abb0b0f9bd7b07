/**
 * What each cell of the frame map stands for: of 2^k frames the process that has most of them, and how many are
 * used. Worked out from runs, not frames: a million frames in a few runs are a few steps.
 */
import { DISK, type PageRuns, type ProcessStatus } from '../../shared/status.ts';
import type { FrameGrid } from './frame-grid.ts';

export interface FrameCells {
  /** The process with most frames of the cell, the first of equals; −1 when all are free. */
  readonly owner: Int32Array;
  /** Frames in use, by whomever. */
  readonly used: Int32Array;
  /** Those of the process with most. */
  readonly most: Int32Array;
}

export function frameCells(
  processes: readonly ProcessStatus[],
  { framesPerCell, cells }: Pick<FrameGrid, 'framesPerCell' | 'cells'>,
): FrameCells {
  const owner = new Int32Array(cells).fill(-1);
  const used = new Int32Array(cells);
  const most = new Int32Array(cells);
  const counts = new Int32Array(cells);
  const touched = new Int32Array(cells);
  for (const [process, { table }] of processes.entries()) {
    const length = countInto(counts, touched, table, framesPerCell);
    for (let index = 0; index < length; index++) {
      const cell = touched[index] ?? 0;
      const count = counts[cell] ?? 0;
      counts[cell] = 0;
      used[cell] = (used[cell] ?? 0) + count;
      if (count <= (most[cell] ?? 0)) continue;
      most[cell] = count;
      owner[cell] = process;
    }
  }
  return { owner, used, most };
}

/** Adds the frames of one process to the counts of their cells; answers how many cells have any: they are in `touched`. */
function countInto(
  cells: Int32Array,
  touched: Int32Array,
  { frames, counts }: PageRuns,
  framesPerCell: number,
): number {
  const shift = 31 - Math.clz32(framesPerCell);
  let length = 0;
  for (let run = 0; run < frames.length; run++) {
    const first = frames[run] ?? DISK;
    if (first === DISK) continue;
    const end = first + (counts[run] ?? 0);
    let cell = first >> shift;
    let from = first;
    while (from < end) {
      const to = Math.min(end, (cell + 1) << shift);
      const before = cells[cell] ?? 0;
      if (before === 0) touched[length++] = cell;
      cells[cell] = before + to - from;
      from = to;
      cell += 1;
    }
  }
  return length;
}

/** Who has how many of the frames from `first` to `last`, most of them first. */
export interface Owner {
  readonly letter: string;
  readonly pid: string;
  readonly frames: number;
}

export function ownersOf(processes: readonly ProcessStatus[], first: number, last: number): Owner[] {
  const owners: Owner[] = [];
  for (const { letter, pid, table } of processes) {
    const frames = framesWithin(table, first, last);
    if (frames > 0) owners.push({ letter, pid, frames });
  }
  return owners.sort((one, other) => other.frames - one.frames);
}

function framesWithin({ frames, counts }: PageRuns, first: number, last: number): number {
  let within = 0;
  for (let run = 0; run < frames.length; run++) {
    const start = frames[run] ?? DISK;
    const end = start + (counts[run] ?? 0);
    if (start > last || end <= first || start === DISK) continue;
    within += Math.min(end, last + 1) - Math.max(start, first);
  }
  return within;
}

/** The cells in which a frame changed; `changed` is 1 for each such frame. */
export function changedCells(changed: Uint8Array, framesPerCell: number): ReadonlySet<number> {
  const cells = new Set<number>();
  let frame = changed.indexOf(1);
  while (frame >= 0) {
    const cell = Math.floor(frame / framesPerCell);
    cells.add(cell);
    frame = changed.indexOf(1, (cell + 1) * framesPerCell);
  }
  return cells;
}
