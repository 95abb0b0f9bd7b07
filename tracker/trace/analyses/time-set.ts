/**
 * A set of times that gives up its latest: bits in a tree of words of 32, each bit saying that the word below it is
 * not empty. Adding costs one store nearly always, finding the latest one look a level.
 *
 *     level 1                       0 … 0 1 1          words 0 and 1 below are not empty
 *     level 0     0 0 1 0 … 1      0 … 1 0 0           times 63 and 34; the latest is 63
 */
const WORD_BITS = 32;

export class TimeSet {
  /** Level 0 first; the last has one word. */
  readonly #levels: readonly Int32Array[];
  readonly #leaves: Int32Array;

  /** An empty set of times 0 … limit − 1. */
  constructor(limit: number) {
    const levels: Int32Array[] = [];
    let words = limit;
    do {
      words = Math.ceil(words / WORD_BITS) || 1;
      levels.push(new Int32Array(words));
    } while (words > 1);
    this.#levels = levels;
    this.#leaves = levels[0] as Int32Array;
  }

  has(time: number): boolean {
    return ((this.#leaves[time >>> 5] as number) & (1 << (time & 31))) !== 0;
  }

  add(time: number): void {
    const word = time >>> 5;
    const bits = this.#leaves[word] as number;
    this.#leaves[word] = bits | (1 << (time & 31));
    if (bits === 0) this.#mark(word);
  }

  /** Takes the latest time out and answers it. The set is not empty. */
  removeLatest(): number {
    let time = 0;
    for (let level = this.#levels.length - 1; level >= 0; level--) {
      const bits = (this.#levels[level] as Int32Array)[time] as number;
      time = time * WORD_BITS + (31 - Math.clz32(bits));
    }
    let place = time;
    for (const words of this.#levels) {
      const left = (words[place >>> 5] as number) & ~(1 << (place & 31));
      words[place >>> 5] = left;
      if (left !== 0) break;
      place >>>= 5;
    }
    return time;
  }

  /** Word `word` of level 0 is not empty any more. */
  #mark(word: number): void {
    let place = word;
    for (let level = 1; level < this.#levels.length; level++) {
      const words = this.#levels[level] as Int32Array;
      const bits = words[place >>> 5] as number;
      words[place >>> 5] = bits | (1 << (place & 31));
      if (bits !== 0) break;
      place >>>= 5;
    }
  }
}
