import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Paging } from '../paging/paging.ts';
import { done } from '../paging/testing/done.ts';
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

it('keeps to the definition when pages are freed in between', () => {
  const step = fc.record({ page: fc.nat(5), free: fc.option(fc.nat(5)) });
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 50, size: 'max' }),
      fc.integer({ min: 1, max: 4 }),
      (steps, frames) => {
        const pages = steps.map(({ page }) => page);
        const paging = new Paging({
          totalFrames: frames,
          pageSize: 1,
          policy: 'opt',
          future: nextUses(pages),
        });
        paging.openProcess('P');
        let loads: number[] = [];
        steps.forEach(({ page, free }, now) => {
          const answer = done(paging.access('P', page, 0, false));
          paging.check();
          if (answer.victim) {
            const furthest = Math.max(...loads.map((each) => nextUseFrom(pages, each, now)));
            expect(answer.victim.page).toBe(
              loads.findLast((each) => nextUseFrom(pages, each, now) === furthest),
            );
            loads = loads.filter((each) => each !== answer.victim?.page);
          }
          if (answer.fault) loads.push(page);
          if (free !== null && paging.free('P', [[free, free]]).ok)
            loads = loads.filter((each) => each !== free);
          paging.openProcess('P');
        });
      },
    ),
  );
});

/** The number of the first reference to `page` after reference `now`; past the end if there is none. */
function nextUseFrom(pages: number[], page: number, now: number): number {
  const next = pages.indexOf(page, now + 1);
  return next < 0 ? pages.length : next;
}
