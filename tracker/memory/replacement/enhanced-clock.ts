/**
 * Enhanced second chance (Silberschatz 10e §10.4.5.3): the clock that looks at (R, D) and would rather not write
 * back. From the hand: pass 1 takes the first (0,0), changing nothing; pass 2 takes the first (0,1), clearing R
 * as it passes; and again, until one is found.
 */
import { DIRTY, REFERENCED } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

const CLASSES = [0, DIRTY, REFERENCED, REFERENCED | DIRTY];

export class EnhancedClock extends Policy {
  override readonly name = 'enhanced-clock';
  #hand: number;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#hand = state.hand;
  }

  override victim(): number {
    const { total } = this.frames;
    for (;;) {
      const clean = this.#firstFromHand(0, false);
      const frame = clean ?? this.#firstFromHand(DIRTY, true);
      if (frame === null) continue;
      this.#hand = (frame + 1) % total;
      return frame;
    }
  }

  override peek(): number {
    for (const wanted of CLASSES) {
      const frame = this.#firstFromHand(wanted, false);
      if (frame !== null) return frame;
    }
    throw new Error('every page has an R and a D bit');
  }

  /** From the hand: first all (0,0), then all (0,1), then those whose R has to be cleared first. */
  override explain(limit: number): Ranking {
    const frames: number[] = [];
    const numbers: string[] = [];
    for (const wanted of CLASSES) {
      for (let step = 0; step < this.frames.total && frames.length < limit; step++) {
        const frame = (this.#hand + step) % this.frames.total;
        if (this.#class(frame) !== wanted) continue;
        frames.push(frame);
        numbers.push(`R ${wanted & REFERENCED ? 1 : 0} D ${wanted & DIRTY ? 1 : 0}, ${step} past the hand`);
      }
    }
    return { frames, numbers, because: 'the first from the hand in the lowest class of (R, D)', tie: null };
  }

  override get state() {
    return { hand: this.#hand, sincePeriod: 0, randomState: 0 };
  }

  /** Once round from the hand; with `clearing`, R is cleared in the frames passed over. */
  #firstFromHand(wanted: number, clearing: boolean): number | null {
    const { total } = this.frames;
    let frame = this.#hand;
    for (let step = 0; step < total; step++) {
      if (this.#class(frame) === wanted) return frame;
      if (clearing) this.frames.clearReferenced(frame);
      frame = frame + 1 === total ? 0 : frame + 1;
    }
    return null;
  }

  #class(frame: number): number {
    return (this.frames.bits[frame] as number) & (REFERENCED | DIRTY);
  }
}
