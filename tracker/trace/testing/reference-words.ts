/** Reference strings for tests, as a trace would bring them. */
import { PageNumbering } from '../page-numbering.ts';
import { KIND_BITS, LOAD } from '../reference.ts';

export interface Words {
  readonly words: Int32Array;
  readonly distinctPages: number;
}

/** Loads of these pages. */
export function wordsOf(pages: readonly number[]): Words {
  const numbering = new PageNumbering();
  const words = Int32Array.from(pages, (page) => (numbering.idOf(page) << KIND_BITS) | LOAD);
  return { words, distinctPages: numbering.count };
}
