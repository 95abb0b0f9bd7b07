/** The set of frames against a plain array of booleans. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameSet } from './frame-set.ts';

const FRAMES = 200;

/** A run of frames inside the memory. */
const anyRun = fc
  .tuple(fc.nat({ max: FRAMES - 1 }), fc.nat({ max: FRAMES - 1 }))
  .map(([a, b]) => ({ first: Math.min(a, b), count: Math.abs(a - b) + 1 }));

test('the frames of another set are removed, all or none', () => {
  const anySet = fc.uniqueArray(fc.nat({ max: FRAMES - 1 }));
  const setOf = (frames: readonly number[]): FrameSet => {
    const set = new FrameSet(FRAMES);
    for (const frame of frames) set.add(frame, 1);
    return set;
  };
  fc.assert(
    fc.property(anySet, anySet, fc.boolean(), (one, other, within) => {
      const removed = within ? other.filter((frame) => one.includes(frame)) : other;
      const set = setOf(one);
      const all = removed.every((frame) => one.includes(frame));
      expect(set.removeAll(new FrameSet(0, setOf(removed).words))).toBe(all);
      const left = one.filter((frame) => !all || !removed.includes(frame));
      expect(set.words).toEqual(setOf(left).words);
    }),
  );
});

test('runs are added and removed whole, and the first frame in the way is named', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), anyRun)), (steps) => {
      const set = new FrameSet(FRAMES);
      const plain = new Array<boolean>(FRAMES).fill(false);
      for (const [adding, { first, count }] of steps) {
        const wrong = plain.findIndex(
          (is, frame) => frame >= first && frame < first + count && is === adding,
        );
        expect(adding ? set.add(first, count) : set.remove(first, count)).toBe(wrong);
        if (wrong < 0) plain.fill(adding, first, first + count);
        expect(Array.from(plain, (_, frame) => set.has(frame))).toEqual(plain);
        expect(set.first()).toBe(plain.indexOf(true));
      }
    }),
  );
});
