import { expect, test } from 'vitest';
import { isPowerOfTwo } from './power-of-two.ts';

test('the powers of two are 1, 2, 4 … 2^52, and no number beside them', () => {
  for (let power = 0; power <= 52; power++) {
    expect(isPowerOfTwo(2 ** power)).toBe(true);
    if (power > 1) expect([2 ** power - 1, 2 ** power + 1].filter(isPowerOfTwo)).toEqual([]);
  }
  expect([0, -1, -2, 0.5, Number.NaN, Number.POSITIVE_INFINITY].filter(isPowerOfTwo)).toEqual([]);
});
