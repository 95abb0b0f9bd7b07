/**
 * A set of frames, one bit each: whether each frame has been seen exactly once. Runs are added and removed 32
 * frames at a time, so that a million frames in a few runs cost next to nothing.
 *
 *     frame  0  1  2 … 31 │ 32 33 …
 *     word       0        │    1
 */

/** `add` and `remove` do a run of one frame by themselves: that is compiled into the loops over a million of them. */
export class FrameSet {
  /** For another set of the same frames to be made of; the set's own. */
  readonly words: Int32Array;

  /** Without `words`, which it then takes as its own, empty. */
  constructor(totalFrames: number, words: Int32Array = new Int32Array((totalFrames + 31) >>> 5)) {
    this.words = words;
  }

  copy(): FrameSet {
    return new FrameSet(0, this.words.slice());
  }

  has(frame: number): boolean {
    return (this.#word(frame >>> 5) & (1 << (frame & 31))) !== 0;
  }

  /** Adds a run of `count` ≥ 1 frames. Returns −1, or the first frame that was in the set already: then none is added. */
  add(first: number, count: number): number {
    if (count !== 1) return this.#flip(first, count, 0);
    const index = first >>> 5;
    const bit = 1 << (first & 31);
    const word = this.words[index] ?? 0;
    if ((word & bit) !== 0) return first;
    this.words[index] = word | bit;
    return -1;
  }

  /** Removes a run. Returns −1, or the first frame that was not in the set: then none is removed. */
  remove(first: number, count: number): number {
    if (count !== 1) return this.#flip(first, count, -1);
    const index = first >>> 5;
    const bit = 1 << (first & 31);
    const word = this.words[index] ?? 0;
    if ((word & bit) === 0) return first;
    this.words[index] = word ^ bit;
    return -1;
  }

  /** Removes the frames of another set. False where one of them is not in this one; then none is removed. */
  removeAll({ words }: FrameSet): boolean {
    for (let index = 0; index < words.length; index++) {
      if (((words[index] ?? 0) & ~this.#word(index)) !== 0) return false;
    }
    for (let index = 0; index < words.length; index++)
      this.words[index] = this.#word(index) & ~(words[index] ?? 0);
    return true;
  }

  /** The first frame in the set, or −1. */
  first(): number {
    for (let index = 0; index < this.words.length; index++) {
      const word = this.#word(index);
      if (word !== 0) return (index << 5) + 31 - Math.clz32(word & -word);
    }
    return -1;
  }

  /** Flips every bit of the run; each must have been what `before` (all 0 or all 1) has there. */
  #flip(first: number, count: number, before: 0 | -1): number {
    let frame = first;
    const end = first + count;
    while (frame < end) {
      const index = frame >>> 5;
      const low = frame & 31;
      const bits = Math.min(32 - low, end - frame);
      const mask = bits === 32 ? -1 : ((1 << bits) - 1) << low;
      const word = this.#word(index);
      const wrong = (word ^ before) & mask;
      if (wrong !== 0) {
        if (frame > first) this.#flip(first, frame - first, before === 0 ? -1 : 0);
        return (index << 5) + 31 - Math.clz32(wrong & -wrong);
      }
      this.words[index] = word ^ mask;
      frame += bits;
    }
    return -1;
  }

  /** A word inside the array: the callers have checked their frames against TOTAL_FRAMES. */
  #word(index: number): number {
    return this.words[index] ?? 0;
  }
}
