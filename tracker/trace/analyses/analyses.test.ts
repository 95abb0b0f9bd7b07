import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../testing/reference-words.ts';
import { type SlowPolicy, slowClock, slowFifo, slowLru, slowOpt } from '../testing/slow-faults.ts';
import type { Analysis } from './analysis.ts';
import { LruCurve } from './lru-curve.ts';
import { MachineFaults } from './machine-faults.ts';
import { turnIntoNextUses } from './next-uses.ts';
import { OptCurve } from './opt-curve.ts';
import { OptFaults } from './opt-faults.ts';
import { SeveralSizes } from './several-sizes.ts';

/** Shows an analysis the pages, in chunks of `chunk`. */
function faultsOf(
  pages: readonly number[],
  chunk: number,
  makeOne: (n: number) => Analysis,
  future: boolean,
) {
  const chunks: { words: Int32Array; distinctPages: number }[] = [];
  const { words, distinctPages } = wordsOf(pages);
  for (let at = 0; at < words.length; at += chunk) {
    const seen = wordsOf(pages.slice(0, at + chunk)).distinctPages;
    chunks.push({ words: words.slice(at, at + chunk), distinctPages: seen });
  }
  if (future)
    turnIntoNextUses(
      chunks.map((each) => each.words),
      distinctPages,
    );
  const analysis = makeOne(pages.length);
  for (const each of chunks) analysis.add(each.words, each.distinctPages);
  return analysis.results().faults.map(({ frames, faults }) => [frames, faults]);
}

const FAST: Readonly<
  Record<string, { slow: SlowPolicy; future?: true; make: (sizes: number[], n: number) => Analysis }>
> = {
  'LRU curve': { slow: slowLru, make: (sizes) => new LruCurve(sizes) },
  'FIFO, several sizes': { slow: slowFifo, make: (sizes) => new SeveralSizes('fifo', sizes) },
  'clock, several sizes': { slow: slowClock(true), make: (sizes) => new SeveralSizes('clock', sizes) },
  'clock without R on load': {
    slow: slowClock(false),
    make: (sizes) => new SeveralSizes('clock', sizes, false),
  },
  'OPT curve': { slow: slowOpt, future: true, make: (sizes) => new OptCurve(sizes) },
};

const pagesArbitrary = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 80 }),
  fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 300 }),
  fc.array(fc.constantFrom(0, 1, 2, 3, 40, 2 ** 40, 2 ** 52), { minLength: 1, maxLength: 60 }),
);
const chunkArbitrary = fc.constantFrom(1, 7, 64, 1000);

describe.each(Object.entries(FAST))('%s', (_, { slow, future, make }) => {
  it('counts what the definition counts, for random strings and frame counts', () => {
    const sizes = [1, 2, 3, 5, 8, 9, 20, 61, 100];
    fc.assert(
      fc.property(pagesArbitrary, chunkArbitrary, (pages, chunk) => {
        const fast = faultsOf(pages, chunk, (n) => make(sizes, n), future === true);
        expect(fast).toEqual(sizes.map((frames) => [frames, slow(pages, frames)]));
      }),
      { numRuns: 60 },
    );
  });
});
