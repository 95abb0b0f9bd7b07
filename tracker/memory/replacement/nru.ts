/**
 * Not recently used (Tanenbaum, Modern Operating Systems 4e §3.4.2): a page of the lowest class of (R, D) goes, of
 * equals the one in the lowest frame. R of every page is cleared after each T references.
 *
 * Clearing a million bits would be no O(1): only the time of it is kept. A bit counts as set if its page was used
 * since then, and is put right when somebody looks (`settle`).
 */
import { DIRTY, FRESH, REFERENCED } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { bestFrames } from './best-frames.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

export class Nru extends Policy {
  override readonly name = 'nru';
  readonly #period: number;
  /** References since R was last cleared. */
  #since: number;
  /** The logical time when that was. */
  #clearedAt = -1;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#period = state.period;
    this.#since = state.sincePeriod;
  }

  override used(frame: number): void {
    if (++this.#since === this.#period) this.#clear(frame);
  }

  override loaded(frame: number): void {
    const byFault = ((this.frames.bits[frame] as number) & FRESH) === 0;
    if (byFault) this.used(frame);
  }

  override victim(): number {
    let best = 0;
    let lowest = this.#class(best);
    for (let frame = 1; frame < this.frames.total && lowest > 0; frame++) {
      const found = this.#class(frame);
      if (found >= lowest) continue;
      best = frame;
      lowest = found;
    }
    return best;
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
  }

  /** 2R + D. */
  #class(frame: number): number {
    const bits = this.frames.bits[frame] as number;
    const used = (this.frames.usedAt[frame] as number) > this.#clearedAt;
    return (used && (bits & REFERENCED) !== 0 ? 2 : 0) + ((bits & DIRTY) !== 0 ? 1 : 0);
  }
}
