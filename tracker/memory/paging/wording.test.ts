import { expect, it } from 'vitest';
import { pagesInWords } from './wording.ts';

it('an event spells out eight runs of pages, and says how many more there were', () => {
  const runs = Array.from({ length: 9 }, (_, run) => [2 * run, 10 + 2 * run, 1] as const);
  expect(pagesInWords('free', 'P1', runs.slice(0, 2))).toBe(
    'P1 free: 2 pages: 0 from frame 10, 2 from frame 12',
  );
  expect(pagesInWords('free', 'P1', runs.slice(0, 8))).toMatch(/, 14 from frame 24$/);
  expect(pagesInWords('free', 'P1', runs)).toMatch(/, 14 from frame 24, and 1 more run$/);
});

it('an event says that a number is that of a page, which is no count', () => {
  expect(pagesInWords('free', 'P1', [[0, null, 1]])).toBe('P1 free: page 0 from disk');
  expect(
    pagesInWords('free', 'P1', [
      [0, null, 1],
      [2, 6, 2],
    ]),
  ).toBe('P1 free: 3 pages: page 0 from disk, 2-3 from frames 6-7');
});
