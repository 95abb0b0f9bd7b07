/** What is asked of a page table besides its text. */
import { expect, test } from 'vitest';
import { DISK } from '../status.ts';
import { pageRuns } from '../testing/example-status.ts';
import { frameOf } from './page-table.ts';

test('a page is in a frame of its run, on disk, or invalid', () => {
  const table = pageRuns([0, 10, 3, 0], [5, DISK, 2, 0], [9, 2, 1, 1]);
  expect([0, 2, 6, 9].map((page) => frameOf(table, page))).toEqual([10, 12, DISK, 2]);
  expect([3, 4, 7, 10].map((page) => frameOf(table, page))).toEqual(Array(4).fill(undefined));
  expect(frameOf(pageRuns(), 0)).toBeUndefined();
});
