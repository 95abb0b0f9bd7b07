/** Cells as the pieces of lines that look the same: what every form of a picture is written from. */

import type { Attr } from '../attr.ts';
import type { Grid } from '../surface.ts';

export interface CellRun {
  /** Where it begins. */
  readonly x: number;
  readonly y: number;
  /** A character a cell. */
  readonly text: string;
  readonly look: Attr;
}

/** Line by line, from left to right; together they are all the cells. */
export function runsOf(cells: Grid): CellRun[] {
  const runs: CellRun[] = [];
  for (let y = 0; y < cells.height; y++) {
    let begin = 0;
    let text = '';
    for (let x = 0; x < cells.width; x++) {
      text += cells.character(x, y);
      const look = cells.look(x, y);
      if (x + 1 < cells.width && cells.look(x + 1, y) === look) continue;
      runs.push({ x: begin, y, text, look });
      begin = x + 1;
      text = '';
    }
  }
  return runs;
}
