/**
 * The resident pages by their next use, the furthest first, of equals (never used again) the latest loaded.
 *
 * A hit only notes the new next use, in O(1): the heap is told of it when somebody asks for the first frame.
 */
import type { FrameTable } from '../paging/frame-table.ts';
import { FrameHeap } from './frame-heap.ts';
import { NEVER } from './next-use.ts';

export class UpcomingUses {
  readonly #frames: FrameTable;
  readonly #nextUse: Int32Array;
  readonly #heap: FrameHeap;
  /** Frames whose next use the heap does not know yet, each once. */
  readonly #untold: Int32Array;
  readonly #isUntold: Uint8Array;
  #untoldCount = 0;

  /** Of the pages that are resident already nothing is known: as if they were never used again. */
  constructor(frames: FrameTable) {
    this.#frames = frames;
    this.#nextUse = new Int32Array(frames.total).fill(NEVER);
    this.#heap = new FrameHeap(frames);
    this.#untold = new Int32Array(frames.total);
    this.#isUntold = new Uint8Array(frames.total);
    for (const frame of frames.loads.toArray()) this.#tell(frame);
  }

  /** A page comes in. */
  add(frame: number, nextUse: number): void {
    this.#nextUse[frame] = nextUse;
    this.#tell(frame);
  }

  /** A page that is in has another next use now. */
  note(frame: number, nextUse: number): void {
    this.#nextUse[frame] = nextUse;
    if (this.#isUntold[frame] !== 0) return;
    this.#isUntold[frame] = 1;
    this.#untold[this.#untoldCount++] = frame;
  }

  remove(frame: number): void {
    this.#heap.remove(frame);
  }

  /** The page used furthest in the future. Every frame is in use: also those that are still untold. */
  furthest(): number {
    for (let i = 0; i < this.#untoldCount; i++) {
      const frame = this.#untold[i] as number;
      this.#isUntold[frame] = 0;
      this.#tell(frame);
    }
    this.#untoldCount = 0;
    return this.#heap.first;
  }

  /** The number of the reference that is its next use, or NEVER. */
  nextUseOf(frame: number): number {
    return this.#nextUse[frame] as number;
  }

  isBefore(a: number, b: number): boolean {
    const further = this.nextUseOf(a) - this.nextUseOf(b);
    if (further !== 0) return further > 0;
    return (this.#frames.loadedAt[a] as number) > (this.#frames.loadedAt[b] as number);
  }

  #tell(frame: number): void {
    this.#heap.set(frame, -this.nextUseOf(frame), -(this.#frames.loadedAt[frame] as number));
  }
}
