/** Numbers put as bytes against the numbers that JavaScript writes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cursor } from './cursor.ts';
import { MAX_DIGITS, putDecimal, putRange } from './digits.ts';

function written(put: (bytes: Uint8Array) => number): string {
  const bytes = Buffer.alloc(2 * MAX_DIGITS + 2, '?');
  return bytes.toString('latin1', 0, put(bytes));
}

const powers = Array.from({ length: 16 }, (_, digits) => 10 ** digits);
const limits = [0, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1];
const edges = [...limits, ...powers, ...powers.map((power) => power - 1)];

test.each(edges)('%d is written as it is, and read back', (value) => {
  expect(written((bytes) => putDecimal(bytes, 0, value))).toBe(String(value));
  expect(new Cursor(Buffer.from(`${value}\n`)).number('a number')).toBe(value);
});

test('any number is written as it is, and read back', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      expect(written((bytes) => putDecimal(bytes, 0, value))).toBe(String(value));
      expect(new Cursor(Buffer.from(`${value}\n`)).number('a number')).toBe(value);
    }),
  );
});

test('a range has its last number only where there are several', () => {
  expect(written((bytes) => putRange(bytes, 0, 7, 1))).toBe('7');
  expect(written((bytes) => putRange(bytes, 0, 7, 2))).toBe('7-8');
});
