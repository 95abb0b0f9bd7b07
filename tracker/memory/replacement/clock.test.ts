import { expect, it } from 'vitest';
import { done } from '../paging/testing/done.ts';
import { bits, run, victims } from './testing/run.ts';

const hand = (paging: ReturnType<typeof run>['paging']) => paging.snapshot().replacement.hand;

it('gives a page with R = 1 a second chance, and clears the bit', () => {
  const { paging, answers } = run('clock', 3, '1 2 3 4 2 5');
  expect(victims({ answers })).toEqual([null, null, null, 1, null, 3]);
  expect(bits(paging)).toEqual(['R', '-', 'R']);
});

it('leaves the hand just past the frame it filled', () => {
  expect(hand(run('clock', 3, '1 2 3 4').paging)).toBe(1);
  expect(hand(run('clock', 3, '1 2 3 4 2 5').paging)).toBe(0);
});

it('does not move the hand when a free frame is filled', () => {
  const { paging, refer } = run('clock', 3, '1 2 3 4');
  done(paging.free('P', [[2, 2]]));
  refer('5');
  expect(hand(paging)).toBe(1);
});

it('comes round to where it began when every page was referenced', () => {
  const { answers } = run('clock', 3, '1 2 3 4');
  expect(answers.at(-1)?.explanation?.sentence).toBe(
    'evicted P page 1 from frame 0: R 1, 0 past the hand, under the hand when it had cleared every R and come full ' +
      'circle; runner-up P page 2 in frame 1, R 1, 1 past the hand',
  );
});

it('ranks by the distance from the hand, R = 0 before R = 1', () => {
  const { paging, refer, answers } = run('clock', 4, '1 2 3 4 5 3');
  refer('6');
  expect(answers.at(-1)?.explanation?.candidates.map(({ page, number }) => `${page}: ${number}`)).toEqual([
    '2: R 0, 0 past the hand',
    '4: R 0, 2 past the hand',
    '3: R 1, 1 past the hand',
    '5: R 1, 3 past the hand',
  ]);
  expect(hand(paging)).toBe(2);
});

it('takes pages just loaded at once where a load does not set R', () => {
  expect(victims(run('clock', 2, '1 2 3 4', { refOnLoad: false }))).toEqual([null, null, 1, 2]);
});
