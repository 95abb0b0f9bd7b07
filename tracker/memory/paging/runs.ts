/**
 * Builders of the columns of runs in shared/status.ts: given one frame or page after the other they open a new
 * row only where the run breaks, so that a million pages in consecutive frames are one row.
 */
import { DISK, type FrameRuns, type PageRuns, type TimedRuns } from '../../../shared/status.ts';

/** A column that grows: doubled when full, cut to its length at the end. */
class Column<Values extends Int32Array | Float64Array | Uint8Array> {
  length = 0;
  #values: Values;
  readonly #make: (length: number) => Values;

  constructor(make: (length: number) => Values) {
    this.#make = make;
    this.#values = make(16);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = this.#make(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  get last(): number {
    return this.#values[this.length - 1] ?? Number.NaN;
  }

  incrementLast(): void {
    this.#values[this.length - 1] = this.last + 1;
  }

  finish(): Values {
    const values = this.#make(this.length);
    values.set(this.#values.subarray(0, this.length));
    return values;
  }
}

const int32 = () => new Column((length) => new Int32Array(length));
const float64 = () => new Column((length) => new Float64Array(length));
const uint8 = () => new Column((length) => new Uint8Array(length));

/** Frames in list order. */
export class FrameRunsBuilder {
  readonly #starts = int32();
  readonly #counts = int32();

  add(frame: number): void {
    if (frame === this.#starts.last + this.#counts.last) {
      this.#counts.incrementLast();
      return;
    }
    this.#starts.push(frame);
    this.#counts.push(1);
  }

  finish(): FrameRuns {
    return { starts: this.#starts.finish(), counts: this.#counts.finish() };
  }
}

/** Frames with ascending logical times. */
export class TimedRunsBuilder {
  readonly #starts = int32();
  readonly #counts = int32();
  readonly #times = float64();

  add(frame: number, time: number): void {
    const run = this.#counts.last;
    if (frame === this.#starts.last + run && time === this.#times.last + run) {
      this.#counts.incrementLast();
      return;
    }
    this.#starts.push(frame);
    this.#counts.push(1);
    this.#times.push(time);
  }

  finish(): TimedRuns {
    return { starts: this.#starts.finish(), counts: this.#counts.finish(), times: this.#times.finish() };
  }
}

/** The rows of one page table, in ascending page order. */
export class PageRunsBuilder {
  readonly #pages = float64();
  readonly #frames = int32();
  readonly #counts = int32();
  readonly #bits = uint8();
  readonly #uses = float64();

  /** `frame` may be DISK: such pages join a run of their like. */
  add(page: number, frame: number, bits: number, uses: number): void {
    const run = this.#counts.last;
    const nextFrame = this.#frames.last === DISK ? DISK : this.#frames.last + run;
    if (
      page === this.#pages.last + run &&
      frame === nextFrame &&
      bits === this.#bits.last &&
      uses === this.#uses.last
    ) {
      this.#counts.incrementLast();
      return;
    }
    this.#pages.push(page);
    this.#frames.push(frame);
    this.#counts.push(1);
    this.#bits.push(bits);
    this.#uses.push(uses);
  }

  finish(): PageRuns {
    return {
      pages: this.#pages.finish(),
      frames: this.#frames.finish(),
      counts: this.#counts.finish(),
      bits: this.#bits.finish(),
      uses: this.#uses.finish(),
    };
  }
}
