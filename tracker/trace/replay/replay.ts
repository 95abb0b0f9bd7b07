/**
 * Plays the references of a trace on a memory, through the engine that serves `access`, and saves the memory as it goes,
 * so that a visualizer shows the program's pages coming and going. The reference before each save is made by `access`
 * itself: what it says of hit, fault and victim is what the picture shows as its latest event.
 */
import { MAX_PAGES } from '../../../shared/status.ts';
import type { Memory } from '../../memory/memory.ts';
import type { Happening, Refusal } from '../../memory/outcome.ts';
import { KIND_BITS, WRITES } from '../reference.ts';
import { type Clock, Pace, realClock } from './pace.ts';
import { SaveThrottle } from './save-throttle.ts';

/** The process that makes all references; every page is valid for it. */
export const TRACE_PROCESS = 'trace';

/** The memory cannot make this reference; it is as the references before have left it. */
export class ReplayRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export interface ReplayOptions {
  readonly memory: Memory;
  /** Writes the memory down, and what happened since. */
  readonly save: (happenings: readonly Happening[]) => void;
  /** References a second. Default: as fast as it goes. */
  readonly speed?: number;
  /** Called after each step, many times a second. */
  readonly onStep?: () => void;
  /** Default: the real one. */
  readonly clock?: Clock;
}

export class Replay {
  readonly #memory: Memory;
  readonly #save: (happenings: readonly Happening[]) => void;
  readonly #onStep: () => void;
  readonly #clock: Clock;
  readonly #process: number;
  readonly #pace: Pace;
  readonly #throttle = new SaveThrottle();
  #played = 0;
  #unsaved = 0;

  constructor({ memory, save, speed, onStep = () => {}, clock = realClock }: ReplayOptions) {
    this.#memory = memory;
    this.#save = save;
    this.#onStep = onStep;
    this.#clock = clock;
    this.#process = memory.paging.openProcess(TRACE_PROCESS);
    this.#pace = new Pace(speed ?? null, clock);
  }

  /** References made. */
  get played(): number {
    return this.#played;
  }

  /** References made since the last save. */
  get unsaved(): number {
    return this.#unsaved;
  }

  /** Makes these references; `pages` is the page of each page id. Throws ReplayRefused. */
  async play(references: Int32Array, pages: Float64Array): Promise<void> {
    for (let at = 0; at < references.length; at += this.#pace.step) {
      const step = references.subarray(at, at + this.#pace.step);
      const last = step.length - 1;
      this.#touch(step.subarray(0, last), pages);
      if (this.#throttle.isDue(this.#clock.now())) this.#accessAndSave(step[last] ?? 0, pages);
      else this.#touch(step.subarray(last), pages);
      this.#onStep();
      await this.#pace.rest(step.length);
    }
  }

  #touch(references: Int32Array, pages: Float64Array): void {
    const { paging } = this.#memory;
    const process = this.#process;
    let made = 0;
    for (; made < references.length; made++) {
      const word = references[made] as number;
      const frame = paging.touch(process, pages[word >> KIND_BITS] as number, (word & WRITES) !== 0);
      if (frame < 0) break;
    }
    this.#played += made;
    this.#unsaved += made;
    if (made < references.length) throw this.#refused(references[made] ?? 0, pages);
  }

  #accessAndSave(word: number, pages: Float64Array): void {
    const page = pages[word >> KIND_BITS] ?? 0;
    const outcome = this.#memory.paging.access(TRACE_PROCESS, page, 0, (word & WRITES) !== 0);
    if (!outcome.ok) throw new ReplayRefused(outcome.refusal);
    this.#played++;
    this.#unsaved = 0;
    const begun = this.#clock.now();
    this.#save(outcome.happenings);
    this.#throttle.saved(begun, this.#clock.now());
  }

  #refused(word: number, pages: Float64Array): ReplayRefused {
    const page = pages[word >> KIND_BITS] ?? 0;
    const refusal = this.#memory.paging.refusalOf(TRACE_PROCESS, [page]);
    return new ReplayRefused(refusal ?? { code: 'too-many-pages', asked: MAX_PAGES + 1, limit: MAX_PAGES });
  }
}
