/**
 * How freed bytes enter the list of holes. The address and size orders append and then sort the *whole* list,
 * stably, because splits may have left it unsorted; front and back only insert and never sort.
 * (As in the free-space simulator of Arpaci-Dusseau, Operating Systems: Three Easy Pieces, ch. 17.)
 */
import type { HoleOrder } from '../../../shared/status.ts';
import type { Hole } from './hole-list.ts';

type Enter = (holes: Hole[], freed: Hole) => void;

const sortedBy =
  (compare: (a: Hole, b: Hole) => number): Enter =>
  (holes, freed) => {
    holes.push(freed);
    holes.sort(compare);
  };

export const HOLE_ORDER_RULES: Readonly<Record<HoleOrder, Enter>> = {
  address: sortedBy((a, b) => a.base - b.base),
  'size-ascending': sortedBy((a, b) => a.size - b.size),
  'size-descending': sortedBy((a, b) => b.size - a.size),
  front: (holes, freed) => holes.unshift(freed),
  back: (holes, freed) => holes.push(freed),
};
