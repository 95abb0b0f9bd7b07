/** Best fit: the smallest hole that is large enough, of equals the first in list order. It looks at the whole list. */
import type { FitStrategy } from './fit-strategy.ts';

export const best: FitStrategy = {
  rule: 'the smallest hole that is large enough, of equals the first of the list',
  movesRover: false,
  search(holes, size) {
    return { hole: holes.smallestAtLeast(size), searched: holes.count };
  },
};
