import { describe, expect, it } from 'vitest';
import { DISK, REFERENCED, type Status, SWAPPED } from '../../shared/status.ts';
import { exampleStatus, type PageRow, pageRuns } from '../../shared/testing/example-status.ts';
import { countsChanged } from './page-counts.ts';

function memory(policy: 'lru' | 'lfu' | 'aging', ...rows: readonly PageRow[]): Status {
  const { paging } = exampleStatus();
  const [first, second] = paging.processes;
  if (!first || !second) throw new Error('no process');
  const processes = [second, { ...first, table: pageRuns(...rows) }];
  return exampleStatus({
    paging: { ...paging, processes, replacement: { ...paging.replacement, policy } },
  });
}

const before: readonly PageRow[] = [
  [0, 0, 2, REFERENCED, 3],
  [2, 2, 2, REFERENCED, 8],
];
const after: readonly PageRow[] = [
  [0, 0, 1, 0, 4],
  [1, 1, 1, 0, 3],
  [2, 2, 2, REFERENCED, 9],
];

describe('what the policy counts of each page', () => {
  it.each([
    ['lfu', ['P1 page 0 used 4 times, P1 pages 2-3 used 9 times']],
    // The R bit of page 1 is another.
    ['aging', ['P1 page 0 age 00000100, P1 page 1 age 00000011, P1 pages 2-3 referenced age 00001001']],
    ['lru', []],
  ] as const)('is said under %s where it is another', (policy, said) => {
    expect(countsChanged(memory(policy, ...before), memory(policy, ...after))).toEqual(said);
    expect(countsChanged(memory(policy, ...after), memory(policy, ...after))).toEqual([]);
  });

  it('is said of pages that have come, in a frame or between two others', () => {
    const old = memory('lfu', [0, 0, 1, 0, 1], [3, DISK, 1, 0], [8, 3, 1, 0, 1]);
    const now = memory('lfu', [0, 0, 1, 0, 1], [3, 2, 1, 0, 1], [5, 1, 1, 0, 2], [8, 3, 1, 0, 1]);
    expect(countsChanged(old, now)).toEqual(['P1 page 3 used 1 time, P1 page 5 used 2 times']);
    const { paging } = old;
    const without = { ...old, paging: { ...paging, processes: paging.processes.slice(0, 1) } };
    expect(countsChanged(without, now)).toEqual([
      'P1 page 0 used 1 time, P1 page 3 used 1 time, P1 page 5 used 2 times, P1 page 8 used 1 time',
    ]);
  });

  it('is said of a page that is in another frame, and not of one that went', () => {
    const old = memory('aging', [0, 0, 3, 0, 1]);
    expect(countsChanged(old, memory('aging', [0, 0, 1, 0, 1], [1, 3, 1, 0, 1], [2, DISK, 1, 0]))).toEqual([
      'P1 page 1 age 00000001',
    ]);
  });

  it('is said of a page on disk that keeps it, and only where it is another', () => {
    const old = memory('lfu', [0, 0, 1, 0, 3], [1, 1, 1, 0, 3], [2, DISK, 2, SWAPPED, 5], [5, 2, 1, 0, 3]);
    const now = memory(
      'lfu',
      [0, DISK, 1, SWAPPED, 3],
      [1, DISK, 1, SWAPPED, 4],
      [2, DISK, 1, SWAPPED, 6],
      [3, DISK, 1, SWAPPED, 5],
      [5, DISK, 1, SWAPPED, 0],
    );
    expect(countsChanged(old, now)).toEqual(['P1 page 1 used 4 times, P1 page 2 used 6 times']);
    expect(countsChanged(old, memory('lfu', [0, 0, 1, 0, 3]))).toEqual([]);
  });

  it('is said once of pages whose runs are cut otherwise', () => {
    const old = memory('lfu', [0, 0, 2, 0, 1], [2, 2, 4, REFERENCED, 1]);
    expect(countsChanged(old, memory('lfu', [0, 0, 6, REFERENCED, 1]))).toEqual([]);
    expect(countsChanged(old, memory('lfu', [0, 0, 6, REFERENCED, 2]))).toEqual([
      'P1 pages 0-5 used 2 times',
    ]);
  });
});
