/**
 * Clock, or second chance (Corbató 1968): frames stand in a circle, a hand goes round. It passes over pages whose
 * reference bit is set, clearing it, and takes the first whose bit is not. The hand begins at frame 0, and only a
 * replacement moves it: to just past the frame that was refilled.
 */
import { REFERENCED } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

export class Clock extends Policy {
  override readonly name = 'clock';
  #hand: number;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#hand = state.hand;
  }

  override victim(): number {
    const { bits, total } = this.frames;
    let hand = this.#hand;
    while (((bits[hand] as number) & REFERENCED) !== 0) {
      this.frames.clearReferenced(hand);
      hand = hand + 1 === total ? 0 : hand + 1;
    }
    this.#hand = hand + 1 === total ? 0 : hand + 1;
    return hand;
  }

  override peek(): number {
    return this.explain(1).frames[0] ?? this.#hand;
  }

  /** From the hand: first those with R = 0, then, whose bits are cleared by then, those with R = 1. */
  override explain(limit: number): Ranking {
    const { bits, total } = this.frames;
    const frames: number[] = [];
    const numbers: string[] = [];
    for (const wanted of [0, REFERENCED]) {
      for (let step = 0; step < total && frames.length < limit; step++) {
        const frame = (this.#hand + step) % total;
        if (((bits[frame] ?? 0) & REFERENCED) !== wanted) continue;
        frames.push(frame);
        numbers.push(`R ${wanted === 0 ? 0 : 1}, ${step} past the hand`);
      }
    }
    const [victim = 0] = frames;
    const spared = ((bits[victim] ?? 0) & REFERENCED) !== 0;
    const because = spared
      ? 'under the hand when it had cleared every R and come full circle'
      : 'the first from the hand with R = 0';
    return { frames, numbers, because, tie: null };
  }

  override get state() {
    return { hand: this.#hand, sincePeriod: 0, randomState: 0 };
  }
}
