import { expect, it } from 'vitest';
import { run, victims } from './testing/run.ts';

it('evicts the page that has been resident longest, however often it was used', () => {
  expect(victims(run('fifo', 3, '1 2 3 1 1 1 4 5'))).toEqual([null, null, null, null, null, null, 1, 2]);
});

it('counts the time of residence from the last load', () => {
  expect(victims(run('fifo', 2, '1 2 3 1 4'))).toEqual([null, null, 1, 2, 3]);
});
