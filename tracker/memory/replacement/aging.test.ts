import { expect, it } from 'vitest';
import { bits, run, uses, victims } from './testing/run.ts';

it('shifts every counter before each reference, and R into its top bit', () => {
  const { paging } = run('aging', 3, '0 1 0');
  expect(uses(paging)).toEqual([0b01100000, 0b11000000]);
  expect(bits(paging)).toEqual(['R', '-']);
});

it('evicts the page with the smallest counter', () => {
  expect(victims(run('aging', 2, '0 1 0 2')).at(-1)).toBe(1);
});

it('shifts before every T-th reference only', () => {
  expect(uses(run('aging', 3, '0 1', { period: 3 }).paging)).toEqual([0x80, 0x80]);
  expect(uses(run('aging', 3, '0 1 2', { period: 3 }).paging)).toEqual([0xc0, 0xc0, 0x80]);
  expect(uses(run('aging', 3, '0 1 2 0 0', { period: 3 }).paging)).toEqual([0xc0, 0xc0, 0x80]);
  expect(uses(run('aging', 3, '0 1 2 0 0 1', { period: 3 }).paging)).toEqual([0xe0, 0x60, 0xc0]);
});

it('takes the page loaded earliest among equals, and says so', () => {
  const { answers } = run('aging', 2, '0 1 2', { period: 5 });
  expect(answers.at(-1)?.explanation).toMatchObject({
    victim: { page: 0, number: 'counter 10000000' },
    tie: 'the earliest loaded',
  });
});

it('knows nothing of what was more than eight shifts ago', () => {
  const { paging, refer } = run('aging', 2, '0 1');
  refer('1 '.repeat(20));
  expect(uses(paging)).toEqual([0, 0xff]);
});
