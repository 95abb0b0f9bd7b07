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

  override explain(_limit: number): Ranking {
    const frame = Math.floor(mulberry32((this.#state + STEP) >>> 0) * this.frames.total);
    const number = `drawn ${frame} of 0 to ${this.frames.total - 1}`;
    return { frames: [frame], numbers: [number], because: 'chosen by chance (mulberry32)', tie: null };
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
