/**
 * OPT (Belady 1966) with one number of frames: the page whose next use is furthest away goes. It is shown next uses
 * instead of references (next-uses.ts).
 *
 * A page that will be used again is known by when: no two pages have the same next use. So what is resident is a set of
 * times; reference number t hits if t is in the set. Pages that will never be used again are only counted: it does not
 * matter which of them goes. Times that have passed stay in the set, where nobody asks about them.
 */
import { NEVER } from '../../memory/replacement/next-use.ts';
import type { Analysis, Results } from './analysis.ts';
import { TimeSet } from './time-set.ts';

export class OptFaults implements Analysis {
  readonly #frames: number;
  readonly #resident: TimeSet;
  #time = 0;
  #filled = 0;
  /** Resident pages that will never be used again. */
  #done = 0;
  #faults = 0;

  /** `references`: how many there will be. */
  constructor(frames: number, references: number) {
    this.#frames = frames;
    this.#resident = new TimeSet(references);
  }

  add(nextUses: Int32Array): void {
    const resident = this.#resident;
    let time = this.#time;
    for (let i = 0; i < nextUses.length; i++) {
      const next = nextUses[i] as number;
      if (!resident.has(time++)) this.#fault();
      if (next === NEVER) this.#done++;
      else resident.add(next);
    }
    this.#time = time;
  }

  results(): Results {
    return { faults: [{ policy: 'opt', frames: this.#frames, faults: this.#faults }] };
  }

  /** A page comes in, for another if all frames are used. */
  #fault(): void {
    this.#faults++;
    if (this.#filled < this.#frames) this.#filled++;
    else if (this.#done > 0) this.#done--;
    else this.#resident.removeLatest();
  }
}
