/**
 * A list of frames in some order: the free-frame list, the order of loads, the order of uses.
 *
 *     next:  total ─▶ first ─▶ … ─▶ last ─▶ total       prev: the same, backwards
 *
 * It is *intrusive*: frame f's neighbours are next[f] and prev[f], and index `total` is the sentinel that closes
 * the ring. A frame is in it at most once. Every operation but iteration is O(1) and allocates nothing
 * (Knuth TAOCP 1 §2.2.5).
 *
 * About `as number` here and in the other hot files: the compiler types every element of a typed array as
 * `number | undefined`. Indices on these paths are frames the engine itself handed out, and a test for
 * `undefined` per element would cost what the typed arrays save.
 */

/** No such frame: the list is empty. */
export const NO_FRAME = -1;

const ABSENT = -1;

export class FrameList implements Iterable<number> {
  readonly #next: Int32Array;
  readonly #prev: Int32Array;
  readonly #sentinel: number;
  #length = 0;

  /** An empty list over the frames 0 … total − 1. */
  constructor(total: number) {
    this.#sentinel = total;
    this.#next = new Int32Array(total + 1).fill(ABSENT);
    this.#prev = new Int32Array(total + 1).fill(ABSENT);
    this.#next[total] = total;
    this.#prev[total] = total;
  }

  get length(): number {
    return this.#length;
  }

  /** The frame at the head, or NO_FRAME. */
  get first(): number {
    const frame = this.#next[this.#sentinel] as number;
    return frame === this.#sentinel ? NO_FRAME : frame;
  }

  /** The frame at the tail, or NO_FRAME. */
  get last(): number {
    const frame = this.#prev[this.#sentinel] as number;
    return frame === this.#sentinel ? NO_FRAME : frame;
  }

  has(frame: number): boolean {
    return this.#next[frame] !== ABSENT;
  }

  /** Puts a frame that is not in the list at its tail. */
  append(frame: number): void {
    const sentinel = this.#sentinel;
    const last = this.#prev[sentinel] as number;
    this.#next[last] = frame;
    this.#prev[frame] = last;
    this.#next[frame] = sentinel;
    this.#prev[sentinel] = frame;
    this.#length++;
  }

  /** Appends first, first + 1, … first + count − 1, none of which is in the list. */
  appendRun(first: number, count: number): void {
    for (let frame = first; frame < first + count; frame++) this.append(frame);
  }

  /** Takes a frame that is in the list out of it. */
  remove(frame: number): void {
    const next = this.#next[frame] as number;
    const prev = this.#prev[frame] as number;
    this.#next[prev] = next;
    this.#prev[next] = prev;
    this.#next[frame] = ABSENT;
    this.#length--;
  }

  /** A frame that is in the list becomes its tail. */
  moveToTail(frame: number): void {
    const sentinel = this.#sentinel;
    const last = this.#prev[sentinel] as number;
    if (last === frame) return;
    const next = this.#next[frame] as number;
    const prev = this.#prev[frame] as number;
    this.#next[prev] = next;
    this.#prev[next] = prev;
    this.#next[last] = frame;
    this.#prev[frame] = last;
    this.#next[frame] = sentinel;
    this.#prev[sentinel] = frame;
  }

  /** Head to tail. The list must not change meanwhile. */
  *[Symbol.iterator](): IterableIterator<number> {
    for (let frame = this.#next[this.#sentinel] as number; frame !== this.#sentinel; ) {
      yield frame;
      frame = this.#next[frame] as number;
    }
  }

  /** Tail to head. */
  *backwards(): IterableIterator<number> {
    for (let frame = this.#prev[this.#sentinel] as number; frame !== this.#sentinel; ) {
      yield frame;
      frame = this.#prev[frame] as number;
    }
  }
}
