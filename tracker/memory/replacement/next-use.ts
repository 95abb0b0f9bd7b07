/** The future of a reference string, which only an analysis can know: for OPT. */

/** `future[i]` of a page that is not referred to again. */
export const NEVER = 2 ** 31 - 1;

/** For each reference the number of the next one to the same page, or NEVER. O(n). */
export function nextUses(pages: ArrayLike<number>): Int32Array {
  const future = new Int32Array(pages.length);
  const upcoming = new Map<number, number>();
  for (let i = pages.length - 1; i >= 0; i--) {
    const page = pages[i] ?? 0;
    future[i] = upcoming.get(page) ?? NEVER;
    upcoming.set(page, i);
  }
  return future;
}
