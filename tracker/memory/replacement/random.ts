/**
 * Random: any page may go, each with the same chance. The generator is mulberry32 (T. Ettinger 2017), whose whole
 * state is 32 bits; a draw is an index into the resident frames in ascending order, which are all frames when a
 * victim is needed.
 */
import type { FrameTable } from '../paging/frame-table.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

const STEP = 0x6d2b79f5;

export class Random extends Policy {
  override readonly name = 'random';
  #state: number;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#state = state.randomState;
  }

  override victim(): number {
    this.#state = (this.#state + STEP) >>> 0;
    return Math.floor(mulberry32(this.#state) * this.frames.total);
  }

  /** Nobody is to know before the dice are cast. */
  override peek(): null {
    return null;
  }

  /** After the one that is drawn the others, by frame. */
  override explain(limit: number): Ranking {
    const { total } = this.frames;
    const drawn = Math.floor(mulberry32((this.#state + STEP) >>> 0) * total);
    const frames = [drawn];
    const numbers = [`drawn ${drawn} of 0 to ${total - 1}`];
    for (let frame = 0; frame < total && frames.length < limit; frame++) {
      if (frame === drawn) continue;
      frames.push(frame);
      numbers.push(`1 in ${total}`);
    }
    return { frames, numbers, because: 'chosen by chance (mulberry32)', tie: null, byChance: true };
  }

  override get state() {
    return { hand: 0, sincePeriod: 0, randomState: this.#state };
  }
}

/** A number in [0, 1) from the state that has just been stepped. */
function mulberry32(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
