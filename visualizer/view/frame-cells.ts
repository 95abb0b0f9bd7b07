/** What each cell of the frame map stands for: of 2^k frames the process that has most of them, and how many are used. */
import type { FrameGrid } from './frame-grid.ts';
import type { FrameTable } from './frame-table.ts';

export interface FrameCells {
  /** The process with most frames of the cell, the first of equals; −1 when all are free. */
  readonly owner: Int32Array;
  /** Frames in use, by whomever. */
  readonly used: Int32Array;
}

export function frameCells(
  frames: FrameTable,
  processes: number,
  { framesPerCell, cells }: FrameGrid,
): FrameCells {
  const total = frames.owner.length;
  const owner = new Int32Array(cells).fill(-1);
  const used = new Int32Array(cells);
  const counts = new Int32Array(processes);
  for (let cell = 0; cell < cells; cell++) {
    const from = cell * framesPerCell;
    const to = Math.min(total, from + framesPerCell);
    let leader = -1;
    let most = 0;
    let inUse = 0;
    for (let frame = from; frame < to; frame++) {
      const process = frames.owner[frame] ?? -1;
      if (process < 0) continue;
      inUse++;
      const count = (counts[process] ?? 0) + 1;
      counts[process] = count;
      if (count > most || (count === most && process < leader)) {
        most = count;
        leader = process;
      }
    }
    for (let frame = from; frame < to; frame++) {
      const process = frames.owner[frame] ?? -1;
      if (process >= 0) counts[process] = 0;
    }
    owner[cell] = leader;
    used[cell] = inUse;
  }
  return { owner, used };
}

/** The cells in which a frame changed. */
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
