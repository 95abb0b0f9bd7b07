/**
 * LRU for every number of frames in one pass (Mattson, Gecsei, Slutz & Traiger 1970). LRU is a *stack algorithm*: with
 * n frames it holds the first n pages of the list of all pages, latest use first. So a reference to the page at place d
 * of that list (its *stack distance*) hits with d frames or more, and
 *
 *     faults(n) = first references + references with a distance above n
 *
 * The top of the list is kept as it is, and moved to the front: 91–99 % of the references of a program find their page
 * there. Pages further down are in a RecencyTimeline, which counts instead of moving.
 */

import { KIND_BITS } from '../../memory/paging/packed-reference.ts';
import type { Analysis, Results } from './analysis.ts';
import { RecencyTimeline } from './recency-timeline.ts';

/** Places of the top below the first two. */
const REST = 14;
const TOP = 2 + REST;
const NO_PAGE = -1;

export class LruCurve implements Analysis {
  readonly #frameCounts: readonly number[];
  /** Places 1 and 2 of the list. */
  #first = NO_PAGE;
  #second = NO_PAGE;
  /** Places 3 … TOP. */
  readonly #rest = new Int32Array(REST).fill(NO_PAGE);
  readonly #below = new RecencyTimeline();
  /** How many references had each distance, from 1. */
  #distances = new Float64Array(1024);
  #firstReferences = 0;

  /** `frameCounts`: what `results` answers about. */
  constructor(frameCounts: readonly number[]) {
    this.#frameCounts = frameCounts;
  }

  add(references: Int32Array, distinctPages: number): void {
    this.#admit(distinctPages);
    const rest = this.#rest;
    const distances = this.#distances;
    let first = this.#first;
    let second = this.#second;
    let atFirst = 0;
    let atSecond = 0;
    for (let i = 0; i < references.length; i++) {
      const page = (references[i] as number) >> KIND_BITS;
      if (page === first) {
        atFirst++;
        continue;
      }
      if (page === second) {
        atSecond++;
        second = first;
        first = page;
        continue;
      }
      let pushed = second;
      second = first;
      first = page;
      let place = 0;
      for (; place < REST; place++) {
        const here = rest[place] as number;
        rest[place] = pushed;
        pushed = here;
        if (here === page) break;
      }
      if (place < REST) distances[place + 3] = (distances[place + 3] as number) + 1;
      else this.#bringUp(page, pushed);
    }
    distances[1] = (distances[1] as number) + atFirst;
    distances[2] = (distances[2] as number) + atSecond;
    this.#first = first;
    this.#second = second;
  }

  results(): Results {
    const lruCurve = this.#curve();
    const faults = this.#frameCounts.map((frames) => ({
      policy: 'lru' as const,
      frames,
      faults: lruCurve[Math.min(frames, lruCurve.length - 1)] ?? 0,
    }));
    return { faults, lruCurve };
  }

  #curve(): Float64Array {
    const curve = new Float64Array(this.#firstReferences + 1);
    let faults = this.#firstReferences;
    for (let n = this.#firstReferences; n >= 0; n--) {
      curve[n] = faults;
      faults += this.#distances[n] as number;
    }
    return curve;
  }

  /** `page`, which was not in the top, has come to its front; `pushed`, if a page, has fallen off its end. */
  #bringUp(page: number, pushed: number): void {
    const later = this.#below.remove(page);
    if (later < 0) this.#firstReferences++;
    else this.#distances[TOP + 1 + later] = (this.#distances[TOP + 1 + later] as number) + 1;
    if (pushed !== NO_PAGE) this.#below.add(pushed);
  }

  #admit(distinctPages: number): void {
    this.#below.admit(distinctPages);
    if (distinctPages < this.#distances.length) return;
    const distances = new Float64Array(Math.ceil(distinctPages * 1.25) + 1);
    distances.set(this.#distances);
    this.#distances = distances;
  }
}
