/**
 * Pages in order of their last use, which answers how many were used after a given one: O(log n), no allocation.
 *
 *     slot     0   1   2   3   4   5   6   7 …        each page that is added takes the next slot
 *     bits     1   0   0   1   1   0   1   ·          1: a page is there
 *     owners   4   ·   ·   9   2   ·   7   ·          used after page 9: the bits behind slot 3, so 2
 *
 * The bits are counted by the word of 32 slots in a Fenwick tree (Fenwick 1994). When the slots are used up, the bits
 * are pushed together at the beginning; there are at least twice as many slots as pages, so that this is rare.
 */
const WORD_BITS = 32;
const SMALLEST_WORDS = 32;
const ABSENT = -1;

export class RecencyTimeline {
  /** The slot of each page, or ABSENT. */
  #slots = new Int32Array(0);
  #owners = new Int32Array(SMALLEST_WORDS * WORD_BITS);
  #bits = new Int32Array(SMALLEST_WORDS);
  /** counts[k], k from 1: how many bits are set in words k − (k & −k) … k − 1. */
  #counts = new Int32Array(SMALLEST_WORDS + 1);
  #next = 0;
  #length = 0;

  /** From now on there are pages 0 … pages − 1. */
  admit(pages: number): void {
    if (pages <= this.#slots.length) return;
    const slots = new Int32Array(Math.ceil(pages * 1.25)).fill(ABSENT);
    slots.set(this.#slots);
    this.#slots = slots;
  }

  /** A page that is not here becomes the latest. */
  add(page: number): void {
    if (this.#next === this.#owners.length) this.#compact();
    const slot = this.#next++;
    this.#owners[slot] = page;
    this.#slots[page] = slot;
    const word = slot >>> 5;
    this.#bits[word] = (this.#bits[word] as number) | (1 << (slot & 31));
    this.#length++;
    const counts = this.#counts;
    for (let k = word + 1; k < counts.length; k += k & -k) counts[k] = (counts[k] as number) + 1;
  }

  /** Takes a page out; answers how many are later than it, or ABSENT (negative) if it is not here. */
  remove(page: number): number {
    const slot = this.#slots[page] as number;
    if (slot === ABSENT) return ABSENT;
    const word = slot >>> 5;
    const bits = this.#bits[word] as number;
    const counts = this.#counts;
    let upToWord = 0;
    for (let k = word + 1; k > 0; k &= k - 1) upToWord += counts[k] as number;
    const later = this.#length - upToWord + bitCount(bits >>> (slot & 31)) - 1;

    this.#slots[page] = ABSENT;
    this.#bits[word] = bits & ~(1 << (slot & 31));
    this.#length--;
    for (let k = word + 1; k < counts.length; k += k & -k) counts[k] = (counts[k] as number) - 1;
    return later;
  }

  /** The pages keep their order and take the first slots. */
  #compact(): void {
    const owners = this.#owners;
    const bits = this.#bits;
    const crowded = 2 * this.#length > owners.length;
    const words = crowded ? Math.ceil((3 * this.#length) / WORD_BITS) : bits.length;
    const roomier = crowded ? new Int32Array(words * WORD_BITS) : owners;
    let filled = 0;
    for (let slot = 0; slot < owners.length; slot++) {
      if (((bits[slot >>> 5] as number) & (1 << (slot & 31))) === 0) continue;
      const page = owners[slot] as number;
      this.#slots[page] = filled;
      roomier[filled++] = page;
    }
    this.#owners = roomier;
    this.#next = filled;
    this.#bits = crowded ? new Int32Array(words) : bits;
    this.#counts = crowded ? new Int32Array(words + 1) : this.#counts;
    this.#setFirst(filled);
  }

  /** The first `filled` slots are taken, and no other. */
  #setFirst(filled: number): void {
    const full = filled >>> 5;
    this.#bits.fill(-1, 0, full).fill(0, full);
    if (full < this.#bits.length) this.#bits[full] = (1 << (filled & 31)) - 1;
    this.#counts.fill(0);
    for (let k = 1; k < this.#counts.length; k++) {
      const sum = (this.#counts[k] as number) + bitCount(this.#bits[k - 1] as number);
      this.#counts[k] = sum;
      const above = k + (k & -k);
      if (above < this.#counts.length) this.#counts[above] = (this.#counts[above] as number) + sum;
    }
  }
}

/** How many bits of a 32-bit word are set (Warren, Hacker's Delight 2e §5–1). */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
