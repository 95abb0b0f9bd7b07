import { describe, expect, it } from 'vitest';
import { detailOf, frameGrid } from './frame-grid.ts';

describe('the grid of the frame map', () => {
  it('gives each of 64 frames a cell with its page at 80 columns', () => {
    const grid = frameGrid(64, 46, 8, 2);
    expect(grid).toMatchObject({
      framesPerCell: 1,
      cells: 64,
      columns: 8,
      rows: 8,
      cellHeight: 1,
      gutter: 3,
    });
    expect(detailOf(grid.cellWidth, 2)).toBe(1);
  });

  it('lets cells grow with the room, to the bits and on to a second line', () => {
    const wide = frameGrid(64, 70, 12, 2);
    expect(detailOf(wide.cellWidth, 2)).toBe(2);
    const large = frameGrid(8, 116, 20, 1);
    expect(large.cellHeight).toBeGreaterThan(1);
    expect(large.cellWidth).toBeGreaterThanOrEqual(12);
  });

  it('puts 2^k frames into a cell where there are more frames than cells', () => {
    for (const [frames, width, height] of [
      [4096, 70, 8],
      [1_048_576, 118, 20],
      [1_048_576, 30, 6],
      [4_194_304, 198, 58],
      [1000, 20, 3],
    ] as const) {
      const { framesPerCell, cells, columns, rows, gutter, cellWidth } = frameGrid(frames, width, height, 3);
      expect(Math.log2(framesPerCell) % 1).toBe(0);
      expect(cells * framesPerCell).toBeGreaterThanOrEqual(frames);
      expect((cells - 1) * framesPerCell).toBeLessThan(frames);
      expect(rows).toBeLessThanOrEqual(height);
      expect(columns * rows).toBeGreaterThanOrEqual(cells);
      expect(gutter + columns * cellWidth).toBeLessThanOrEqual(width);
      // Half as many frames a cell would not have fitted.
      const room = width - gutter;
      expect(Math.ceil((2 * frames) / framesPerCell)).toBeGreaterThan((room - (room % 8)) * height);
    }
  });

  it('lets cells grow until each says all of its frame, where they may', () => {
    expect(frameGrid(8, 118, 35, 1)).toMatchObject({ full: false, cellWidth: 32, cellHeight: 6 });
    expect(frameGrid(8, 118, 35, 1, true)).toMatchObject({ full: true, columns: 4, cellHeight: 13 });
    expect(frameGrid(16, 118, 35, 2, true)).toMatchObject({ full: true, columns: 4, cellHeight: 8 });
    // A line or a column less, and there is no room for that.
    expect(frameGrid(16, 118, 28, 2, true)).toMatchObject({ full: true, cellHeight: 7 });
    expect(frameGrid(16, 118, 27, 2, true)).toEqual(frameGrid(16, 118, 27, 2));
    expect(frameGrid(16, 107, 28, 2, true)).toMatchObject({ full: true, cellWidth: 26 });
    expect(frameGrid(16, 106, 28, 2, true)).toEqual(frameGrid(16, 106, 28, 2));
  });

  it.each([false, true])('fits into every room, however odd, with full cells: %s', (mayBeFull) => {
    for (let frames = 1; frames < 300; frames += 7) {
      for (let width = 4; width < 120; width += 5) {
        for (let height = 1; height < 40; height += 3) {
          const grid = frameGrid(frames, width, height, 2, mayBeFull);
          expect(grid.rows * grid.cellHeight).toBeLessThanOrEqual(height);
          expect(grid.gutter + grid.columns * grid.cellWidth).toBeLessThanOrEqual(width);
          expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(grid.cells);
        }
      }
    }
  });

  it('keeps a blank between the letter and the page, of which it may leave out the beginning', () => {
    expect([4, 5, 7, 8].map((width) => detailOf(width, 2))).toEqual([0, 1, 1, 2]);
    expect([8, 9, 13, 14].map((width) => detailOf(width, 8))).toEqual([0, 1, 1, 2]);
  });

  it('gives up rows that begin with such a multiple where only that leaves room for long page numbers', () => {
    const grid = frameGrid(64, 67, 12, 8);
    expect(grid).toMatchObject({ framesPerCell: 1, columns: 6, rows: 11 });
    expect(detailOf(grid.cellWidth, 8)).toBe(1);
    // No number of columns would do here.
    expect(frameGrid(64, 67, 10, 8)).toMatchObject({ columns: 8, rows: 8 });
  });

  it('begins a row with a multiple of a power of two', () => {
    for (const frames of [8, 10, 64, 100, 1024, 65_536]) {
      const { columns, framesPerCell } = frameGrid(frames, 90, 20, 3);
      expect(columns < 8 ? Math.log2(columns) % 1 : columns % 8).toBe(0);
      expect((columns * framesPerCell) % Math.min(8, columns)).toBe(0);
    }
  });

  it('fills the width with small cells, and leaves the rows it does not need to the panels below', () => {
    const [few, many] = [frameGrid(256, 70, 14, 3), frameGrid(4096, 70, 14, 4)];
    expect(few).toMatchObject({ columns: 32, rows: 8, cellWidth: 2 });
    expect(many).toMatchObject({ columns: 64, rows: 8, framesPerCell: 8 });
    // Nor have letters alone a use for a second line.
    expect(frameGrid(128, 52, 14, 3)).toMatchObject({ columns: 16, cellWidth: 3, cellHeight: 1 });
    // Alone on the screen nobody else has a use for them.
    const alone = frameGrid(256, 70, 14, 3, true);
    expect(alone.rows * alone.cellHeight).toBeGreaterThan(8);
  });
});
