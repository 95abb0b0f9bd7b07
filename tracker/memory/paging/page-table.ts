/**
 * The page table of one process: page number → entry (page-table-entry.ts).
 *
 * Pages 0 … low.length − 1 are one plain array, which covers as far as at least a quarter of it is in use; what
 * lies beyond is in OutlyingPages. So a million pages from 0 cost 4 to 8 bytes each, a page far out about 100.
 */
import { OutlyingPages } from './outlying-pages.ts';
import { INVALID } from './page-table-entry.ts';

const SMALLEST_LOW = 64;

export class PageTable {
  #low = new Int32Array(0);
  readonly #outlying = new OutlyingPages();
  #highest: number | null = -1;
  /** Valid pages. */
  valid = 0;

  /** The entry of any page number; the hot path. */
  entry(page: number): number {
    const low = this.#low;
    // `as number`: see frame-list.ts.
    return page < low.length ? (low[page] as number) : this.#outlying.entry(page);
  }

  /** A valid page's entry changes to another valid one. */
  set(page: number, entry: number): void {
    if (page < this.#low.length) this.#low[page] = entry;
    else this.#outlying.set(page, entry);
  }

  /** Pages first … first + count − 1, all invalid so far, become valid: the k-th gets entry + k × step. */
  add(first: number, count: number, entry: number, step: 0 | 1): void {
    const end = first + count;
    this.valid += count;
    if (end > this.#low.length && end <= Math.max(SMALLEST_LOW, 4 * this.valid)) this.#growLow(end);
    if (this.#highest !== null && end - 1 > this.#highest) this.#highest = end - 1;
    const inLow = Math.min(end, this.#low.length);
    if (step === 0 && first < inLow) this.#low.fill(entry, first, inLow);
    else for (let page = first; page < inLow; page++) this.#low[page] = entry + (page - first);
    for (let page = Math.max(first, inLow); page < end; page++) {
      this.#outlying.add(page, entry + step * (page - first));
    }
  }

  /** A valid page becomes invalid. */
  remove(page: number): void {
    this.valid--;
    if (page === this.#highest) this.#highest = null;
    if (page < this.#low.length) this.#low[page] = INVALID;
    else this.#outlying.remove(page);
  }

  /** The highest valid page, or −1. */
  get highest(): number {
    this.#highest ??= this.#findHighest();
    return this.#highest;
  }

  /** Is any of the pages first … last valid? Looks at no more pages than are in the table. */
  anyValid(first: number, last: number): boolean {
    const end = Math.min(last + 1, this.#low.length);
    for (let page = first; page < end; page++) if (this.#low[page] !== INVALID) return true;
    return last >= this.#low.length && this.#outlying.anyValid(Math.max(first, this.#low.length), last);
  }

  /**
   * Every valid page in ascending order, in runs: `count` pages from `page` on that are all resident, in the frames
   * from `entry` on, or all have the same entry. The page being visited may be removed.
   */
  forEachRun(visit: (page: number, entry: number, count: number) => void): void {
    const low = this.#low;
    for (let from = 0, to = 0; from < low.length; from = to) {
      const entry = low[from] as number;
      const step = entry < 0 ? 0 : 1;
      to = from + 1;
      while (to < low.length && low[to] === entry + step * (to - from)) to++;
      if (entry !== INVALID) visit(from, entry, to - from);
    }
    this.#outlying.forEach((page, entry) => {
      visit(page, entry, 1);
    });
  }

  /** Every valid page with its entry, in ascending page order. */
  forEach(visit: (page: number, entry: number) => void): void {
    this.forEachRun((page, entry, count) => {
      for (let i = 0; i < count; i++) visit(page + i, entry < 0 ? entry : entry + i);
    });
  }

  #findHighest(): number {
    const outlying = this.#outlying.highest();
    if (outlying >= 0) return outlying;
    for (let page = this.#low.length - 1; page >= 0; page--) if (this.#low[page] !== INVALID) return page;
    return -1;
  }

  #growLow(end: number): void {
    let length = SMALLEST_LOW;
    while (length < end) length *= 2;
    const larger = new Int32Array(length);
    larger.set(this.#low);
    larger.fill(INVALID, this.#low.length);
    this.#low = larger;
    this.#outlying.moveBelow(length, larger);
  }
}
