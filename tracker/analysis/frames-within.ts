/** What an engineer reads off a curve of page faults: how few frames are nearly as good as any number of them. */

/** How near, in percent above the cold faults. */
export const PERCENT = [1, 5, 10] as const;

export function isWithin(percent: number, faults: number, coldFaults: number): boolean {
  return 100 * faults <= (100 + percent) * coldFaults;
}

/** The smallest n of 1 or more with faults(n) within `percent`. `lruCurve[n]` is faults(n), up to the distinct pages. */
export function framesWithin(lruCurve: Float64Array, percent: number): number {
  const coldFaults = lruCurve.at(-1) ?? 0;
  return lruCurve.findIndex((faults, frames) => frames > 0 && isWithin(percent, faults, coldFaults));
}
