/**
 * The order in which frames were used, from the times in the frame table: for saving and restoring. References keep
 * no such order, except under the policies that live by it.
 */
import type { FrameTable } from './frame-table.ts';

/** 11 bits of the time are sorted by in each pass. */
const RADIX = 2048;

/** The used frames accessed since their load, the one unused for longest first. */
export function accessedFrames({ loads, loadedAt, usedAt }: FrameTable): Int32Array {
  const accessed: number[] = [];
  for (const frame of loads) if (usedAt[frame] !== loadedAt[frame]) accessed.push(frame);
  return byTime(Int32Array.from(accessed), usedAt);
}

/** All used frames, the least recently used first. A load is a use. */
export function leastRecentlyUsedFirst(frames: FrameTable): Int32Array {
  const { loads, loadedAt, usedAt } = frames;
  const accessed = accessedFrames(frames);
  const order = new Int32Array(loads.length);
  let filled = 0;
  let next = 0;
  for (const frame of loads) {
    if (usedAt[frame] !== loadedAt[frame]) continue;
    while (next < accessed.length && at(usedAt, at(accessed, next)) < at(usedAt, frame)) {
      order[filled++] = at(accessed, next++);
    }
    order[filled++] = frame;
  }
  order.set(accessed.subarray(next), filled);
  return order;
}

/** Sorts frames by their times, whole numbers, no two alike: radix sort (Knuth TAOCP 3 §5.2.5). O(n) a digit. */
function byTime(frames: Int32Array, times: Float64Array): Int32Array {
  let earliest = Number.POSITIVE_INFINITY;
  let latest = 0;
  for (const frame of frames) {
    earliest = Math.min(earliest, at(times, frame));
    latest = Math.max(latest, at(times, frame));
  }
  let from: Int32Array = frames;
  let to: Int32Array = new Int32Array(frames.length);
  for (let unit = 1; unit <= latest - earliest; unit *= RADIX) {
    const digitOf = (frame: number) => ((at(times, frame) - earliest) / unit) & (RADIX - 1);
    const places = new Int32Array(RADIX + 1);
    for (const frame of from) places[digitOf(frame) + 1] = at(places, digitOf(frame) + 1) + 1;
    for (let digit = 1; digit < RADIX; digit++) places[digit] = at(places, digit) + at(places, digit - 1);
    for (const frame of from) {
      const place = at(places, digitOf(frame));
      to[place] = frame;
      places[digitOf(frame)] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** An element that is there: see frame-list.ts about `as number`. */
function at(column: Int32Array | Float64Array, index: number): number {
  return column[index] as number;
}
