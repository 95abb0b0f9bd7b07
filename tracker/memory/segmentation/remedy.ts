/**
 * What makes room for a segment that could not grow: freeing its neighbours at the growing edge, compaction, or both.
 * Compaction leaves its one hole behind the last block, so that it helps a segment that grows up and is the last, or
 * is once its neighbours are gone. Below one that grows down, it leaves a block or the segment base, never a hole.
 *
 *     before   │ segment 0 │ hole ░░ │ segment 1 ▓▓▓▓ │ hole ░ │         segment 1 is to grow up
 *     after    │ segment 0 │ segment 1 ▓▓▓▓ │ hole ░░░░░░░░░░░ │
 */
import type { Remedy } from './refusals.ts';
import type { Segment } from './segment.ts';
import { freeBytes, type SpaceParts } from './space-parts.ts';

/** The fewest neighbours to free so that `needed` bytes are one hole at the growing edge; null where none will do. */
export function remedyFor(
  parts: SpaceParts,
  { grows }: Segment,
  edge: number,
  needed: number,
): Remedy | null {
  const { options } = parts;
  const up = grows === 'up';
  const neighbours = neighboursAt(parts, up, edge);
  // In another order than that of addresses, what is freed may stay a hole of its own.
  const coalesces = options.coalesce && options.holeOrder === 'address';
  const end = up ? options.base + options.space : options.base;
  const free: number[] = [];
  let freed = 0;
  for (let i = 0; ; i++) {
    const next = neighbours[i];
    const room = Math.abs((next ? nearEnd(next, up) : end) - edge);
    if (i > 0 && coalesces && room >= needed) return { free, compact: false };
    if (up && !next && freeBytes(parts) + freed >= needed) return { free, compact: true };
    if (!next) return null;
    const size = next.block[1];
    free.push(next.id);
    freed += size;
    if (room === 0 && size >= needed) return { free, compact: false };
  }
}

/** The segments on the growing side of `edge`, nearest first. */
function neighboursAt({ table }: SpaceParts, up: boolean, edge: number): Segment[] {
  const ascending = table.byAddress();
  return up
    ? ascending.filter(({ block }) => block[0] >= edge)
    : ascending.filter(({ block }) => block[0] < edge).toReversed();
}

/** The end of a block that a segment growing towards it meets. */
function nearEnd({ block: [address, size] }: Segment, up: boolean): number {
  return up ? address : address + size;
}
