/** What an engineer reads off an LRU curve: how few frames are nearly as good as any number of them. */

/** The smallest n of 1 or more with faults(n) ≤ (1 + share) × cold faults. `lruCurve[n]` is faults(n), up to the distinct pages. */
export function framesWithin(lruCurve: Float64Array, share: number): number {
  const cold = lruCurve.at(-1) ?? 0;
  return lruCurve.findIndex((faults, frames) => frames > 0 && faults <= (1 + share) * cold);
}
