/** Sets of page numbers as ascending ranges, both ends included: what `free P1 5,0-2` names. */

import type { PageTable } from './page-table.ts';
import { INVALID } from './page-table-entry.ts';

/** Runs of valid pages that are spelled out. */
const SHOWN = 8;

export type PageRange = readonly [first: number, last: number];

/** The same pages, ascending, each once. */
export function ascending(ranges: readonly PageRange[]): PageRange[] {
  const sorted = ranges.toSorted(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = merged.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

/** The lowest page of the ranges that is invalid, or null. Looks at one page more than are valid at most. */
export function firstInvalid(table: PageTable, ranges: readonly PageRange[]): number | null {
  for (const [first, last] of ranges) {
    for (let page = first; page <= last; page++) if (table.entry(page) === INVALID) return page;
  }
  return null;
}

/** The valid pages in words, `0-3, 7`; runs beyond the eighth are left out. */
export function validPages(table: PageTable): string {
  const runs: [number, number][] = [];
  table.forEachRun((page, _entry, count) => {
    const last = runs.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] += count;
    else if (runs.length <= SHOWN) runs.push([page, page + count - 1]);
  });
  const shown = runs
    .slice(0, SHOWN)
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  if (runs.length > SHOWN) shown.push('…');
  return shown.join(', ') || 'none';
}
