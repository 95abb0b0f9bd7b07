/** Figures that are printed in textbooks. */
import { describe, expect, it } from 'vitest';
import { faults, run } from './testing/run.ts';

const SILBERSCHATZ = '7 0 1 2 0 3 0 4 2 3 0 3 2 1 2 0 1 7 0 1';
const BELADY = '1 2 3 4 1 2 5 1 2 3 4 5';

describe('the reference string of Silberschatz 10e §10.4 in 3 frames', () => {
  it.each([
    ['fifo', 15],
    ['opt', 9],
    ['lru', 12],
    ['clock', 14],
  ] as const)('has under %s %i faults', (policy, expected) => {
    expect(faults(run(policy, 3, SILBERSCHATZ))).toBe(expected);
  });

  it('has under clock 11 faults where a load does not set the reference bit', () => {
    expect(faults(run('clock', 3, SILBERSCHATZ, { refOnLoad: false }))).toBe(11);
  });
});

describe('the reference string of Belady, Nelson & Shedler 1969', () => {
  it.each([
    [3, 9],
    [4, 10],
  ])('has under fifo in %i frames %i faults', (frames, expected) => {
    expect(faults(run('fifo', frames, BELADY))).toBe(expected);
  });
});
