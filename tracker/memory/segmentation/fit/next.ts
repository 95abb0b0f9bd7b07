/**
 * Next fit: first fit that starts at the rover, goes on from the last hole of the list to the first, and looks at
 * each hole once; the first that is large enough, so there are no ties. (Knuth, TAOCP 1 §2.5, exercise 6.)
 */
import type { FitStrategy } from './fit-strategy.ts';

export const next: FitStrategy = {
  rule: 'the first hole from the rover on that is large enough, around the end of the list',
  movesRover: true,
  search(holes, size) {
    const start = holes.rover === null ? 0 : holes.positionOf(holes.rover);
    const hole = holes.firstAtLeast(size, start) ?? holes.firstAtLeast(size);
    if (hole === null) return { hole, searched: holes.count };
    const steps = hole.position - start;
    return { hole, searched: (steps < 0 ? steps + holes.count : steps) + 1 };
  },
};
