/**
 * Enhanced second chance (Silberschatz 10e §10.4.5.3): the clock that looks at (R, D) and would rather not write
 * back. From the hand: pass 1 takes the first (0,0), changing nothing; pass 2 takes the first (0,1), clearing R
 * as it passes; and again, until one is found.
 *
 * Pass 1 would go all the way round for each victim where no page is (0,0). So the frames that became (0,0) are known;
 * that one no longer is, because it was used since, is seen when it would be taken. Pass 2 clears an R with each step.
 */
import { DIRTY, REFERENCED } from '../../../shared/status.ts';
import { NO_FRAME } from '../paging/frame-list.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { OrderedFrames } from './ordered-frames.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

const CLASSES = [0, DIRTY, REFERENCED, REFERENCED | DIRTY];

export class EnhancedClock extends Policy {
  override readonly name = 'enhanced-clock';
  #hand: number;
  /** All frames of class (0,0), and some that were. */
  readonly #clean: OrderedFrames;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#hand = state.hand;
    this.#clean = new OrderedFrames(frames.total);
    for (const frame of frames.loads.toArray()) this.#note(frame);
  }

  override loaded(frame: number): void {
    this.#note(frame);
  }

  override released(frame: number): number {
    this.#clean.remove(frame);
    return 0;
  }

  override victim(): number {
    for (;;) {
      let frame = this.#firstClean();
      if (frame === NO_FRAME) frame = this.#firstDirty();
      if (frame === NO_FRAME) continue;
      this.#hand = this.#after(frame);
      return frame;
    }
  }

  override peek(): number {
    for (const wanted of CLASSES) {
      const frame = this.#firstFromHand(wanted);
      if (frame !== NO_FRAME) return frame;
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

  /** Pass 1. */
  #firstClean(): number {
    for (;;) {
      let frame = this.#clean.firstFrom(this.#hand);
      if (frame === NO_FRAME) frame = this.#clean.first;
      if (frame === NO_FRAME || this.#class(frame) === 0) return frame;
      this.#clean.remove(frame);
    }
  }

  /** Pass 2, in which no frame is (0,0) before the hand has passed it. */
  #firstDirty(): number {
    let frame = this.#hand;
    for (let step = 0; step < this.frames.total; step++) {
      if (this.#class(frame) === DIRTY) return frame;
      this.frames.clearReferenced(frame);
      this.#note(frame);
      frame = this.#after(frame);
    }
    return NO_FRAME;
  }

  /** Once round from the hand. */
  #firstFromHand(wanted: number): number {
    let frame = this.#hand;
    for (let step = 0; step < this.frames.total; step++) {
      if (this.#class(frame) === wanted) return frame;
      frame = this.#after(frame);
    }
    return NO_FRAME;
  }

  /** Its bits are new. */
  #note(frame: number): void {
    if (this.#class(frame) === 0) this.#clean.add(frame);
  }

  #after(frame: number): number {
    return frame + 1 === this.frames.total ? 0 : frame + 1;
  }

  #class(frame: number): number {
    return (this.frames.bits[frame] as number) & (REFERENCED | DIRTY);
  }
}
