import { expect, it } from 'vitest';
import { NEVER, nextUses } from './next-use.ts';
import { run, victims } from './testing/run.ts';

it('evicts the page whose next use is furthest away', () => {
  const { answers } = run('opt', 3, '1 2 3 4 1 2 3');
  expect(victims({ answers })).toEqual([null, null, null, 3, null, null, 4]);
  expect(answers[3]?.explanation).toMatchObject({
    victim: { page: 3, number: 'next used by reference 6' },
    runnerUp: { page: 2, number: 'next used by reference 5' },
    tie: null,
  });
});

it('takes the latest loaded among pages never used again, and says so', () => {
  const { answers } = run('opt', 3, '1 2 3 4');
  expect(answers[3]?.explanation).toMatchObject({
    victim: { page: 3, number: 'never used again, loaded at 3' },
    tie: 'the latest loaded',
  });
});

it('looks up the next use of each reference', () => {
  expect([...nextUses([7, 0, 7, 7, 1, 0])]).toEqual([2, 5, 3, NEVER, NEVER, NEVER]);
});

it('is refused a victim where its future ends', () => {
  const { paging } = run('opt', 2, '1 2 3');
  expect(paging.refusalOf('P', [4])).toEqual({ code: 'policy-needs-future', policy: 'opt' });
  expect(paging.refusalOf('P', [3])).toBeNull();
});
