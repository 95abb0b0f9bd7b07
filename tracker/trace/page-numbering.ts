/**
 * Page numbers of a trace, which may be anything below 2^53, as dense *page ids* 0, 1, 2 … in order of first
 * reference: what comes after can keep its state in plain arrays.
 *
 *     slots    │ 0 │ 3 │ 0 │ 1 │ 2 │ …       id + 1, or 0: open addressing, linear probing (Knuth TAOCP 3 §6.4)
 *     pages    │ 0x401a │ 0x1fff000 │ …       the page of each id
 *
 * 16 to 28 bytes a page: at least half of the slots are empty.
 */
import { MAX_DISTINCT_PAGES } from './reference.ts';

const SMALLEST_BITS = 12;

/** A trace has more distinct pages than there are page ids. */
export class TooManyPages extends Error {}

export class PageNumbering {
  #bits = SMALLEST_BITS;
  #slots = new Int32Array(2 ** SMALLEST_BITS);
  #pages = new Float64Array(2 ** (SMALLEST_BITS - 1));
  #count = 0;

  /** Distinct pages so far. */
  get count(): number {
    return this.#count;
  }

  /** The page of each id. */
  get pages(): Float64Array {
    return this.#pages.subarray(0, this.#count);
  }

  /**
   * The id of a page, which it gets with its first reference. Throws TooManyPages.
   *
   * `as number` here and in the other hot files of this folder: the compiler types every element of a typed array as
   * `number | undefined`; these indices are in range by construction, and a test an element would cost what the
   * typed arrays save.
   */
  idOf(page: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = hash(page, this.#bits);
    for (;;) {
      const id = (slots[at] as number) - 1;
      if (id < 0) return this.#add(page, at);
      if (this.#pages[id] === page) return id;
      at = (at + 1) & mask;
    }
  }

  #add(page: number, at: number): number {
    const id = this.#count++;
    if (id === MAX_DISTINCT_PAGES) throw new TooManyPages(`more than ${MAX_DISTINCT_PAGES} distinct pages`);
    this.#slots[at] = id + 1;
    if (id === this.#pages.length) this.#growPages();
    this.#pages[id] = page;
    if (2 * this.#count > this.#slots.length) this.#growSlots();
    return id;
  }

  #growPages(): void {
    const pages = new Float64Array(Math.ceil(this.#pages.length * 1.5));
    pages.set(this.#pages);
    this.#pages = pages;
  }

  #growSlots(): void {
    // The old slots are given up first: all that is needed to fill the new ones is in `pages`.
    this.#slots = new Int32Array(0);
    this.#bits++;
    const slots = new Int32Array(2 ** this.#bits);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#count; id++) {
      let at = hash(this.#pages[id] as number, this.#bits);
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = id + 1;
    }
    this.#slots = slots;
  }
}

/** The top `bits` bits of a multiplicative hash (Knuth TAOCP 3 §6.4) of both halves of the page number. */
function hash(page: number, bits: number): number {
  const high = (page / 2 ** 32) | 0;
  return Math.imul((page | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> (32 - bits);
}
