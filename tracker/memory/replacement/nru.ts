/**
 * Not recently used (Tanenbaum, Modern Operating Systems 4e §3.4.2): a page of the lowest class of (R, D) goes, of
 * equals the one in the lowest frame. R of every page is cleared after each T references.
 *
 * Clearing a million bits would be no O(1): only the time of it is kept. A bit counts as set if its page was used
 * since then, and is put right when somebody looks (`settle`). For the same reason a hit moves no frame from class to
 * class: the frames stand in the class in which they were last seen, which is theirs or too low, until one would go.
 */
import { DIRTY, FRESH, REFERENCED } from '../../../shared/status.ts';
import { NO_FRAME } from '../paging/frame-list.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { bestFrames } from './best-frames.ts';
import { OrderedFrames } from './ordered-frames.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

export class Nru extends Policy {
  override readonly name = 'nru';
  readonly #period: number;
  /** References since R was last cleared. */
  #since: number;
  /** The logical time when that was. */
  #clearedAt = -1;
  /** Every used frame, in the class in which it was last seen. */
  readonly #seen: readonly [OrderedFrames, OrderedFrames, OrderedFrames, OrderedFrames];

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#period = state.period;
    this.#since = state.sincePeriod;
    const none = () => new OrderedFrames(frames.total);
    this.#seen = [none(), none(), none(), none()];
    for (const frame of frames.loads.toArray()) this.#see(frame);
  }

  override used(frame: number): void {
    if (++this.#since === this.#period) this.#clear(frame);
  }

  override loaded(frame: number): void {
    this.#see(frame);
    const byFault = ((this.frames.bits[frame] as number) & FRESH) === 0;
    if (byFault) this.used(frame);
  }

  override released(frame: number): number {
    for (const frames of this.#seen) frames.remove(frame);
    return 0;
  }

  override victim(): number {
    for (const [lowest, frames] of this.#seen.entries()) {
      for (let frame = frames.first; frame !== NO_FRAME; frame = frames.first) {
        if (this.#class(frame) === lowest) return frame;
        frames.remove(frame);
        this.#see(frame);
      }
    }
    throw new Error('every page is in one of the classes');
  }

  override peek(): number {
    return this.victim();
  }

  override explain(limit: number): Ranking {
    const classOf = (frame: number) => this.#class(frame);
    const before = (a: number, b: number) => classOf(a) < classOf(b) || (classOf(a) === classOf(b) && a < b);
    const frames = bestFrames(this.frames.total, limit, before);
    const numbers = frames.map((frame) => `R ${classOf(frame) >> 1} D ${classOf(frame) & 1}`);
    const tie = numbers[0] === numbers[1] ? 'the lowest frame' : null;
    return { frames, numbers, because: 'in the lowest class of (R, D)', tie };
  }

  override settle(): void {
    for (let frame = 0; frame < this.frames.total; frame++) {
      if ((this.frames.usedAt[frame] as number) <= this.#clearedAt) this.frames.clearReferenced(frame);
    }
  }

  override get state() {
    return { hand: 0, sincePeriod: this.#since, randomState: 0 };
  }

  /** The reference to `frame`, which is over now, was the T-th. */
  #clear(frame: number): void {
    this.#since = 0;
    this.#clearedAt = this.frames.usedAt[frame] as number;
    const [, , referenced, both] = this.#seen;
    for (const frames of [referenced, both]) {
      for (let each = frames.first; each !== NO_FRAME; each = frames.first) {
        frames.remove(each);
        this.#see(each);
      }
    }
  }

  #see(frame: number): void {
    (this.#seen[this.#class(frame)] as OrderedFrames).add(frame);
  }

  /** 2R + D. */
  #class(frame: number): number {
    const bits = this.frames.bits[frame] as number;
    const used = (this.frames.usedAt[frame] as number) > this.#clearedAt;
    return (used && (bits & REFERENCED) !== 0 ? 2 : 0) + ((bits & DIRTY) !== 0 ? 1 : 0);
  }
}
