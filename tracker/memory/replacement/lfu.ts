/**
 * Least frequently used (Silberschatz 10e §10.4.6): the page with the fewest uses goes, of equals the one loaded
 * earliest. A fault counts 1, `alloc` and `map` 0, every further use 1; eviction forgets, unless counts are kept.
 *
 * A use only adds to the count, so that a hit is O(1). The heap learns of it late: the counts it knows are too small
 * or right, and once its first frame's is right, that is the victim.
 */
import { FRESH } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { MAX_USES } from '../paging/page-table-entry.ts';
import { bestFrames } from './best-frames.ts';
import { FrameHeap } from './frame-heap.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

export class Lfu extends Policy {
  override readonly name = 'lfu';
  readonly #keepCounts: boolean;
  readonly #uses: Int32Array;
  readonly #heap: FrameHeap;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#keepCounts = state.keepCounts;
    this.#uses = state.uses ?? new Int32Array(frames.total);
    this.#heap = new FrameHeap(frames);
    for (const frame of frames.loads.toArray()) this.#rank(frame);
  }

  override loaded(frame: number, kept: number): void {
    const byFault = ((this.frames.bits[frame] as number) & FRESH) === 0;
    this.#uses[frame] = byFault ? Math.min(kept + 1, MAX_USES) : kept;
    this.#rank(frame);
  }

  override used(frame: number): void {
    const uses = this.#uses[frame] as number;
    if (uses < MAX_USES) this.#uses[frame] = uses + 1;
  }

  override released(frame: number): number {
    this.#heap.remove(frame);
    return this.#keepCounts ? (this.#uses[frame] as number) : 0;
  }

  override victim(): number {
    for (;;) {
      const frame = this.#heap.first;
      if (this.#heap.keyOf(frame) === this.#uses[frame]) return frame;
      this.#rank(frame);
    }
  }

  override peek(): number {
    return this.victim();
  }

  override explain(limit: number): Ranking {
    const { total, loadedAt } = this.frames;
    const frames = bestFrames(total, limit, (a, b) => {
      const fewer = this.usesOf(a) - this.usesOf(b);
      return fewer < 0 || (fewer === 0 && (loadedAt[a] as number) < (loadedAt[b] as number));
    });
    const numbers = frames.map((frame) => `uses ${this.usesOf(frame)}, loaded at ${loadedAt[frame]}`);
    const [first = 0, second = -1] = frames;
    const tie = this.#uses[first] === this.#uses[second] ? 'the earliest loaded' : null;
    return { frames, numbers, because: 'the fewest uses', tie };
  }

  override usesOf(frame: number): number {
    return this.#uses[frame] as number;
  }

  #rank(frame: number): void {
    this.#heap.set(frame, this.#uses[frame] as number, this.frames.loadedAt[frame] as number);
  }
}
