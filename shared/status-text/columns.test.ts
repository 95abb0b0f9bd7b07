/** Columns while they are read, against plain arrays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutTo, float64Room, int32Room, PlainColumns, RunCounts } from './columns.ts';

test('runs are as long as was said, and one page or frame where nothing was', () => {
  const anyCounts = fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 2 ** 31 - 1 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(anyCounts, fc.nat({ max: 5 }), (counts, more) => {
      const read = new RunCounts(counts.length + more);
      for (const [run, count] of counts.entries()) if (count !== 1 || run % 2 === 0) read.set(run, count);
      expect(Array.from(read.upTo(counts.length, new PlainColumns()))).toEqual(counts);
    }),
  );
});

test('plain columns are of any length, in any order, and say nothing else', () => {
  const plain = new PlainColumns();
  for (const length of [3, 0, 2000, 5, 1024, 3000]) {
    expect(plain.ones(length)).toEqual(new Int32Array(length).fill(1));
    expect(plain.zeros(length)).toEqual(new Float64Array(length));
  }
});

test('a column that was written to its end and one that was not have no room for as much again', () => {
  const column = Int32Array.from({ length: 100 }, (_, index) => index);
  for (const length of [0, 1, 49, 50, 51, 100]) {
    const written = cutTo(length, column);
    expect(Array.from(written)).toEqual(Array.from(column).slice(0, length));
    expect(written.buffer.byteLength).toBe(length < 50 ? 4 * length : 400);
  }
});

test.each([0, 1, 1023, 1024, 5000])('there is room for %d numbers', (length) => {
  const numbers = Array.from({ length }, (_, index) => index - 7);
  const [integers, larger] = [int32Room(length), float64Room(length)];
  integers.set(numbers);
  larger.set(numbers);
  expect([integers.length, larger.length]).toEqual([length, length]);
  expect(Array.from(integers)).toEqual(numbers);
  expect(Array.from(larger)).toEqual(numbers);
});
