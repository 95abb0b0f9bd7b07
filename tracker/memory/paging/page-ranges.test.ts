import { expect, it } from 'vitest';
import { ascending } from './page-ranges.ts';

it('ranges become ascending, and those that overlap or touch become one', () => {
  const typed = [
    [5, 5],
    [0, 2],
    [2, 2],
    [3, 3],
    [9, 9],
  ] as const;
  expect(ascending(typed)).toEqual([
    [0, 3],
    [5, 5],
    [9, 9],
  ]);
});
