import { expect, it } from 'vitest';
import { bits, run, victims } from './testing/run.ts';

it('clears every R after each T references, that of the last one included', () => {
  expect(bits(run('nru', 4, '0 1w', { period: 2 }).paging)).toEqual(['-', 'D']);
  expect(bits(run('nru', 4, '0 1w 1', { period: 2 }).paging)).toEqual(['-', 'RD']);
});

it('evicts from the lowest class of (R, D): clean and unreferenced first', () => {
  const { answers } = run('nru', 4, '0 1w 2 3w 0 4', { period: 4 });
  expect(victims({ answers }).at(-1)).toBe(2);
});

it('prefers an unreferenced dirty page to a referenced clean one', () => {
  const { answers } = run('nru', 2, '0w 1 1 2', { period: 2 });
  expect(victims({ answers }).at(-1)).toBe(0);
});

it('takes the lowest frame among equals, and says so', () => {
  const { answers } = run('nru', 3, '0 1 2 3', { period: 3 });
  expect(answers.at(-1)?.explanation).toMatchObject({
    victim: { page: 0, number: 'R 0 D 0' },
    runnerUp: { page: 1 },
    tie: 'the lowest frame',
  });
});

it('saves how long ago it cleared the bits', () => {
  expect(run('nru', 4, '0 1 2', { period: 2 }).paging.snapshot().replacement.sincePeriod).toBe(1);
});
