/**
 * Aging (Tanenbaum, Modern Operating Systems 4e §3.4.7): each page has an 8-bit counter. Before every T-th reference
 * all counters shift right, and R goes into the top bit and is cleared. A page loads with 0x80. The smallest counter
 * goes, of equals the one loaded earliest.
 *
 * Shifting a million counters would be no O(1): each keeps the number of the shift it has last seen, and catches up
 * when it is used or looked at. R stands in the ninth bit, from where the next shift brings it into the top bit.
 */
import { REFERENCED } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { bestFrames } from './best-frames.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

const JUST_LOADED = 0x80;
const NINTH_BIT = 0x100;

export class Aging extends Policy {
  override readonly name = 'aging';
  readonly #period: number;
  /** References since the last shift, that before which it came not counted. */
  #since: number;
  /** Shifts so far. */
  #shifts = 0;
  /** R and counter of each frame, as of its `#seen`-th shift. */
  readonly #ages: Int32Array;
  readonly #seen: Float64Array;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#period = state.period;
    this.#since = state.sincePeriod;
    this.#ages = state.uses ?? new Int32Array(frames.total);
    this.#seen = new Float64Array(frames.total);
    for (const frame of frames.loads.toArray())
      this.#ages[frame] = (this.#ages[frame] as number) | this.#ninthBit(frame);
  }

  override referenced(): void {
    if (++this.#since < this.#period) return;
    this.#since = 0;
    this.#shifts++;
  }

  override loaded(frame: number): void {
    this.#ages[frame] = JUST_LOADED | this.#ninthBit(frame);
    this.#seen[frame] = this.#shifts;
  }

  override used(frame: number): void {
    this.#ages[frame] = this.#ageAfter(frame, this.#shifts) | NINTH_BIT;
    this.#seen[frame] = this.#shifts;
  }

  override victim(): number {
    return this.#smallest(this.#shifts);
  }

  override peek(): number {
    return this.#smallest(this.#shiftsAtNextReference());
  }

  override explain(limit: number): Ranking {
    const shifts = this.#shiftsAtNextReference();
    const frames = bestFrames(this.frames.total, limit, (a, b) => this.#isBefore(a, b, shifts));
    const ages = frames.map((frame) => this.#counterAfter(frame, shifts));
    const numbers = ages.map((age) => `counter ${age.toString(2).padStart(8, '0')}`);
    const tie = ages[0] === ages[1] ? 'the earliest loaded' : null;
    return { frames, numbers, because: 'the smallest counter', tie };
  }

  override settle(): void {
    for (let frame = 0; frame < this.frames.total; frame++) {
      const age = this.#ageAfter(frame, this.#shifts);
      if (this.#seen[frame] !== this.#shifts) this.frames.clearReferenced(frame);
      this.#ages[frame] = age;
      this.#seen[frame] = this.#shifts;
    }
  }

  override usesOf(frame: number): number {
    return this.#counterAfter(frame, this.#shifts);
  }

  override get state() {
    return { hand: 0, sincePeriod: this.#since, randomState: 0 };
  }

  #shiftsAtNextReference(): number {
    return this.#since + 1 === this.#period ? this.#shifts + 1 : this.#shifts;
  }

  #ninthBit(frame: number): number {
    return (this.frames.bits[frame] as number) & REFERENCED ? NINTH_BIT : 0;
  }

  /** R and counter when `shifts` shifts have been made. */
  #ageAfter(frame: number, shifts: number): number {
    return (this.#ages[frame] as number) >> Math.min(shifts - (this.#seen[frame] as number), 9);
  }

  #counterAfter(frame: number, shifts: number): number {
    return this.#ageAfter(frame, shifts) & 0xff;
  }

  #smallest(shifts: number): number {
    let best = 0;
    for (let frame = 1; frame < this.frames.total; frame++) {
      if (this.#isBefore(frame, best, shifts)) best = frame;
    }
    return best;
  }

  #isBefore(a: number, b: number, shifts: number): boolean {
    const younger = this.#counterAfter(a, shifts) - this.#counterAfter(b, shifts);
    if (younger !== 0) return younger < 0;
    return (this.frames.loadedAt[a] as number) < (this.frames.loadedAt[b] as number);
  }
}
