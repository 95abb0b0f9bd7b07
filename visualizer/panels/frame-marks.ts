/** The signs in the frame map of the clock hand and the next victim, and what the title says of them. */
import type { FrameGrid } from '../view/frame-grid.ts';
import { isClock } from '../view/inspection.ts';
import type { Picture } from '../view/picture.ts';
import { letterOf } from '../view/wording.ts';

/** Each before the cell that is meant; that of the victim is one block with the letter, or in its place where there is no gap. */
export const HAND = '▸';
export const VICTIM = '!';
export const VICTIM_AT_HAND = '&';

/** In the legend, for no theme tells a followed process by its look alone. */
export function followedSign(letter: string): string {
  return `[${letter}]`;
}

/** By the cell that is meant. */
export type Marks = ReadonlyMap<number, string>;

export function marksOf(picture: Picture, grid: FrameGrid): Marks {
  const { nextVictim, replacement } = picture.status.paging;
  const marks = new Map<number, string>();
  const cellOf = (frame: number): number => Math.floor(frame / grid.framesPerCell);
  if (isClock(replacement.policy)) marks.set(cellOf(replacement.hand), HAND);
  if (nextVictim === null) return marks;
  return marks.set(cellOf(nextVictim), handSharesCell(picture, grid) ? VICTIM_AT_HAND : VICTIM);
}

/** What the signs of the clock hand and the next victim stand for, the longest form first. */
export function signForms(picture: Picture, grid: FrameGrid): readonly string[] {
  const { nextVictim, replacement } = picture.status.paging;
  const hand = isClock(replacement.policy) ? `${HAND} hand ${replacement.hand}` : '';
  if (nextVictim === null) return hand === '' ? [] : [hand];
  const page = picture.occupant(nextVictim)?.page ?? 0;
  const owner = picture.ownerOf(nextVictim);
  const whose = owner ? letterOf(owner, 14) : '?';
  const forms = [`next victim: frame ${nextVictim}, ${whose} page ${page}`, `next victim ${nextVictim}`];
  if (handSharesCell(picture, grid)) {
    const withHand = forms.map((form) => `${VICTIM_AT_HAND} hand ${replacement.hand}, ${form}`);
    return [...withHand, `${VICTIM_AT_HAND} ${nextVictim}`];
  }
  const signed = forms.map((form) => `${VICTIM} ${form}`);
  const withHand = hand === '' ? [] : signed.map((form) => `${hand}  ${form}`);
  return [...withHand, ...signed, `${VICTIM} ${nextVictim}`];
}

/** Whether the clock hand points at the cell of the next victim. */
function handSharesCell({ status }: Picture, { framesPerCell }: FrameGrid): boolean {
  const { nextVictim, replacement } = status.paging;
  if (nextVictim === null || !isClock(replacement.policy)) return false;
  return Math.floor(nextVictim / framesPerCell) === Math.floor(replacement.hand / framesPerCell);
}
