/**
 * Frames by a key of 32 bits, the smallest first, and among equal keys by a second: a binary heap that knows where each
 * frame stands in it (Knuth TAOCP 3 §5.2.3). O(log n) to change, O(1) to see the first.
 *
 *     order     │ 7 │ 2 │ 5 │ …      heap of frames: order[i] is not after order[2i + 1] and order[2i + 2]
 *     position  │ frame 2 → 1, frame 5 → 2, frame 7 → 0
 */
import type { FrameTable } from '../paging/frame-table.ts';

const ABSENT = -1;

export class FrameHeap {
  readonly #order: Int32Array;
  readonly #position: Int32Array;
  readonly #keys: Int32Array;
  readonly #ties: Float64Array;
  #length = 0;

  constructor({ total }: FrameTable) {
    this.#order = new Int32Array(total);
    this.#position = new Int32Array(total).fill(ABSENT);
    this.#keys = new Int32Array(total);
    this.#ties = new Float64Array(total);
  }

  /** The first frame. The heap is not empty. `as number`: see paging/frame-list.ts. */
  get first(): number {
    return this.#order[0] as number;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  has(frame: number): boolean {
    return this.#position[frame] !== ABSENT;
  }

  keyOf(frame: number): number {
    return this.#keys[frame] as number;
  }

  /** A frame comes in, or the one that is in gets other keys. */
  set(frame: number, key: number, tie: number): void {
    let at = this.#position[frame] as number;
    if (at === ABSENT) at = this.#length++;
    this.#keys[frame] = key;
    this.#ties[frame] = tie;
    this.#settle(frame, at);
  }

  /** A frame that is in goes. */
  remove(frame: number): void {
    const at = this.#position[frame] as number;
    const last = this.#order[--this.#length] as number;
    this.#position[frame] = ABSENT;
    if (last !== frame) this.#settle(last, at);
  }

  /** All go. */
  clear(): void {
    for (let at = 0; at < this.#length; at++) this.#position[this.#order[at] as number] = ABSENT;
    this.#length = 0;
  }

  /** Puts `frame` where it belongs, from `at` up or down. */
  #settle(frame: number, from: number): void {
    let at = from;
    while (at > 0) {
      const parent = this.#order[(at - 1) >> 1] as number;
      if (!this.#before(frame, parent)) break;
      this.#place(parent, at);
      at = (at - 1) >> 1;
    }
    for (let child = this.#smallerChild(at); child !== ABSENT; child = this.#smallerChild(at)) {
      if (this.#before(frame, this.#order[child] as number)) break;
      this.#place(this.#order[child] as number, at);
      at = child;
    }
    this.#place(frame, at);
  }

  #smallerChild(at: number): number {
    const left = 2 * at + 1;
    if (left >= this.#length) return ABSENT;
    const right = left + 1;
    if (right >= this.#length) return left;
    return this.#before(this.#order[right] as number, this.#order[left] as number) ? right : left;
  }

  #place(frame: number, at: number): void {
    this.#order[at] = frame;
    this.#position[frame] = at;
  }

  #before(a: number, b: number): boolean {
    const difference = (this.#keys[a] as number) - (this.#keys[b] as number);
    return difference === 0 ? (this.#ties[a] as number) < (this.#ties[b] as number) : difference < 0;
  }
}
