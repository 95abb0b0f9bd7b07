import { describe, expect, it } from 'vitest';
import { DIRTY, FRESH, REFERENCED } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { madeStatus } from '../testing/statuses.ts';
import { changedCells, frameCells } from './frame-cells.ts';
import { frameTable, largestResidentPage, occupantOf } from './frame-table.ts';

const { paging } = exampleStatus();

describe('the frame table', () => {
  it('says owner, page and bits of every frame', () => {
    const { owner, page, bits } = frameTable(paging);
    expect([...owner]).toEqual([0, 0, 0, 0, 1, 1, -1, -1]);
    expect([...page.slice(0, 6)]).toEqual([0, 1, 2, 3, 2, 1]);
    expect(bits[0]).toBe(FRESH | REFERENCED);
    expect(bits[4]).toBe(REFERENCED | DIRTY);
    // Of the resident pages only: editor has pages up to 8, on disk.
    expect(largestResidentPage(paging)).toBe(3);
  });

  it('agrees with what is found of single frames', () => {
    const made = madeStatus({ totalFrames: 300 }).paging;
    const { owner, page, bits } = frameTable(made);
    expect(occupantOf(made, -1)).toBe(null);
    for (let frame = 0; frame < 300; frame++) {
      const occupant = occupantOf(made, frame);
      expect([occupant?.process ?? -1, occupant?.page ?? 0, occupant?.bits ?? 0]).toEqual([
        owner[frame],
        page[frame],
        bits[frame],
      ]);
    }
  });
});

describe('cells of several frames', () => {
  it('belong to the process that has most of their frames', () => {
    const { owner, used, most } = frameCells(paging.processes, { framesPerCell: 4, cells: 2 });
    expect([...owner]).toEqual([0, 1]);
    expect([...used]).toEqual([4, 2]);
    expect([...most]).toEqual([4, 2]);
  });

  it('are what counting the frames one by one gives', () => {
    const made = madeStatus({ totalFrames: 1000, processes: 5, run: 7 }).paging;
    const table = frameTable(made);
    for (const framesPerCell of [1, 2, 16, 256, 1024]) {
      const cells = Math.ceil(1000 / framesPerCell);
      const { owner, used, most: ofOwner } = frameCells(made.processes, { framesPerCell, cells });
      for (let cell = 0; cell < cells; cell++) {
        const counts = new Array<number>(5).fill(0);
        for (const process of table.owner.slice(cell * framesPerCell, (cell + 1) * framesPerCell)) {
          if (process >= 0) counts[process] = (counts[process] ?? 0) + 1;
        }
        const most = Math.max(...counts);
        expect(owner[cell]).toBe(most === 0 ? -1 : counts.indexOf(most));
        expect(ofOwner[cell]).toBe(most);
        expect(used[cell]).toBe(counts.reduce((sum, count) => sum + count, 0));
      }
    }
  });

  it('flash when one of their frames changed', () => {
    expect([...changedCells(Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 1]), 4)]).toEqual([1]);
    expect([...changedCells(Uint8Array.from([0, 1, 0, 0, 0, 0, 0, 1]), 4)]).toEqual([0, 1]);
    expect([...changedCells(new Uint8Array(8), 4)]).toEqual([]);
  });
});
