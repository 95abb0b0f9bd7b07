import { expect, it } from 'vitest';
import { done } from '../paging/testing/done.ts';
import { run, victims } from './testing/run.ts';

it('evicts the page that has been unused for longest', () => {
  expect(victims(run('lru', 3, '1 2 3 1 4 2'))).toEqual([null, null, null, null, 2, 3]);
});

it('takes a load by alloc for a use', () => {
  const { paging, refer, answers } = run('lru', 3, '1 2');
  done(paging.alloc('Q', 1, null));
  refer('1 3 4');
  expect(victims({ answers }).slice(2)).toEqual([null, 2, 0]);
});
