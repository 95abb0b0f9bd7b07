/**
 * Aging (Tanenbaum, Modern Operating Systems 4e §3.4.7): LRU as hardware with one R bit can come near it. Before every
 * T-th reference all counters shift right, R going into the top bit and being cleared. A page loads with 0x80. The
 * smallest counter goes, of equals the one loaded earliest.
 */
import { REFERENCED } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { Ages } from './ages.ts';
import { bestFrames } from './best-frames.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';

const JUST_LOADED = 0x80;

export class Aging extends Policy {
  override readonly name = 'aging';
  readonly #period: number;
  /** References since the last shift, the one that it came before not counted. */
  #since: number;
  readonly #ages: Ages;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#period = state.period;
    this.#since = state.sincePeriod;
    const counters = state.uses ?? new Int32Array(frames.total);
    this.#ages = new Ages(counters);
    for (const frame of frames.loads.toArray()) this.#set(frame, counters[frame] ?? 0);
  }

  override referenced(): void {
    if (++this.#since < this.#period) return;
    this.#since = 0;
    this.#ages.shift();
  }

  override loaded(frame: number): void {
    this.#set(frame, JUST_LOADED);
  }

  override used(frame: number): void {
    this.#ages.refer(frame);
  }

  override victim(): number {
    return this.#smallest(0);
  }

  override peek(): number {
    return this.#smallest(this.#shiftsToCome());
  }

  override explain(limit: number): Ranking {
    const shifts = this.#shiftsToCome();
    const frames = bestFrames(this.frames.total, limit, (a, b) => this.#isBefore(a, b, shifts));
    const counters = frames.map((frame) => this.#ages.counter(frame, shifts));
    const numbers = counters.map((counter) => `counter ${counter.toString(2).padStart(8, '0')}`);
    const tie = counters[0] === counters[1] ? 'the earliest loaded' : null;
    return { frames, numbers, because: 'the smallest counter', tie };
  }

  override settle(): void {
    for (let frame = 0; frame < this.frames.total; frame++) {
      if (!this.#ages.isReferenced(frame)) this.frames.clearReferenced(frame);
    }
  }

  override usesOf(frame: number): number {
    return this.#ages.counter(frame);
  }

  override get state() {
    return { hand: 0, sincePeriod: this.#since, randomState: 0 };
  }

  #set(frame: number, counter: number): void {
    this.#ages.set(frame, counter, ((this.frames.bits[frame] as number) & REFERENCED) !== 0);
  }

  /** Before the next reference, which is the one that may need a victim. */
  #shiftsToCome(): number {
    return this.#since + 1 === this.#period ? 1 : 0;
  }

  #smallest(shifts: number): number {
    let best = 0;
    for (let frame = 1; frame < this.frames.total; frame++) {
      if (this.#isBefore(frame, best, shifts)) best = frame;
    }
    return best;
  }

  #isBefore(a: number, b: number, shifts: number): boolean {
    const younger = this.#ages.counter(a, shifts) - this.#ages.counter(b, shifts);
    if (younger !== 0) return younger < 0;
    return (this.frames.loadedAt[a] as number) < (this.frames.loadedAt[b] as number);
  }
}
