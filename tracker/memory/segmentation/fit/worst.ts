/** Worst fit: the largest hole, of equals the first in list order. It looks at the whole list. */
import type { FitStrategy } from './fit-strategy.ts';

export const worst: FitStrategy = {
  rule: 'the largest hole, of equals the first of the list',
  movesRover: false,
  search(holes, size) {
    const hole = holes.firstAtLeast(Math.max(size, holes.largest()));
    return { hole, searched: holes.count };
  },
};
