/** Consecutive numbers in short: `7`, or `3-6` for a run of four. */
export function span(first: number, count: number): string {
  return count === 1 ? `${first}` : `${first}-${first + count - 1}`;
}
