/** A small machine to try things on. */
import { Paging, type PagingOptions } from '../paging.ts';

export function machine(options: Partial<PagingOptions> = {}): Paging {
  return new Paging({ totalFrames: 8, pageSize: 256, ...options });
}

/** The free-frame list in order. */
export function freeFrames(paging: Paging): number[] {
  const { starts, counts } = paging.snapshot().freeList;
  return [...starts].flatMap((start, row) => Array.from({ length: counts[row] ?? 0 }, (_, i) => start + i));
}
