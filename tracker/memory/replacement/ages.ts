/**
 * An 8-bit counter for each frame, all of them shifted right at once, R coming in from the left:
 *
 *     R │ 7 6 5 4 3 2 1 0        a shift:  R, 7, 6 … 1 become 7, 6, 5 … 0, and R becomes 0
 *
 * Shifting a million counters would be no O(1). So a frame keeps R and counter as they were after the last shift
 * it has seen, and the shifts since are made up for when somebody uses it or looks.
 */
const R = 0x100;
const COUNTER = 0xff;

/** After so many shifts nothing is left of R and counter. */
export const AGE_BITS = 9;

export class Ages {
  /** Shifts so far. */
  #shifts = 0;
  /** R and counter as of the shift in #seen. */
  readonly #ages: Int32Array;
  readonly #seen: Float64Array;

  /** `counters` are those of all frames, R not included; they become this object's own. */
  constructor(counters: Int32Array) {
    this.#ages = counters;
    this.#seen = new Float64Array(counters.length);
  }

  get shifts(): number {
    return this.#shifts;
  }

  shift(): void {
    this.#shifts++;
  }

  set(frame: number, counter: number, referenced: boolean): void {
    this.#ages[frame] = referenced ? counter | R : counter;
    this.#seen[frame] = this.#shifts;
  }

  /** Sets R. */
  refer(frame: number): void {
    this.#ages[frame] = this.#after(frame, this.#shifts) | R;
    this.#seen[frame] = this.#shifts;
  }

  isReferenced(frame: number): boolean {
    return (this.#after(frame, this.#shifts) & R) !== 0;
  }

  /** The counter as it is, or will be after some `further` shifts without a reference. */
  counter(frame: number, further = 0): number {
    return this.#after(frame, this.#shifts + further) & COUNTER;
  }

  /** How many shifts without a reference it takes until nothing is left of R and counter: 0 to AGE_BITS. */
  shiftsLeft(frame: number): number {
    return 32 - Math.clz32(this.#after(frame, this.#shifts));
  }

  /** `as number`: see paging/frame-list.ts. */
  #after(frame: number, shifts: number): number {
    return (this.#ages[frame] as number) >> Math.min(shifts - (this.#seen[frame] as number), AGE_BITS);
  }
}
