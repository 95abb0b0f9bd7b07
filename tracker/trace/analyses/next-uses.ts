/**
 * The future of a trace, for OPT: for each reference the number of the next one to the same page. The two have the
 * same length, so that one takes the place of the other: OPT needs to know when pages are used, not which they are.
 */
import { NEVER } from '../../memory/replacement/next-use.ts';
import { KIND_BITS } from '../reference.ts';

/** References whose future can be known at most: their numbers are below NEVER. */
export const MOST_WITH_FUTURE = NEVER - 1;

/**
 * Overwrites each word of the references in `chunks` with the number, from 0, of the next reference to its page, or
 * NEVER. MOST_WITH_FUTURE references at most, to pages 0 … distinctPages − 1. O(n).
 */
export function turnIntoNextUses(chunks: readonly Int32Array[], distinctPages: number): void {
  const upcoming = new Int32Array(distinctPages).fill(NEVER);
  let time = chunks.reduce((sum, { length }) => sum + length, 0);
  for (const chunk of chunks.toReversed()) {
    time -= chunk.length;
    for (let i = chunk.length - 1; i >= 0; i--) {
      const page = (chunk[i] as number) >> KIND_BITS;
      chunk[i] = upcoming[page] as number;
      upcoming[page] = time + i;
    }
  }
}
