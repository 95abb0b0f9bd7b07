/**
 * The frames that come first in an order, best first and at most `limit` (1 or more) of them. `before(a, b)` says
 * whether a comes before b; no two frames are equal. O(total) for a small limit: for policies that may search, and
 * for explanations.
 */
export function bestFrames(
  total: number,
  limit: number,
  before: (a: number, b: number) => boolean,
): number[] {
  const best: number[] = [];
  for (let frame = 0; frame < total; frame++) {
    const worst = best[limit - 1];
    if (worst !== undefined && !before(frame, worst)) continue;
    let place = best.length === limit ? limit - 1 : best.length;
    for (; place > 0; place--) {
      const better = best[place - 1] ?? frame;
      if (before(better, frame)) break;
      best[place] = better;
    }
    best[place] = frame;
  }
  return best;
}
