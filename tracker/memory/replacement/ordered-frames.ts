/**
 * A set of frames that knows its lowest, and the lowest from any frame on: a bit for each frame, and for each word of
 * bits, level by level, a bit that says whether there is one in it.
 *
 *     levels[1]  word 0: 1 0 1 …
 *     levels[0]  word 0: 0 0 1 0 …  │ word 1: 0 0 0 0 …  │ word 2: 1 0 0 0 …      frames 2 and 64
 *
 * Four levels hold a million frames. (Van Emde Boas 1975, as a tree of words.)
 */
import { NO_FRAME } from '../paging/frame-list.ts';

/** Of a word that is not 0: which of its bits is the lowest that is set. */
const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

export class OrderedFrames {
  readonly #levels: Int32Array[] = [];

  /** None of the frames 0 … total − 1. */
  constructor(total: number) {
    let words = total;
    do {
      words = (words + 31) >>> 5;
      this.#levels.push(new Int32Array(words));
    } while (words > 1);
  }

  /** The lowest frame of all, or NO_FRAME. */
  get first(): number {
    return this.firstFrom(0);
  }

  /** `as number`: see paging/frame-list.ts. */
  add(frame: number): void {
    let index = frame;
    for (let level = 0; level < this.#levels.length; level++) {
      const words = this.#levels[level] as Int32Array;
      const before = words[index >>> 5] as number;
      words[index >>> 5] = before | (1 << (index & 31));
      if (before !== 0) return;
      index >>>= 5;
    }
  }

  /** Nothing happens where it is not in the set. */
  remove(frame: number): void {
    let index = frame;
    for (let level = 0; level < this.#levels.length; level++) {
      const words = this.#levels[level] as Int32Array;
      const left = (words[index >>> 5] as number) & ~(1 << (index & 31));
      words[index >>> 5] = left;
      if (left !== 0) return;
      index >>>= 5;
    }
  }

  /** The lowest frame that is `from` or above, or NO_FRAME. */
  firstFrom(from: number): number {
    let index = from;
    for (let level = 0; level < this.#levels.length; level++) {
      const words = this.#levels[level] as Int32Array;
      const at = index >>> 5;
      if (at >= words.length) return NO_FRAME;
      const word = (words[at] as number) & (-1 << (index & 31));
      if (word !== 0) return this.#lowestBelow(level, (at << 5) + lowestBit(word));
      // Whatever comes after this word.
      index = at + 1;
    }
    return NO_FRAME;
  }

  /** The lowest frame that the bit `index` of a level stands for. */
  #lowestBelow(level: number, index: number): number {
    let found = index;
    for (let below = level - 1; below >= 0; below--) {
      found = (found << 5) + lowestBit((this.#levels[below] as Int32Array)[found] as number);
    }
    return found;
  }
}
