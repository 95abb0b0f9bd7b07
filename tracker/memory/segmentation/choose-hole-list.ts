/** Which of the two lists keeps a list of holes: the index where it can, which is nearly always; the plain list else. */
import type { HoleList, HoleListState } from './hole-list.ts';
import { IndexedHoles } from './indexed-holes.ts';
import { LinearHoles } from './linear-holes.ts';

export type HoleListMaker = (state: HoleListState) => HoleList;

export const chooseHoleList: HoleListMaker = (state) =>
  IndexedHoles.canKeep(state) ? new IndexedHoles(state) : new LinearHoles(state);
