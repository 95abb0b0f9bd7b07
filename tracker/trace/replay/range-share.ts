/**
 * How much of a range of a trace has been played. How many references a trace has is known only at its end, but of each
 * chunk, how much of the trace ends with it: between the ends of two chunks, references count alike.
 *
 *     of the trace    0       0.2     0.4        1
 *                     ├───────┼───────┼── … ─────┤
 *     references      0  from     ▲   chunks
 *                         └──────┘└── read, and not yet played: not done
 *                          done
 */
export interface Range {
  /** So many references of the trace were played before. */
  readonly from: number;
  /** After so many references of the trace it stops; infinity: at its end. */
  readonly until: number;
}

/** So many references of the trace, and how much of it they are; null where nobody knows how long it is. */
interface Place {
  readonly references: number;
  readonly share: number | null;
}

const START: Place = { references: 0, share: 0 };

export class RangeShare {
  readonly #range: Range;
  /** Where the chunk that came last begins and ends. */
  #begin = START;
  #end = START;
  /** How much of the trace comes before the range. */
  #before = 0;

  constructor(range: Range) {
    this.#range = range;
  }

  /** The next chunk has come: so many references, and so much of the trace with them. */
  came(references: number, share: number | null): void {
    const { from } = this.#range;
    this.#begin = this.#end;
    this.#end = { references: this.#begin.references + references, share };
    if (this.#begin.references <= from && from < this.#end.references)
      this.#before = this.#ofTrace(from) ?? 0;
  }

  /** How much of the range comes before reference `position`, which lies in the last chunk: 0 … 1; null if nobody knows. */
  at(position: number): number | null {
    const { from, until } = this.#range;
    const ofRange = (position - from) / (until - from);
    const ofTrace = this.#ofTrace(position);
    if (ofTrace === null) return Number.isFinite(until) ? ofRange : null;
    // The range ends at the end of the trace if that comes first.
    return Math.max(ofRange, (ofTrace - this.#before) / (1 - this.#before));
  }

  #ofTrace(position: number): number | null {
    const [begin, end] = [this.#begin, this.#end];
    if (begin.share === null || end.share === null) return null;
    const part = (position - begin.references) / (end.references - begin.references);
    return begin.share + part * (end.share - begin.share);
  }
}
