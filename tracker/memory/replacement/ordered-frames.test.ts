/** The ordered set of frames against a plain one. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_FRAME } from '../paging/frame-list.ts';
import { OrderedFrames } from './ordered-frames.ts';

it.each([1, 31, 32, 33, 1024, 1025, 40_000])('of %d frames it finds the lowest from any on', (total) => {
  const frame = fc.nat({ max: total - 1 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), frame, fc.nat({ max: total })), { maxLength: 60 }),
      (steps) => {
        const ordered = new OrderedFrames(total);
        const plain = new Set<number>();
        for (const [adds, changed, from] of steps) {
          if (adds) ordered.add(changed);
          else ordered.remove(changed);
          if (adds) plain.add(changed);
          else plain.delete(changed);
          const above = [...plain].filter((each) => each >= from);
          expect(ordered.firstFrom(from)).toBe(above.length === 0 ? NO_FRAME : Math.min(...above));
          expect(ordered.first).toBe(plain.size === 0 ? NO_FRAME : Math.min(...plain));
        }
      },
    ),
  );
});

it('goes through all that were added, in ascending order', () => {
  const total = 100_000;
  const ordered = new OrderedFrames(total);
  const frames = Array.from({ length: 3000 }, (_, index) => (index * 7919) % total);
  for (const frame of frames) ordered.add(frame);
  const found: number[] = [];
  for (let frame = ordered.first; frame !== NO_FRAME; frame = ordered.firstFrom(frame + 1)) found.push(frame);
  expect(found).toEqual(frames.toSorted((a, b) => a - b));
});
