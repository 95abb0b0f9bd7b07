/**
 * How fast a replay goes: as fast as it can, or so many references a second. Either way it stops now and then, so that
 * signals are heard and the picture is brought up to date.
 */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** A step without a pace: some 50 µs. See also `show` in analyses/analysis.ts. */
const FREE_STEP = 2 ** 12;
/** Steps a second with a pace. */
const STEPS_A_SECOND = 20;
/** Without a pace everybody else gets a turn this often. */
const TURN_MS = 20;
/** Later than this, the process was stopped (Ctrl-Z) or cannot keep the pace: what was missed is not made up for. */
const LATE_MS = 500;

export interface Clock {
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const realClock: Clock = {
  now: () => performance.now(),
  sleep: async (milliseconds) => {
    await sleep(milliseconds);
  },
};

export class Pace {
  /** References to be made before the next `rest`. */
  readonly step: number;
  readonly #speed: number | null;
  readonly #clock: Clock;
  /** When the references made until now would have begun at this pace. */
  #begun: number;
  #made = 0;
  #lastTurn: number;

  /** `speed` in references a second; null: as fast as it goes. */
  constructor(speed: number | null, clock: Clock) {
    this.step = speed === null ? FREE_STEP : Math.ceil(speed / STEPS_A_SECOND);
    this.#speed = speed;
    this.#clock = clock;
    this.#begun = clock.now();
    this.#lastTurn = this.#begun;
  }

  /** `references` have been made since the last rest; resolves when it is time for more. */
  async rest(references: number): Promise<void> {
    this.#made += references;
    const now = this.#clock.now();
    if (this.#speed !== null) {
      const early = this.#begun + (this.#made / this.#speed) * 1000 - now;
      if (early > 0) return this.#clock.sleep(early);
      if (early < -LATE_MS) this.#begun -= early;
    }
    if (now - this.#lastTurn < TURN_MS) return;
    this.#lastTurn = now;
    await nextTurn();
  }
}
