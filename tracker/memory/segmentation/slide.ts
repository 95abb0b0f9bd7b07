/**
 * The cheapest single slide: external fragmentation has refused a request although the free bytes would do. Of
 * all runs of neighbouring holes (in address order) that together have room for it, the one with the fewest
 * segment bytes between its holes is named; of equals the one at the lowest address. Runs are no longer than
 * they must be.
 *
 *     hole 100 ░ segment 40 ▓▓ hole 60 ░ segment 500 ▓▓▓▓▓▓▓▓ hole 90 ░        for 150: move the 40 bytes
 *
 * A segment that is to grow needs the room at its growing edge: only runs that reach it count. What lies below the
 * edge slides down and what lies above it up, the segment itself among them.
 */
import type { Hole } from './hole-list.ts';
import type { Slide } from './refusals.ts';
import { freeBytes, type SpaceParts } from './space-parts.ts';

/**
 * Null when even all holes together are smaller than `size` bytes. `atEdge` is the hole at a growing edge; where none
 * touches it, one of 0 bytes.
 */
export function cheapestSlide(parts: SpaceParts, size: number, atEdge?: Hole): Slide | null {
  if (freeBytes(parts) < size) return null;
  const byAddress: Hole[] = [...parts.holes];
  if (atEdge?.size === 0) byAddress.push(atEdge);
  byAddress.sort((a, b) => a.base - b.base);
  const run = cheapestRun(byAddress, size, atEdge);
  const first = run.at(0);
  const last = run.at(-1);
  if (first === undefined || last === undefined) return null;
  const free = run.reduce((sum, hole) => sum + hole.size, 0);
  return {
    holes: run.filter((hole) => hole.size > 0).map((hole) => [hole.base, hole.size] as const),
    segments: parts.table.within(first.base, last.base).map((segment) => segment.id),
    bytes: last.base + last.size - first.base - free,
    size: free,
  };
}

/**
 * A window over the holes: its right edge takes in one hole after the other, its left edge gives up all it can, but
 * not the hole it must keep: `atEdge`, or else the last.
 */
function cheapestRun(byAddress: readonly Hole[], size: number, atEdge?: Hole): readonly Hole[] {
  let left = 0;
  let free = 0;
  let cheapest: { readonly from: number; readonly to: number } | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [right, last] of byAddress.entries()) {
    const kept = atEdge?.base ?? last.base;
    free += last.size;
    let first = byAddress[left] ?? last;
    while (first.base < kept && free - first.size >= size) {
      free -= first.size;
      left += 1;
      first = byAddress[left] ?? last;
    }
    const between = last.base + last.size - first.base - free;
    if (last.base < kept || free < size || between >= fewest) continue;
    fewest = between;
    cheapest = { from: left, to: right + 1 };
  }
  return cheapest === null ? [] : byAddress.slice(cheapest.from, cheapest.to);
}
