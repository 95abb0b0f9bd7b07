/** The future of a trace, for OPT: of each reference the number of the next one to the same page. Four bytes each. */

import { KIND_BITS } from '../../memory/paging/packed-reference.ts';
import { NEVER } from '../../memory/replacement/next-use.ts';

/** References whose future can be known at most: their numbers are below NEVER. */
export const MOST_WITH_FUTURE = NEVER;

/**
 * For each of the references in `chunks`, in order and counted from 0, the number of the next one to its page, or
 * NEVER. MOST_WITH_FUTURE references at most, to pages 0 … distinctPages − 1. In shared memory; O(n).
 */
export function nextUsesOf(chunks: readonly Int32Array[], distinctPages: number): Int32Array {
  const references = chunks.reduce((sum, { length }) => sum + length, 0);
  const future = new Int32Array(new SharedArrayBuffer(references * Int32Array.BYTES_PER_ELEMENT));
  const upcoming = new Int32Array(distinctPages).fill(NEVER);
  let time = references;
  for (const chunk of chunks.toReversed()) {
    for (let i = chunk.length - 1; i >= 0; i--) {
      const page = (chunk[i] as number) >> KIND_BITS;
      future[--time] = upcoming[page] as number;
      upcoming[page] = time;
    }
  }
  return future;
}
