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
}

export function frameCells(
  processes: readonly ProcessStatus[],
  { framesPerCell, cells }: Pick<FrameGrid, 'framesPerCell' | 'cells'>,
): FrameCells {
  const owner = new Int32Array(cells).fill(-1);
  const used = new Int32Array(cells);
  const most = new Int32Array(cells);
  const counts = new Int32Array(cells);
  for (const [process, { table }] of processes.entries()) {
    const touched = countInto(counts, table, framesPerCell);
    for (const cell of touched) {
      const count = counts[cell] ?? 0;
      counts[cell] = 0;
      used[cell] = (used[cell] ?? 0) + count;
      if (count <= (most[cell] ?? 0)) continue;
      most[cell] = count;
      owner[cell] = process;
    }
  }
  return { owner, used };
}

/** Adds the frames of one process to the counts of their cells; answers the cells that have any. */
function countInto(counts: Int32Array, table: PageRuns, framesPerCell: number): number[] {
  const shift = Math.log2(framesPerCell);
  const touched: number[] = [];
  for (let run = 0; run < table.frames.length; run++) {
    let frame = table.frames[run] ?? DISK;
    if (frame === DISK) continue;
    const end = frame + (table.counts[run] ?? 0);
    while (frame < end) {
      const cell = frame >> shift;
      const next = Math.min(end, (cell + 1) << shift);
      const before = counts[cell] ?? 0;
      if (before === 0) touched.push(cell);
      counts[cell] = before + (next - frame);
      frame = next;
    }
  }
  return touched;
}

/** Who has how many of the frames from `first` to `last`, most of them first. */
export interface Owner {
  readonly letter: string;
  readonly frames: number;
}

export function ownersOf(processes: readonly ProcessStatus[], first: number, last: number): Owner[] {
  const owners = processes.map(({ letter, table }) => ({ letter, frames: framesWithin(table, first, last) }));
  return owners.filter(({ frames }) => frames > 0).sort((a, b) => b.frames - a.frames);
}

function framesWithin({ frames, counts }: PageRuns, first: number, last: number): number {
  let within = 0;
  for (let run = 0; run < frames.length; run++) {
    const start = frames[run] ?? DISK;
    if (start === DISK) continue;
    const end = start + (counts[run] ?? 0);
    within += Math.max(0, Math.min(end, last + 1) - Math.max(start, first));
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
