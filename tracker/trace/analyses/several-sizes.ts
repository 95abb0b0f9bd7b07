/**
 * FIFO or clock (Corbató 1968) with up to 31 frame counts in one pass. Each frame count is a bit, and each page has a
 * mask of those with which it is resident: a reference that hits with all of them, as nearly all do, costs one look.
 *
 *     frame counts     bit 0: 4    bit 1: 8    bit 2: 16
 *     resident         page 7: 110             with 4 frames a reference to page 7 faults, with 8 or 16 it hits
 *     referenced       page 7: 100             its reference bit is set with 16 frames, and not with 8
 *     rings            for each frame count the pages in its frames, the frames standing in a circle
 *
 * A fault takes the frame at the hand; clock's hand first passes over pages that were referenced. FIFO is a clock that
 * is never told of a reference: the hand stands at the page that has been resident longest.
 *
 * As long as there are no more pages than the smallest number of frames, all of them are resident and nobody needs to
 * look: an analysis of many frames sleeps until the program is large enough.
 */
import { KIND_BITS } from '../../memory/paging/packed-reference.ts';
import type { Analysis, Results } from './analysis.ts';

/** Frame counts that one analysis can take. */
export const SIZES_AT_ONCE = 31;

/** What is in a frame that was never filled. So page ids begin at 1 in here. */
const NOBODY = 0;

export class SeveralSizes implements Analysis {
  readonly #policy: 'fifo' | 'clock';
  readonly #frameCounts: readonly number[];
  readonly #refOnLoad: boolean;
  /** The bits of all frame counts. */
  readonly #all: number;
  #resident = new Int32Array(1);
  #referenced = new Int32Array(1);
  /** The rings, one behind the other: that of frame count k is rings[starts[k] … starts[k + 1] − 1]. */
  #rings = new Int32Array(0);
  readonly #starts: Int32Array;
  readonly #hands: Int32Array;
  readonly #faults: Float64Array;
  #asleep = true;
  /** Pages seen. */
  #pages = 0;

  /** `frameCounts`: SIZES_AT_ONCE at most. `refOnLoad`: whether with clock a load sets the reference bit. */
  constructor(policy: 'fifo' | 'clock', frameCounts: readonly number[], refOnLoad = true) {
    this.#policy = policy;
    this.#frameCounts = frameCounts;
    this.#refOnLoad = policy === 'clock' && refOnLoad;
    this.#all = 2 ** frameCounts.length - 1;
    this.#starts = new Int32Array(frameCounts.length + 1);
    this.#hands = new Int32Array(frameCounts.length);
    this.#faults = new Float64Array(frameCounts.length);
    // Which pages were referenced again while it slept could not be made up afterwards.
    if (policy === 'clock' && !refOnLoad) this.#asleep = false;
  }

  add(references: Int32Array, distinctPages: number): void {
    const before = this.#pages;
    this.#pages = distinctPages;
    if (this.#asleep && this.#frameCounts.every((frames) => frames >= distinctPages)) return;
    if (distinctPages >= this.#resident.length) this.#admit(Math.ceil(distinctPages * 1.25));
    if (this.#asleep) this.#wake(before);
    if (this.#policy === 'clock') this.#runClock(references);
    else this.#runFifo(references);
  }

  results(): Results {
    const policy = this.#policy;
    const counted = (k: number) => (this.#asleep ? this.#pages : (this.#faults[k] ?? 0));
    return { faults: this.#frameCounts.map((frames, k) => ({ policy, frames, faults: counted(k) })) };
  }

  #runFifo(references: Int32Array): void {
    const all = this.#all;
    const resident = this.#resident;
    for (let i = 0; i < references.length; i++) {
      const page = ((references[i] as number) >> KIND_BITS) + 1;
      const here = resident[page] as number;
      if (here !== all) this.#load(page, all & ~here);
    }
  }

  #runClock(references: Int32Array): void {
    const all = this.#all;
    const resident = this.#resident;
    const referenced = this.#referenced;
    for (let i = 0; i < references.length; i++) {
      const page = ((references[i] as number) >> KIND_BITS) + 1;
      const here = resident[page] as number;
      referenced[page] = all;
      if (here !== all) this.#load(page, all & ~here);
    }
  }

  /** `page` comes into a frame of each frame count in `missing`. */
  #load(page: number, missing: number): void {
    const resident = this.#resident;
    const referenced = this.#referenced;
    const rings = this.#rings;
    const starts = this.#starts;
    const hands = this.#hands;
    const faults = this.#faults;
    for (let left = missing; left !== 0; left &= left - 1) {
      const bit = left & -left;
      const k = 31 - Math.clz32(bit);
      const start = starts[k] as number;
      const end = starts[k + 1] as number;
      faults[k] = (faults[k] as number) + 1;

      let hand = hands[k] as number;
      let victim = rings[hand] as number;
      for (;;) {
        const bits = referenced[victim] as number;
        if ((bits & bit) === 0) break;
        referenced[victim] = bits & ~bit;
        hand = hand + 1 === end ? start : hand + 1;
        victim = rings[hand] as number;
      }
      resident[victim] = (resident[victim] as number) & ~bit;
      rings[hand] = page;
      hands[k] = hand + 1 === end ? start : hand + 1;
    }
    resident[page] = this.#all;
    if (!this.#refOnLoad) referenced[page] = (referenced[page] as number) & ~missing;
  }

  /** There may be page ids up to `pages` now. A ring is as long as its frames, or as all pages can fill of them. */
  #admit(pages: number): void {
    this.#resident = lengthened(this.#resident, pages + 1);
    this.#referenced = lengthened(this.#referenced, pages + 1);
    const lengths = this.#frameCounts.map((frames) => Math.min(frames, pages + 1));
    const rings = new Int32Array(lengths.reduce((sum, length) => sum + length, 0)).fill(NOBODY);
    const old = { rings: this.#rings, starts: this.#starts.slice() };
    let start = 0;
    for (const [k, length] of lengths.entries()) {
      const oldStart = old.starts[k] as number;
      rings.set(old.rings.subarray(oldStart, old.starts[k + 1]), start);
      this.#hands[k] = (this.#hands[k] as number) - oldStart + start;
      this.#starts[k] = start;
      start += length;
    }
    this.#starts[lengths.length] = start;
    this.#rings = rings;
  }

  /** The pages seen so far are resident with every number of frames, loaded in order of their ids. */
  #wake(pages: number): void {
    this.#asleep = false;
    for (let page = 1; page <= pages; page++) {
      if (this.#refOnLoad) this.#referenced[page] = this.#all;
      this.#load(page, this.#all);
    }
  }
}

function lengthened(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(values);
  return longer;
}
