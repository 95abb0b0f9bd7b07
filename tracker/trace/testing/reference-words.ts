/** Reference strings for tests, as a trace would bring them. */

import { KIND_BITS } from '../../memory/paging/packed-reference.ts';
import { PageNumbering } from '../page-numbering.ts';
import { LOAD, STORE } from '../reference.ts';
import type { SlowReference } from './slow-faults.ts';

export interface Chunk {
  readonly words: Int32Array;
  /** Pages up to the end of this chunk. */
  readonly distinctPages: number;
}

/** The references in chunks of `length`. */
export function chunksOf(references: readonly SlowReference[], length: number): Chunk[] {
  const numbering = new PageNumbering();
  const chunks: Chunk[] = [];
  for (let at = 0; at < references.length; at += length) {
    const words = references
      .slice(at, at + length)
      .map(({ page, write }) => (numbering.idOf(page) << KIND_BITS) | (write ? STORE : LOAD));
    chunks.push({ words: Int32Array.from(words), distinctPages: numbering.count });
  }
  return chunks;
}
