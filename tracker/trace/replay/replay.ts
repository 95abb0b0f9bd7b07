/**
 * Plays the references of a trace on a memory, through the engine that serves `access`, and saves the memory as it goes,
 * so that a visualizer shows the program's pages coming and going.
 *
 * At a pace that people can follow, every reference is made by `access`, and the log tells of each page fault and why its
 * victim had to go. At full speed only the references before a save are, so that the log tells of the last few faults.
 */
import { MAX_EVENTS, MAX_PAGES } from '../../../shared/status.ts';
import type { Memory } from '../../memory/memory.ts';
import type { Happening, Refusal } from '../../memory/outcome.ts';
import { KIND_BITS, WRITES } from '../../memory/paging/packed-reference.ts';
import { type Clock, Pace, realClock } from './pace.ts';
import { SaveThrottle } from './save-throttle.ts';

/** The process that makes all references; every page is valid for it. */
export const TRACE_PROCESS = 'trace';

/** References a second up to which all of them are explained. */
const FOLLOWED_SPEED = 50_000;

/** References before a save that are explained at any speed, and frames beyond which it is one: some policies search them all. */
const EXPLAINED = 256;
const MANY_FRAMES = 65_536;

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
  /** Writes the memory down, and what happened since; with `sync` it reaches the disk first. */
  readonly save: (happenings: readonly Happening[], sync: boolean) => void;
  /** References a second. Default: as fast as it goes. */
  readonly speed?: number;
  /** Called after each step, many times a second. */
  readonly onStep?: () => void;
  /** Default: the real one. */
  readonly clock?: Clock;
}

export class Replay {
  readonly #memory: Memory;
  readonly #save: ReplayOptions['save'];
  readonly #onStep: () => void;
  readonly #clock: Clock;
  readonly #process: number;
  readonly #pace: Pace;
  readonly #throttle = new SaveThrottle();
  readonly #followed: boolean;
  readonly #explained: number;
  /** Since the last save. */
  #happenings: Happening[] = [];
  #played = 0;
  #unsaved = 0;

  constructor({ memory, save, speed, onStep = () => {}, clock = realClock }: ReplayOptions) {
    this.#memory = memory;
    this.#save = save;
    this.#onStep = onStep;
    this.#clock = clock;
    this.#process = memory.paging.openProcess(TRACE_PROCESS);
    this.#pace = new Pace(speed ?? null, clock);
    this.#explained = memory.paging.totalFrames > MANY_FRAMES ? 1 : EXPLAINED;
    this.#followed = speed !== undefined && speed <= FOLLOWED_SPEED;
  }

  /** References made. */
  get played(): number {
    return this.#played;
  }

  /** Makes these references; `pages` is the page of each page id. Throws ReplayRefused. */
  async play(references: Int32Array, pages: Float64Array): Promise<void> {
    for (let at = 0; at < references.length; at += this.#pace.step) {
      const step = references.subarray(at, at + this.#pace.step);
      const first = this.#followed ? 0 : Math.max(0, step.length - this.#explained);
      this.#touch(step.subarray(0, first), pages);
      const isDue = this.#throttle.isDue(this.#clock.now());
      if (isDue || this.#followed) for (const word of step.subarray(first)) this.#access(word, pages);
      else this.#touch(step.subarray(first), pages);
      if (isDue) this.save(false);
      this.#onStep();
      await this.#pace.rest(step.length);
    }
  }

  /** Saves what has not been saved, whether it is time or not; with `sync` it reaches the disk. Answers whether it did. */
  save(sync: boolean): boolean {
    if (this.#unsaved === 0) return false;
    const begun = this.#clock.now();
    this.#save(this.#happenings, sync);
    this.#throttle.saved(begun, this.#clock.now());
    this.#happenings = [];
    this.#unsaved = 0;
    return true;
  }

  #touch(references: Int32Array, pages: Float64Array): void {
    const made = this.#memory.paging.touchAll(this.#process, references, pages);
    this.#played += made;
    this.#unsaved += made;
    if (made < references.length) throw this.#refused(references[made] ?? 0, pages);
  }

  /** Of hits only the latest is worth a line in the log. */
  #access(word: number, pages: Float64Array): void {
    const page = pages[word >> KIND_BITS] ?? 0;
    const outcome = this.#memory.paging.access(TRACE_PROCESS, page, 0, (word & WRITES) !== 0);
    if (!outcome.ok) throw this.#refused(word, pages);
    if (this.#happenings.at(-1)?.kind === 'hit') this.#happenings.pop();
    this.#happenings.push(...outcome.happenings);
    if (this.#happenings.length > 2 * MAX_EVENTS) this.#happenings = this.#happenings.slice(-MAX_EVENTS);
    this.#played++;
    this.#unsaved++;
  }

  #refused(word: number, pages: Float64Array): ReplayRefused {
    const page = pages[word >> KIND_BITS] ?? 0;
    const refusal = this.#memory.paging.refusalOf(TRACE_PROCESS, [page]);
    return new ReplayRefused(refusal ?? { code: 'too-many-pages', asked: MAX_PAGES + 1, limit: MAX_PAGES });
  }
}
