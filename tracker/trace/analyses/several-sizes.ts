/**
 * One policy with up to 31 frame counts in one pass. Each frame count is a bit, and each page has a mask of those in
 * which it is resident: a reference that hits in all of them, which nearly all do, costs one comparison.
 *
 *     frame counts     bit 0: 4    bit 1: 8    bit 2: 16
 *     resident         page 7: 110             with 4 frames a reference to page 7 faults, with 8 or 16 it hits
 *     rings            for each frame count its frames in a circle, in the order in which they were filled
 *
 * FIFO and clock both replace at a hand that goes round this circle; they differ in whom the hand passes over.
 *
 * As long as there are no more pages than the smallest number of frames, all of them are resident and nothing has to
 * be looked at: an analysis of many frames sleeps until the program is large enough.
 */
import type { PolicyName } from '../../../shared/status.ts';
import type { Analysis, Faults } from './analysis.ts';

/** Frame counts that one analysis can take. */
export const SIZES_AT_ONCE = 31;

/** The frames of one frame count. */
export interface Ring {
  readonly frames: number;
  /** The pages, by frame; as long as needed so far. */
  pages: Int32Array;
  filled: number;
  /** Where the next replacement begins to look. */
  hand: number;
}

export abstract class SeveralSizes implements Analysis {
  abstract readonly policy: PolicyName;
  /** The bits of all frame counts. */
  protected readonly all: number;
  /** For each page the bits of the frame counts with which it is resident. */
  protected resident = new Int32Array(0);
  readonly #rings: readonly Ring[];
  readonly #faults: Float64Array;
  readonly #smallest: number;
  #asleep = true;
  /** Pages seen. */
  #pages = 0;

  /** `frameCounts`: SIZES_AT_ONCE at most. */
  constructor(frameCounts: readonly number[]) {
    this.all = 2 ** frameCounts.length - 1;
    this.#smallest = Math.min(...frameCounts);
    this.#faults = new Float64Array(frameCounts.length);
    this.#rings = frameCounts.map((frames) => ({ frames, pages: new Int32Array(0), filled: 0, hand: 0 }));
  }

  add(references: Int32Array, distinctPages: number): void {
    if (this.#asleep && this.maySleep && distinctPages <= this.#smallest) {
      this.#pages = distinctPages;
      return;
    }
    if (distinctPages > this.resident.length) this.admit(Math.ceil(distinctPages * 1.25));
    if (this.#asleep) this.#wake();
    this.#pages = distinctPages;
    this.run(references);
  }

  results(): Faults[] {
    const { policy } = this;
    return this.#rings.map(({ frames }, size) => ({
      policy,
      frames,
      faults: this.#asleep ? this.#pages : (this.#faults[size] ?? 0),
    }));
  }

  protected abstract run(references: Int32Array): void;

  /** Which frame of a full ring the next page goes into; `bit` is that of its frame count. */
  protected abstract victim(ring: Ring, bit: number): number;

  /** Whether what has been missed while nothing could be evicted can be made up. */
  protected get maySleep(): boolean {
    return true;
  }

  /** There may be pages 0 … pages − 1 now. */
  protected admit(pages: number): void {
    this.resident = lengthened(this.resident, pages);
  }

  /** `page` comes into a frame of each frame count where it is missing. */
  protected load(page: number, missing: number): void {
    const { resident } = this;
    for (let left = missing; left !== 0; left &= left - 1) {
      const bit = left & -left;
      const size = 31 - Math.clz32(bit);
      const ring = this.#rings[size] as Ring;
      this.#faults[size] = (this.#faults[size] as number) + 1;
      if (ring.filled < ring.frames) {
        if (ring.filled === ring.pages.length) {
          ring.pages = lengthened(ring.pages, Math.min(ring.frames, 2 * ring.filled + 16));
        }
        ring.pages[ring.filled++] = page;
        continue;
      }
      const frame = this.victim(ring, bit);
      const gone = ring.pages[frame] as number;
      resident[gone] = (resident[gone] as number) & ~bit;
      ring.pages[frame] = page;
      ring.hand = frame + 1 === ring.frames ? 0 : frame + 1;
    }
    resident[page] = this.all;
  }

  /** The pages seen so far are resident with every number of frames, loaded in order of their ids. */
  #wake(): void {
    this.#asleep = false;
    for (let page = 0; page < this.#pages; page++) this.load(page, this.all);
  }
}

/** The same values, with room for more behind them. */
export function lengthened(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(values);
  return longer;
}
