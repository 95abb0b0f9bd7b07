/**
 * Aging (Tanenbaum, Modern Operating Systems 4e §3.4.7): LRU as hardware with one R bit can come near it. Before every
 * T-th reference all counters shift right, R going into the top bit and being cleared. A page loads with 0x80. The
 * smallest counter goes, of equals the one loaded earliest.
 *
 * Nine shifts without a reference leave nothing of a counter, so that in a large memory most are 0, and the victim is
 * the one of them that was loaded earliest: those are kept in that order. Of the others it is known when they are 0 at
 * the earliest. Only where none is 0 are all of them ranked, until the next shift; then there are fewer than nine
 * frames for each reference from shift to shift. So a victim takes O(log n), amortised over the references.
 */
import { REFERENCED } from '../../../shared/status.ts';
import { NO_FRAME } from '../paging/frame-list.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { AGE_BITS, Ages } from './ages.ts';
import { bestFrames } from './best-frames.ts';
import { FrameHeap } from './frame-heap.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';
import { TimingWheel } from './timing-wheel.ts';

const JUST_LOADED = 0x80;

export class Aging extends Policy {
  override readonly name = 'aging';
  readonly #period: number;
  /** References since the last shift, the one that it came before not counted. */
  #since: number;
  readonly #ages: Ages;
  /** Frames whose counter is 0, the earliest loaded first, and some whose counter no longer is. Or else all. */
  readonly #order: FrameHeap;
  #ranksAll = false;
  /** The other frames; all where all are ranked. Due at the shift that leaves nothing of R and counter. */
  readonly #fading: TimingWheel;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#period = state.period;
    this.#since = state.sincePeriod;
    const counters = state.uses ?? new Int32Array(frames.total);
    this.#ages = new Ages(counters);
    this.#order = new FrameHeap(frames);
    this.#fading = new TimingWheel(frames.total, AGE_BITS + 1);
    for (const frame of frames.loads.toArray()) this.#set(frame, counters[frame] ?? 0);
  }

  override referenced(): void {
    if (++this.#since < this.#period) return;
    this.#since = 0;
    this.#shift();
  }

  override loaded(frame: number): void {
    this.#set(frame, JUST_LOADED);
  }

  override used(frame: number): void {
    this.#ages.refer(frame);
  }

  override released(frame: number): number {
    if (this.#order.has(frame)) this.#order.remove(frame);
    this.#fading.remove(frame);
    return 0;
  }

  override victim(): number {
    while (!this.#ranksAll && !this.#order.isEmpty) {
      const frame = this.#order.first;
      if (this.#ages.counter(frame) === 0) return frame;
      this.#order.remove(frame);
      this.#place(frame);
    }
    if (!this.#ranksAll) this.#rankAll();
    return this.#order.first;
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
    this.#place(frame);
    if (this.#ranksAll) this.#rank(frame);
  }

  #shift(): void {
    this.#ages.shift();
    if (this.#ranksAll) this.#order.clear();
    this.#ranksAll = false;
    const { shifts } = this.#ages;
    for (let frame = this.#fading.take(shifts); frame !== NO_FRAME; frame = this.#fading.take(shifts)) {
      this.#place(frame);
    }
  }

  /** Of a frame that is in neither. */
  #place(frame: number): void {
    if (this.#ages.counter(frame) === 0) this.#rank(frame);
    else this.#fading.put(frame, this.#ages.shifts + this.#ages.shiftsLeft(frame));
  }

  #rank(frame: number): void {
    this.#order.set(frame, this.#ages.counter(frame), this.frames.loadedAt[frame] as number);
  }

  /** None is 0. */
  #rankAll(): void {
    this.#ranksAll = true;
    for (let frame = 0; frame < this.frames.total; frame++) this.#rank(frame);
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
