/**
 * The entries of pages that lie too far out for the plain array of their page table: an open-addressing hash
 * (Knuth TAOCP 3 §6.4, linear probing) from *leaf number*, page div 16, to a leaf of 16 entries.
 *
 *     keys     │ −1 │ 33558 │ −1 │ 1187 │ …            leaf numbers, up to 2^49
 *     leaves   │    │     0 │    │    1 │ …   ──▶      entries: 16 a leaf
 *
 * The program's pages come in clusters, so a leaf is rarely lonely. A leaf whose pages are all gone stays until
 * the table grows next, and is then left behind.
 */
import { INVALID } from './page-table-entry.ts';

const LEAF = 16;
const NO_LEAF = -1;
const SMALLEST = 8;

export class OutlyingPages {
  #keys = new Float64Array(0);
  #leaves = new Int32Array(0);
  #entries = new Int32Array(0);
  /** Valid pages in each leaf. */
  #occupied = new Uint8Array(0);
  #leafCount = 0;

  /** The entry of a page; INVALID where there is none. `as number`: see frame-list.ts. */
  entry(page: number): number {
    const key = Math.floor(page / LEAF);
    const leaf = this.#find(key);
    return leaf === NO_LEAF ? INVALID : (this.#entries[leaf * LEAF + (page - key * LEAF)] as number);
  }

  /** Changes the entry of a page that is here. */
  set(page: number, entry: number): void {
    const key = Math.floor(page / LEAF);
    this.#entries[this.#find(key) * LEAF + (page - key * LEAF)] = entry;
  }

  /** A page that is not here comes in. */
  add(page: number, entry: number): void {
    const key = Math.floor(page / LEAF);
    let leaf = this.#find(key);
    if (leaf === NO_LEAF) leaf = this.#insert(key);
    this.#entries[leaf * LEAF + (page - key * LEAF)] = entry;
    this.#occupied[leaf] = (this.#occupied[leaf] as number) + 1;
  }

  /** A page that is here goes. */
  remove(page: number): void {
    const key = Math.floor(page / LEAF);
    const leaf = this.#find(key);
    this.#entries[leaf * LEAF + (page - key * LEAF)] = INVALID;
    this.#occupied[leaf] = (this.#occupied[leaf] as number) - 1;
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

  #find(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    if (mask < 0) return NO_LEAF;
    for (let at = hash(key) & mask; ; at = (at + 1) & mask) {
      const found = keys[at] as number;
      if (found === key) return this.#leaves[at] as number;
      if (found < 0) return NO_LEAF;
    }
  }

  #insert(key: number): number {
    if (this.#leafCount === this.#occupied.length) this.#rebuild();
    const leaf = this.#leafCount++;
    this.#place(key, leaf);
    return leaf;
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
    this.#leafCount = live.length;
    from.forEach((leaf, to) => {
      this.#entries.set(entries.subarray(leaf * LEAF, leaf * LEAF + LEAF), to * LEAF);
      this.#occupied[to] = occupied[leaf] as number;
      this.#place(live[to] as number, to);
    });
  }
}

/** Spreads leaf numbers over 31 bits, the low bits included (Knuth's multiplicative hashing). */
function hash(key: number): number {
  const folded = Math.imul((key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b), 0x9e3779b1);
  return (folded ^ (folded >>> 15)) & 0x7fffffff;
}
