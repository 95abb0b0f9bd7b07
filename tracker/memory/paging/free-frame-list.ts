/**
 * The free-frame list (Silberschatz 10e §9.2, §10.2.2): FIFO, frames 0 … N − 1 in ascending order at first. Loads
 * take the head; freed frames join the tail; `map` may take any. Its order is state: a list that reads 3 5 7 2
 * is the trace of what was freed, in that order.
 */
import type { FrameRuns } from '../../../shared/status.ts';
import { FrameList, NO_FRAME } from './frame-list.ts';
import { frameRuns } from './runs.ts';

export class FreeFrameList {
  readonly #list: FrameList;

  private constructor(total: number) {
    this.#list = new FrameList(total);
  }

  /** Every frame of a memory of `total` frames, ascending. */
  static ofAll(total: number): FreeFrameList {
    const free = new FreeFrameList(total);
    free.#list.appendRun(0, total);
    return free;
  }

  /** The frames of `runs`, in that order. */
  static restore(total: number, runs: FrameRuns): FreeFrameList {
    const free = new FreeFrameList(total);
    runs.starts.forEach((start, row) => {
      free.#list.appendRun(start, runs.counts[row] ?? 0);
    });
    return free;
  }

  get length(): number {
    return this.#list.length;
  }

  has(frame: number): boolean {
    return this.#list.has(frame);
  }

  /** The frame the next load would take, or NO_FRAME. */
  get head(): number {
    return this.#list.first;
  }

  /** Takes the head out of the list; NO_FRAME when no frame is free. */
  takeHead(): number {
    const frame = this.#list.first;
    if (frame !== NO_FRAME) this.#list.remove(frame);
    return frame;
  }

  /** Takes one free frame out of the list, wherever it stands. */
  take(frame: number): void {
    this.#list.remove(frame);
  }

  /** A frame becomes free: it joins the tail. */
  add(frame: number): void {
    this.#list.append(frame);
  }

  runs(): FrameRuns {
    return frameRuns(this.#list.toArray());
  }

  /** The frames in list order. */
  toArray(): Int32Array {
    return this.#list.toArray();
  }
}
