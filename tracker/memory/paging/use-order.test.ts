import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameTable } from './frame-table.ts';
import { accessedFrames, leastRecentlyUsedFirst } from './use-order.ts';

/** Frames loaded one after the other at these times; some of them used at a later one. */
const frameTable = fc
  .uniqueArray(fc.maxSafeNat(), { minLength: 2, maxLength: 60, size: 'max' })
  .map((times) => {
    const ascending = times.toSorted((a, b) => a - b);
    const half = ascending.length >> 1;
    const frames = new FrameTable(half);
    for (let frame = 0; frame < half; frame++) frames.fill(frame, 0, frame, 0, ascending[frame] ?? 0);
    // The later half of the times, in the order in which they came, with gaps.
    times
      .filter((time) => ascending.indexOf(time) >= half)
      .slice(0, half)
      .forEach((time, frame) => {
        if (frame % 3 > 0) frames.usedAt[frame] = time;
      });
    return frames;
  });

const used = (frames: FrameTable) => (frame: number) => frames.usedAt[frame] ?? 0;

describe('the order of use', () => {
  it('is ascending in the time of the last use, a load being a use', () => {
    fc.assert(
      fc.property(frameTable, (frames) => {
        const order = Array.from(frames.loads.toArray()).sort((a, b) => used(frames)(a) - used(frames)(b));
        expect([...leastRecentlyUsedFirst(frames)]).toEqual(order);
      }),
    );
  });

  it('leaves out, for the saved state, frames that were only loaded', () => {
    fc.assert(
      fc.property(frameTable, (frames) => {
        const order = Array.from(frames.loads.toArray())
          .filter((frame) => frames.usedAt[frame] !== frames.loadedAt[frame])
          .sort((a, b) => used(frames)(a) - used(frames)(b));
        expect([...accessedFrames(frames)]).toEqual(order);
      }),
    );
  });

  it('is empty where nothing is resident', () => {
    expect([...leastRecentlyUsedFirst(new FrameTable(3))]).toEqual([]);
  });
});
