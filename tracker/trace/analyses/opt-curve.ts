/**
 * OPT for every number of frames up to a largest, in one pass: it is a stack algorithm as LRU is. Its list is the
 * *priority stack* of Mattson, Gecsei, Slutz & Traiger 1970: the page referred to comes to the front, and the one it
 * pushes away moves down to where it left, changing places with every page on the way that is needed later. Shown next
 * uses instead of references (next-uses.ts), it knows pages by these.
 *
 *     time 5, and the page then at 9        6  8  5  7        the list by next use: the page is at place 3
 *                                           9  6  8  7        6 is pushed away, and in its turn pushes 8
 *     time 6, and the page then never      ∞  9  8  7         at place 2
 *
 * A reference to the page at place d hits with d frames or more.
 */
import { NEVER } from '../../memory/replacement/next-use.ts';
import type { Analysis, Results } from './analysis.ts';

const NOWHERE = -1;

export class OptCurve implements Analysis {
  readonly #frameCounts: readonly number[];
  /** Next uses, as many as the largest frame count. Pages that are done may be missing from its end. */
  readonly #stack: Int32Array;
  #length = 1;
  /** How many references found their page at each place, from 0. */
  readonly #places: Float64Array;
  #time = 0;

  constructor(frameCounts: readonly number[]) {
    const most = Math.max(...frameCounts);
    this.#frameCounts = frameCounts;
    this.#stack = new Int32Array(most).fill(NEVER);
    this.#places = new Float64Array(most);
  }

  add(nextUses: Int32Array): void {
    const stack = this.#stack;
    const places = this.#places;
    let time = this.#time;
    for (let i = 0; i < nextUses.length; i++, time++) {
      const first = stack[0] as number;
      stack[0] = nextUses[i] as number;
      const place = first === time ? 0 : this.#push(first, time);
      if (place !== NOWHERE) places[place] = (places[place] as number) + 1;
    }
    this.#time = time;
  }

  results(): Results {
    const curve = [this.#time];
    for (const [place, hits] of this.#places.entries()) curve.push((curve[place] ?? 0) - hits);
    return {
      faults: this.#frameCounts.map((frames) => ({ policy: 'opt', frames, faults: curve[frames] ?? 0 })),
    };
  }

  /** Moves the page pushed from the front down to where the page of `time` is; answers that place, or NOWHERE. */
  #push(first: number, time: number): number {
    const stack = this.#stack;
    const length = this.#length;
    let pushed = first;
    let place = 1;
    for (; place < length; place++) {
      const here = stack[place] as number;
      if (here === time) break;
      if (here > pushed) {
        stack[place] = pushed;
        pushed = here;
      }
    }
    if (place < length) {
      stack[place] = pushed;
      return place;
    }
    if (pushed !== NEVER && length < stack.length) stack[this.#length++] = pushed;
    return NOWHERE;
  }
}
