/** The first `limit` frames of an order, or all of it where it is shorter. */
export function firstOf(order: Iterable<number>, limit: number): number[] {
  const frames: number[] = [];
  if (limit <= 0) return frames;
  for (const frame of order) {
    frames.push(frame);
    if (frames.length === limit) break;
  }
  return frames;
}
