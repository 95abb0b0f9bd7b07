/**
 * OPT, the optimal policy (Belady 1966): the page whose next use is furthest away goes; among pages never used again
 * the latest loaded. It needs the future, so it is a yardstick: `future[i]` is the number of the next reference to
 * the page of reference i.
 *
 * A hit only notes the new next use, and that the heap has yet to learn of it; the next victim makes it learn.
 */
import { FRESH } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { bestFrames } from './best-frames.ts';
import { FrameHeap } from './frame-heap.ts';
import { NEVER } from './next-use.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

export class Opt extends Policy {
  override readonly name = 'opt';
  readonly #future: Int32Array | undefined;
  /** The number of the reference that is next. */
  #next = 0;
  readonly #nextUse: Int32Array;
  /** Furthest next use first. */
  readonly #heap: FrameHeap;
  /** Frames used since the heap was told, each once. When a victim is needed they are all in use. */
  readonly #untold: Int32Array;
  readonly #isUntold: Uint8Array;
  #untoldCount = 0;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#future = state.future;
    this.#nextUse = new Int32Array(frames.total).fill(NEVER);
    this.#heap = new FrameHeap(frames);
    this.#untold = new Int32Array(frames.total);
    this.#isUntold = new Uint8Array(frames.total);
    for (const frame of frames.loads.toArray()) this.#tell(frame);
  }

  /** The future is known for as long as it reaches. */
  override get choosable(): boolean {
    return this.#future !== undefined && this.#next < this.#future.length;
  }

  override referenced(): void {
    this.#next++;
  }

  override loaded(frame: number): void {
    const byFault = ((this.frames.bits[frame] as number) & FRESH) === 0;
    this.#nextUse[frame] = byFault ? this.#nextUseFromHere() : NEVER;
    this.#tell(frame);
  }

  override used(frame: number): void {
    this.#nextUse[frame] = this.#nextUseFromHere();
    if (this.#isUntold[frame] !== 0) return;
    this.#isUntold[frame] = 1;
    this.#untold[this.#untoldCount++] = frame;
  }

  override released(frame: number): number {
    this.#heap.remove(frame);
    return 0;
  }

  override victim(): number {
    this.#tellAll();
    return this.#heap.first;
  }

  /** The machine shows no future. */
  override peek(): null {
    return null;
  }

  override explain(limit: number): Ranking {
    const { total, loadedAt } = this.frames;
    const nextUse = this.#nextUse;
    const before = (a: number, b: number) => {
      const further = (nextUse[a] as number) - (nextUse[b] as number);
      return further > 0 || (further === 0 && (loadedAt[a] as number) > (loadedAt[b] as number));
    };
    const frames = bestFrames(total, limit, before);
    const numbers = frames.map((frame) => {
      if (nextUse[frame] !== NEVER) return `next used by reference ${nextUse[frame]}`;
      return `never used again, loaded at ${loadedAt[frame]}`;
    });
    const [first = 0, second = -1] = frames;
    const tie = nextUse[first] === nextUse[second] ? 'the latest loaded' : null;
    return { frames, numbers, because: 'the furthest next use', tie };
  }

  /** Of the page of the reference that is being made. */
  #nextUseFromHere(): number {
    return this.#future?.[this.#next - 1] ?? NEVER;
  }

  #tell(frame: number): void {
    this.#heap.set(frame, -(this.#nextUse[frame] as number), -(this.frames.loadedAt[frame] as number));
  }

  #tellAll(): void {
    for (let i = 0; i < this.#untoldCount; i++) {
      const frame = this.#untold[i] as number;
      this.#isUntold[frame] = 0;
      this.#tell(frame);
    }
    this.#untoldCount = 0;
  }
}
