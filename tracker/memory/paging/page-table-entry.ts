/**
 * A page-table entry: one 32-bit number that says all there is to say about a page.
 *
 *     entry ≥ 0        valid and resident, in that frame
 *     −1               valid, on disk, never resident: the next fault on it is cold
 *     −2 − k           valid, swapped out; its last residence left k uses (0 except under lfu that keeps counts)
 *     INVALID          no such page: a program that refers to it would be killed
 */
export const INVALID = -(2 ** 31);
export const NEVER_RESIDENT = -1;

/** Uses that a swapped-out entry can remember; lfu counts no further. */
export const MAX_USES = 2 ** 31 - 3;

/** The entry of a page that was resident and is not; `uses` is at most MAX_USES. */
export function swappedOut(uses: number): number {
  return -2 - uses;
}

/** What `swappedOut` was given; 0 for every other entry. */
export function usesLeft(entry: number): number {
  return entry < NEVER_RESIDENT && entry !== INVALID ? -2 - entry : 0;
}
