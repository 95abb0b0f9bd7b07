import { expect, it } from 'vitest';
import { faults, run, victims } from './testing/run.ts';

it('evicts the page that was used last', () => {
  expect(victims(run('mru', 3, '1 2 3 4 1 5'))).toEqual([null, null, null, 3, null, 1]);
});

it('beats LRU on a loop that is larger than memory', () => {
  const loop = '1 2 3 4 '.repeat(5);
  expect(faults(run('lru', 3, loop))).toBe(20);
  expect(faults(run('mru', 3, loop))).toBe(9);
});
