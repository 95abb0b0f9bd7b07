/**
 * The columns of runs in shared/status.ts: a new row only where the run breaks, so that a million pages in
 * consecutive frames are one row.
 */
import { DISK, type FrameRuns, type PageRuns, type TimedRuns } from '../../../shared/status.ts';

/** A column that grows, doubled when full; it begins anew when it has been finished. */
class Column<Values extends Int32Array | Float64Array | Uint8Array> {
  #length = 0;
  #values: Values;
  readonly #make: (length: number) => Values;

  constructor(make: (length: number) => Values) {
    this.#make = make;
    this.#values = make(16);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#make(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  finish(): Values {
    // `slice` answers an array of the same kind, which its type does not say.
    const values = this.#values.slice(0, this.#length) as Values;
    this.#length = 0;
    return values;
  }
}

const int32 = () => new Column((length) => new Int32Array(length));
const float64 = () => new Column((length) => new Float64Array(length));
const uint8 = () => new Column((length) => new Uint8Array(length));

/** Frames in list order. */
export function frameRuns(frames: Int32Array): FrameRuns {
  const starts = int32();
  const counts = int32();
  for (let from = 0, to = 0; from < frames.length; from = to) {
    to = from + 1;
    while (to < frames.length && frames[to] === (frames[to - 1] as number) + 1) to++;
    starts.push(frames[from] as number);
    counts.push(to - from);
  }
  return { starts: starts.finish(), counts: counts.finish() };
}

/** Frames in an order in which their times ascend. */
export function timedRuns(frames: Int32Array, timeOf: Float64Array): TimedRuns {
  const starts = int32();
  const counts = int32();
  const times = float64();
  for (let from = 0, to = 0; from < frames.length; from = to) {
    const start = frames[from] as number;
    const time = timeOf[start] as number;
    to = from + 1;
    while (
      to < frames.length &&
      frames[to] === start + to - from &&
      timeOf[start + to - from] === time + to - from
    ) {
      to++;
    }
    starts.push(start);
    counts.push(to - from);
    times.push(time);
  }
  return { starts: starts.finish(), counts: counts.finish(), times: times.finish() };
}

/** The rows of one page table after the other. */
export class PageRunsBuilder {
  readonly #pages = float64();
  readonly #frames = int32();
  readonly #counts = int32();
  readonly #bits = uint8();
  readonly #uses = float64();
  /** The row that may still grow; none at first. */
  #page = 0;
  #frame = DISK;
  #count = 0;
  #bit = 0;
  #use = 0;

  /** The next pages in ascending order: `count` in as many consecutive frames, or with DISK in none. */
  add(page: number, frame: number, count: number, bits: number, uses: number): void {
    const nextFrame = this.#frame === DISK ? DISK : this.#frame + this.#count;
    const goesOn = page === this.#page + this.#count && frame === nextFrame;
    if (this.#count > 0 && goesOn && bits === this.#bit && uses === this.#use) {
      this.#count += count;
      return;
    }
    this.#close();
    this.#page = page;
    this.#frame = frame;
    this.#count = count;
    this.#bit = bits;
    this.#use = uses;
  }

  /** Those of the table that ends here. */
  finish(): PageRuns {
    this.#close();
    return {
      pages: this.#pages.finish(),
      frames: this.#frames.finish(),
      counts: this.#counts.finish(),
      bits: this.#bits.finish(),
      uses: this.#uses.finish(),
    };
  }

  #close(): void {
    if (this.#count === 0) return;
    this.#pages.push(this.#page);
    this.#frames.push(this.#frame);
    this.#counts.push(this.#count);
    this.#bits.push(this.#bit);
    this.#uses.push(this.#use);
    this.#count = 0;
  }
}
