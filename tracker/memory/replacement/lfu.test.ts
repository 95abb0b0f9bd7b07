import { expect, it } from 'vitest';
import { done } from '../paging/testing/done.ts';
import { run, uses, victims } from './testing/run.ts';

it('evicts the page with the fewest uses', () => {
  expect(victims(run('lfu', 2, '0 0 1 2')).at(-1)).toBe(1);
});

it('takes the one loaded earliest among equals, and says so', () => {
  const { answers } = run('lfu', 3, '0 1 2 3');
  expect(answers.at(-1)?.explanation).toMatchObject({ victim: { page: 0 }, tie: 'the earliest loaded' });
});

it('counts 1 at a fault and 0 at alloc', () => {
  const { paging, refer, answers } = run('lfu', 2, '0');
  done(paging.alloc('Q', 1, null));
  expect(uses(paging)).toEqual([1, 0]);
  refer('1');
  expect(answers.at(-1)?.victim).toMatchObject({ pid: 'Q', page: 0 });
});

it('forgets the count of a page that is evicted', () => {
  expect(victims(run('lfu', 2, '0 0 1 1 1 2 0 3')).slice(-3)).toEqual([0, 2, 0]);
});

it('keeps it where it is told to', () => {
  const { answers, paging } = run('lfu', 2, '0 0 1 1 1 2 0 3', { keepCounts: true });
  expect(victims({ answers }).slice(-3)).toEqual([0, 2, 1]);
  expect(uses(paging)).toEqual([3, 1]);
});
