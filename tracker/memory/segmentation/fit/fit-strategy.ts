/** What a fit strategy is: it picks a hole and says how many it looked at. It never splits: the allocator does. */
import type { FoundHole, HoleSearch } from '../hole-list.ts';

export interface FitResult {
  /** Null when no hole is large enough. */
  readonly hole: FoundHole | null;
  /** Holes looked at, as a walk along the list would count them. */
  readonly searched: number;
}

export interface FitStrategy {
  /** Which hole it picks, and of equals which, in a line of help. */
  readonly rule: string;
  /** Does the hole it finds become the rover? */
  readonly movesRover: boolean;
  /** `size`: bytes of the whole block, header and rounding included. */
  search(holes: HoleSearch, size: number): FitResult;
}
