import { describe, expect, it } from 'vitest';
import { DISK } from '../../shared/status.ts';
import { pageRuns, timedRuns } from '../../shared/testing/example-status.ts';
import { firstPages, pageIndex, pageRows, rowOfPage, timesOf } from './page-rows.ts';

const table = pageIndex(pageRuns([0, 10, 3, 0], [5, DISK, 2, 0], [9, 2, 1, 1]));

describe('rows of a page table', () => {
  it('are one a page, wherever they begin', () => {
    expect(table.rows).toBe(6);
    expect(pageRows(table, 0, 99).map(({ page, frame }) => [page, frame])).toEqual([
      [0, 10],
      [1, 11],
      [2, 12],
      [5, DISK],
      [6, DISK],
      [9, 2],
    ]);
    expect(pageRows(table, 2, 2).map(({ page }) => page)).toEqual([2, 5]);
    expect(pageRows(table, 6, 2)).toEqual([]);
  });

  it('are a table of their own, of the first of them', () => {
    const first = (most: number) => firstPages(table.table, most);
    expect(first(4)).toEqual(pageRuns([0, 10, 3, 0], [5, DISK, 1, 0]));
    expect(first(3)).toEqual(pageRuns([0, 10, 3, 0]));
    expect(first(6)).toEqual(table.table);
    expect(first(7)).toEqual(table.table);
    expect(table.rows).toBe(6);
  });

  it('are counted by their pages where none of those is missing', () => {
    const whole = pageIndex(pageRuns([5, 5, 3, 0], [8, DISK, 2, 0], [10, 9, 1, 0]));
    expect(whole.rows).toBe(6);
    expect(pageRows(whole, 2, 3).map(({ page, frame }) => [page, frame])).toEqual([
      [7, 7],
      [8, DISK],
      [9, DISK],
    ]);
    expect([4, 5, 9, 10, 11].map((page) => rowOfPage(whole, page))).toEqual([-1, 0, 4, 5, -1]);
  });

  it('are found by their page', () => {
    expect(rowOfPage(table, 0)).toBe(0);
    expect(rowOfPage(table, 6)).toBe(4);
    expect(rowOfPage(table, 9)).toBe(5);
    expect(rowOfPage(table, 4)).toBe(-1);
  });
});

describe('times of frames', () => {
  it('are found in long runs and short ones', () => {
    const runs = timedRuns([4, 100, 50], [0, 1, 7], [2, 2, 200]);
    expect([...timesOf(runs, [0, 3, 5, 103])]).toEqual([
      [5, 51],
      [103, 149],
      [0, 7],
      [3, 201],
    ]);
    expect(timesOf(runs, [150]).size).toBe(0);
    for (const frame of [0, 3, 5, 103]) {
      expect([...timesOf(runs, [frame])]).toEqual([...timesOf(runs, [frame, 150])]);
    }
  });
});
