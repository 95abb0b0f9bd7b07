/**
 * The cheapest single slide: external fragmentation has refused a request although the free bytes would do. Of
 * all runs of neighbouring holes (in address order) that together have room for it, the one with the fewest
 * segment bytes between its holes is named; of equals the one at the lowest address. Runs are no longer than
 * they must be.
 *
 *     hole 100 ░ segment 40 ▓▓ hole 60 ░ segment 500 ▓▓▓▓▓▓▓▓ hole 90 ░        for 150: move the 40 bytes
 */
import type { Hole } from './hole-list.ts';
import type { Slide } from './refusals.ts';
import type { SegmentTable } from './segment-table.ts';

/** Null when even all holes together are smaller than `size` bytes. */
export function cheapestSlide(holes: Iterable<Hole>, table: SegmentTable, size: number): Slide | null {
  const byAddress = [...holes].sort((a, b) => a.base - b.base);
  const run = cheapestRun(byAddress, size);
  const first = run.at(0);
  const last = run.at(-1);
  if (first === undefined || last === undefined) return null;
  const free = run.reduce((sum, hole) => sum + hole.size, 0);
  return {
    holes: run.map((hole) => [hole.base, hole.size] as const),
    segments: table.within(first.base, last.base).map((segment) => segment.id),
    bytes: last.base + last.size - first.base - free,
    size: free,
  };
}

/** A window over the holes: its right edge takes in one hole after the other, its left edge gives up all it can. */
function cheapestRun(byAddress: readonly Hole[], size: number): readonly Hole[] {
  let left = 0;
  let free = 0;
  let cheapest: { readonly from: number; readonly to: number } | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [right, last] of byAddress.entries()) {
    free += last.size;
    let first = byAddress[left] ?? last;
    while (free - first.size >= size) {
      free -= first.size;
      left += 1;
      first = byAddress[left] ?? last;
    }
    const between = last.base + last.size - first.base - free;
    if (free < size || between >= fewest) continue;
    fewest = between;
    cheapest = { from: left, to: right + 1 };
  }
  return cheapest === null ? [] : byAddress.slice(cheapest.from, cheapest.to);
}
