import { expect, it } from 'vitest';
import { bits, run, victims } from './testing/run.ts';

it('prefers a clean page to a dirty one nearer to the hand', () => {
  const { answers, paging } = run('enhanced-clock', 3, '0 1w 2 3 4');
  expect(victims({ answers })).toEqual([null, null, null, 0, 2]);
  expect(paging.snapshot().replacement.hand).toBe(0);
});

it('changes no bit in a pass that finds a clean page', () => {
  const { paging } = run('enhanced-clock', 3, '0 1w 2 3 1 4');
  expect(bits(paging)).toEqual(['R', 'RD', 'R']);
});

it('takes an unreferenced dirty page next, and clears R only where it passes', () => {
  const { answers, paging } = run('enhanced-clock', 3, '0 1w 2 3 4 5');
  expect(answers.at(-1)?.victim).toMatchObject({ page: 1, frame: 1, dirty: true });
  expect(bits(paging)).toEqual(['-', 'R', 'R']);
});

it('clears every R and looks again when all were referenced', () => {
  const { answers, paging } = run('enhanced-clock', 3, '0w 1w 2 3');
  expect(victims({ answers }).at(-1)).toBe(2);
  expect(bits(paging)).toEqual(['D', 'D', 'R']);
});

it('takes the page under the hand when all were referenced and written', () => {
  expect(victims(run('enhanced-clock', 2, '0w 1w 2w')).at(-1)).toBe(0);
});
