/** Frames gathered beyond twice the limit, so that a small one does not sort all the time. */
const SPARE = 256;

/**
 * The frames that come first in an order, best first and at most `limit` (1 or more) of them. `before(a, b)` says
 * whether a comes before b; no two frames are equal. For policies that may search, and for explanations: O(total) where
 * few frames come before the best so far, O(total log limit) at worst.
 */
export function bestFrames(
  total: number,
  limit: number,
  before: (a: number, b: number) => boolean,
): number[] {
  const order = (a: number, b: number) => (before(a, b) ? -1 : 1);
  const room = 2 * limit + SPARE;
  /** The best are among them, those up to `limit` in order. */
  const best: number[] = [];
  let worst: number | undefined;
  for (let frame = 0; frame < total; frame++) {
    if (worst !== undefined && !before(frame, worst)) continue;
    if (best.push(frame) < room) continue;
    best.sort(order).length = limit;
    worst = best[limit - 1];
  }
  return best.sort(order).slice(0, limit);
}
