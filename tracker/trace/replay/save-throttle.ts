/**
 * When a replay may save again: 20 times a second at most, and having waited at least 10 times as long as the last save
 * took, so that saving never takes more than a tenth of the time. Times are milliseconds of any clock.
 */
const LEAST_WAIT_MS = 50;
const WAIT_PER_SAVE = 10;

export class SaveThrottle {
  #next = Number.NEGATIVE_INFINITY;

  isDue(now: number): boolean {
    return now >= this.#next;
  }

  /** A save went on from `begun` to `ended`. */
  saved(begun: number, ended: number): void {
    this.#next = Math.max(begun + LEAST_WAIT_MS, ended + WAIT_PER_SAVE * (ended - begun));
  }
}
