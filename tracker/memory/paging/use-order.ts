/**
 * The order in which frames were used, from the times in the frame table: for saving and restoring. References keep
 * no such order, except under the policies that live by it.
 */
import type { FrameTable } from './frame-table.ts';

/** 11 bits of the time are sorted by in each pass. */
const RADIX = 2048;

/** The used frames accessed since their load, the one unused for longest first. */
export function accessedFrames({ loads, loadedAt, usedAt }: FrameTable): Int32Array {
  const frames = loads.toArray();
  let count = 0;
  for (let i = 0; i < frames.length; i++) {
    // `as number` here and below: see frame-list.ts.
    const frame = frames[i] as number;
    if (usedAt[frame] !== loadedAt[frame]) frames[count++] = frame;
  }
  return byTime(frames.subarray(0, count), usedAt);
}

/** All used frames, the least recently used first. A load is a use. */
export function leastRecentlyUsedFirst(frames: FrameTable): Int32Array {
  const { loads, loadedAt, usedAt } = frames;
  const order = loads.toArray();
  const accessed = accessedFrames(frames);
  if (accessed.length === 0) return order;
  // Those only loaded are in the order of their loads already: two ascending orders merge into one.
  const merged = new Int32Array(order.length);
  let next = 0;
  let filled = 0;
  for (let i = 0; i < order.length; i++) {
    const frame = order[i] as number;
    const time = usedAt[frame] as number;
    if (time !== loadedAt[frame]) continue;
    while (next < accessed.length && (usedAt[accessed[next] as number] as number) < time) {
      merged[filled++] = accessed[next++] as number;
    }
    merged[filled++] = frame;
  }
  merged.set(accessed.subarray(next), filled);
  return merged;
}

/** Sorts frames by their times, whole numbers, no two alike: radix sort (Knuth TAOCP 3 §5.2.5). O(n) a digit. */
function byTime(frames: Int32Array, times: Float64Array): Int32Array {
  const { earliest, latest } = span(frames, times);
  let from = frames;
  let to: Int32Array = new Int32Array(frames.length);
  for (let unit = 1; unit <= latest - earliest; unit *= RADIX) {
    const places = new Int32Array(RADIX + 1);
    for (let i = 0; i < from.length; i++) {
      const digit = (((times[from[i] as number] as number) - earliest) / unit) & (RADIX - 1);
      places[digit + 1] = (places[digit + 1] as number) + 1;
    }
    for (let digit = 1; digit < RADIX; digit++) {
      places[digit] = (places[digit] as number) + (places[digit - 1] as number);
    }
    for (let i = 0; i < from.length; i++) {
      const frame = from[i] as number;
      const digit = (((times[frame] as number) - earliest) / unit) & (RADIX - 1);
      const place = places[digit] as number;
      to[place] = frame;
      places[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

function span(frames: Int32Array, times: Float64Array): { earliest: number; latest: number } {
  let earliest = Number.POSITIVE_INFINITY;
  let latest = 0;
  for (let i = 0; i < frames.length; i++) {
    const time = times[frames[i] as number] as number;
    if (time < earliest) earliest = time;
    if (time > latest) latest = time;
  }
  return { earliest, latest };
}
