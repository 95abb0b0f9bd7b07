/**
 * A list of frames in some order: the free-frame list, the order of loads, the order of uses.
 *
 *     next:  total ─▶ first ─▶ … ─▶ last ─▶ total       prev: the same, backwards
 *
 * It is *intrusive*: frame f's neighbours are next[f] and prev[f], and index `total` is the sentinel that closes
 * the ring. A frame is in it at most once. Whatever changes it by one frame is O(1) and allocates nothing
 * (Knuth TAOCP 1 §2.2.5).
 *
 * About `as number` here and in the other hot files: the compiler types every element of a typed array as
 * `number | undefined`. Indices on these paths are frames the engine itself handed out, and a test for
 * `undefined` per element would cost what the typed arrays save.
 */

/** No such frame: the list is empty. */
export const NO_FRAME = -1;

const ABSENT = -1;

export class FrameList {
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

  /** Appends first, first + 1, … first + count − 1, none of which is in the list; count is 1 or more. */
  appendRun(first: number, count: number): void {
    const last = first + count - 1;
    const before = this.#prev[this.#sentinel] as number;
    for (let frame = first; frame <= last; frame++) {
      this.#next[frame] = frame + 1;
      this.#prev[frame] = frame - 1;
    }
    this.#next[before] = first;
    this.#prev[first] = before;
    this.#next[last] = this.#sentinel;
    this.#prev[this.#sentinel] = last;
    this.#length += count;
  }

  /** Appends frames that are not in the list, in this order. */
  appendAll(frames: Int32Array): void {
    for (let i = 0; i < frames.length; i++) this.append(frames[i] as number);
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

  /** The frames from head to tail. */
  toArray(): Int32Array {
    const frames = new Int32Array(this.#length);
    let frame = this.#next[this.#sentinel] as number;
    for (let i = 0; i < frames.length; i++) {
      frames[i] = frame;
      frame = this.#next[frame] as number;
    }
    return frames;
  }

  /** The first `limit` frames, or all where there are fewer. */
  fromHead(limit: number): number[] {
    return this.#walk(this.#next, limit);
  }

  /** The last `limit` frames, the last one first. */
  fromTail(limit: number): number[] {
    return this.#walk(this.#prev, limit);
  }

  #walk(links: Int32Array, limit: number): number[] {
    const frames: number[] = [];
    for (let frame = links[this.#sentinel] as number; frame !== this.#sentinel && frames.length < limit; ) {
      frames.push(frame);
      frame = links[frame] as number;
    }
    return frames;
  }
}
