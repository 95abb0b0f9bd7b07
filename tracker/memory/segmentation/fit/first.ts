/** First fit: the walk stops at the first hole in list order that is large enough, so there are no ties. */
import type { FitStrategy } from './fit-strategy.ts';

export const first: FitStrategy = {
  rule: 'the first hole of the list that is large enough',
  movesRover: false,
  search(holes, size) {
    const hole = holes.firstAtLeast(size);
    return { hole, searched: hole === null ? holes.count : hole.position + 1 };
  },
};
