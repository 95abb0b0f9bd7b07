/**
 * The entries of pages that lie too far out for the plain array of their page table: an open-addressing hash
 * (Knuth TAOCP 3 §6.4, linear probing) from *leaf number*, page div 16, to a leaf of 16 entries.
 *
 *     keys     │ −1 │ 33558 │ −1 │ 1187 │ …            leaf numbers, up to 2^49
 *     leaves   │    │     0 │    │    1 │ …   ──▶      entries: 16 a leaf
 *
 * A program's pages come in clusters, so a leaf is rarely lonely. A leaf whose pages are all gone stays until the
 * table grows next, and is then left behind. Four of five references are to one of the last two pages, so the
 * places of a few recent pages are kept at hand.
 */
import { INVALID } from './page-table-entry.ts';

const LEAF = 16;
const NOWHERE = -1;
const SMALLEST = 8;
const RECENT = 64;
const FOLD = 1 + 2 ** -32;

export class OutlyingPages {
  #keys = new Float64Array(0);
  #leaves = new Int32Array(0);
  #entries = new Int32Array(0);
  /** Valid pages in each leaf. */
  #occupied = new Uint8Array(0);
  #leafCount = 0;
  /** A page p looked up lately is in #recent[p mod 64], and its entry at the place beside it. */
  #recent = new Float64Array(0);
  #places = new Int32Array(0);

  /** The entry of a page; INVALID where there is none. `as number`: see frame-list.ts. */
  entry(page: number): number {
    const at = page & (RECENT - 1);
    if (this.#recent[at] === page) return this.#entries[this.#places[at] as number] as number;
    const place = this.#placeOf(page);
    return place === NOWHERE ? INVALID : (this.#entries[place] as number);
  }

  /** Changes the entry of a page that is here. */
  set(page: number, entry: number): void {
    this.#entries[this.#placeOf(page)] = entry;
  }

  /** A page that is not here comes in. */
  add(page: number, entry: number): void {
    const key = Math.floor(page / LEAF);
    if (this.#find(key) === NOWHERE) this.#insert(key);
    const place = this.#placeOf(page);
    this.#entries[place] = entry;
    this.#occupy(place, 1);
  }

  /** A page that is here goes. */
  remove(page: number): void {
    const place = this.#placeOf(page);
    this.#entries[place] = INVALID;
    this.#occupy(place, -1);
  }

  /** The highest page, or −1. */
  highest(): number {
    let highest = -1;
    for (const key of this.#liveKeys()) highest = Math.max(highest, key);
    if (highest < 0) return -1;
    const first = this.#find(highest) * LEAF;
    for (let at = LEAF - 1; at >= 0; at--)
      if (this.#entries[first + at] !== INVALID) return highest * LEAF + at;
    return -1;
  }

  anyValid(first: number, last: number): boolean {
    for (const key of this.#liveKeys()) {
      if (key * LEAF > last || key * LEAF + LEAF - 1 < first) continue;
      const start = this.#find(key) * LEAF;
      for (let at = 0; at < LEAF; at++) {
        const page = key * LEAF + at;
        if (page >= first && page <= last && this.#entries[start + at] !== INVALID) return true;
      }
    }
    return false;
  }

  /** Every page with its entry, in ascending page order. */
  forEach(visit: (page: number, entry: number) => void): void {
    for (const key of this.#liveKeys().sort()) {
      const start = this.#find(key) * LEAF;
      for (let at = 0; at < LEAF; at++) {
        const entry = this.#entries[start + at] as number;
        if (entry !== INVALID) visit(key * LEAF + at, entry);
      }
    }
  }

  /** Pages below `limit`, a multiple of 16, move into `low`, where they are indexed by page. */
  moveBelow(limit: number, low: Int32Array): void {
    for (const key of this.#liveKeys()) {
      if (key * LEAF >= limit) continue;
      const leaf = this.#find(key);
      low.set(this.#entries.subarray(leaf * LEAF, leaf * LEAF + LEAF), key * LEAF);
      this.#entries.fill(INVALID, leaf * LEAF, leaf * LEAF + LEAF);
      this.#occupied[leaf] = 0;
    }
  }

  /** Leaf numbers with at least one page, in no order. */
  #liveKeys(): Float64Array {
    return this.#keys.filter((key, at) => key >= 0 && this.#occupied[this.#leaves[at] as number] !== 0);
  }

  #occupy(place: number, pages: number): void {
    const leaf = Math.floor(place / LEAF);
    this.#occupied[leaf] = (this.#occupied[leaf] as number) + pages;
  }

  /** Where a page's entry is, or NOWHERE if not even its leaf is here. */
  #placeOf(page: number): number {
    const key = Math.floor(page / LEAF);
    const leaf = this.#find(key);
    if (leaf === NOWHERE) return NOWHERE;
    const place = leaf * LEAF + (page - key * LEAF);
    this.#recent[page & (RECENT - 1)] = page;
    this.#places[page & (RECENT - 1)] = place;
    return place;
  }

  #find(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    if (mask < 0) return NOWHERE;
    for (let at = hash(key) & mask; ; at = (at + 1) & mask) {
      const found = keys[at] as number;
      if (found === key) return this.#leaves[at] as number;
      if (found < 0) return NOWHERE;
    }
  }

  #insert(key: number): void {
    if (this.#leafCount === this.#occupied.length) this.#rebuild();
    this.#place(key, this.#leafCount++);
  }

  #place(key: number, leaf: number): void {
    const mask = this.#keys.length - 1;
    let at = hash(key) & mask;
    while ((this.#keys[at] as number) >= 0) at = (at + 1) & mask;
    this.#keys[at] = key;
    this.#leaves[at] = leaf;
  }

  /** Room for half as many leaves again as still have pages; the others are left behind. */
  #rebuild(): void {
    const live = this.#liveKeys();
    const from = Array.from(live, (key) => this.#find(key));
    const entries = this.#entries;
    const occupied = this.#occupied;
    const room = SMALLEST + Math.floor(live.length * 1.5);
    let length = 2 * SMALLEST;
    while (length < 2 * room) length *= 2;
    this.#keys = new Float64Array(length).fill(-1);
    this.#leaves = new Int32Array(length);
    this.#entries = new Int32Array(room * LEAF).fill(INVALID);
    this.#occupied = new Uint8Array(room);
    this.#recent = new Float64Array(RECENT).fill(-1);
    this.#places = new Int32Array(RECENT);
    this.#leafCount = live.length;
    from.forEach((leaf, to) => {
      this.#entries.set(entries.subarray(leaf * LEAF, leaf * LEAF + LEAF), to * LEAF);
      this.#occupied[to] = occupied[leaf] as number;
      this.#place(live[to] as number, to);
    });
  }
}

/** Spreads leaf numbers over 32 bits (Knuth's multiplicative hashing), what is above 2^32 folded onto the rest. */
function hash(key: number): number {
  const folded = Math.imul((key * FOLD) | 0, 0x9e3779b1);
  return folded ^ (folded >>> 15);
}
