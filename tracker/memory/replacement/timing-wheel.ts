/**
 * Frames by when they are due: a list for each of the next few moments, the lists in a ring, so that the list of a
 * moment that has passed is the list of one to come (Varghese and Lauck 1987, a timing wheel).
 *
 *     moment % lists  │ 0 │ 1 │ 2 │ …      each is closed by a sentinel: index total + moment % lists
 *
 * A frame is in one of them at most. Whatever is done with one frame is O(1), as in paging/frame-list.ts.
 */
import { NO_FRAME } from '../paging/frame-list.ts';

const ABSENT = -1;

export class TimingWheel {
  readonly #total: number;
  readonly #lists: number;
  readonly #next: Int32Array;
  readonly #prev: Int32Array;

  /** For the frames 0 … total − 1 and as many moments as there are lists. */
  constructor(total: number, lists: number) {
    this.#total = total;
    this.#lists = lists;
    this.#next = new Int32Array(total + lists).fill(ABSENT);
    this.#prev = new Int32Array(total + lists).fill(ABSENT);
    for (let sentinel = total; sentinel < total + lists; sentinel++) {
      this.#next[sentinel] = sentinel;
      this.#prev[sentinel] = sentinel;
    }
  }

  /** A frame that is in no list is due at `moment`. */
  put(frame: number, moment: number): void {
    const sentinel = this.#total + (moment % this.#lists);
    const last = this.#prev[sentinel] as number;
    this.#next[last] = frame;
    this.#prev[frame] = last;
    this.#next[frame] = sentinel;
    this.#prev[sentinel] = frame;
  }

  /** Nothing happens where it is in no list. */
  remove(frame: number): void {
    const next = this.#next[frame] as number;
    if (next === ABSENT) return;
    const prev = this.#prev[frame] as number;
    this.#next[prev] = next;
    this.#prev[next] = prev;
    this.#next[frame] = ABSENT;
  }

  /** A frame that is due at `moment` is taken out; NO_FRAME where there is none. */
  take(moment: number): number {
    const frame = this.#next[this.#total + (moment % this.#lists)] as number;
    if (frame >= this.#total) return NO_FRAME;
    this.remove(frame);
    return frame;
  }
}
