/**
 * The columns of tables and lists while they are read. A file may have a million rows: memory that is cleared before it
 * is written to, or written to only to say the usual, costs as much as some of the reading.
 */

/** Below, there is nothing to gain. */
const LONG = 1024;

/** Room for so many integers, each of which is written before it is read: what stands there is left over. */
export function int32Room(length: number): Int32Array {
  if (length < LONG) return new Int32Array(length);
  return new Int32Array(leftOver(length * Int32Array.BYTES_PER_ELEMENT));
}

/** The same for larger numbers. */
export function float64Room(length: number): Float64Array {
  if (length < LONG) return new Float64Array(length);
  return new Float64Array(leftOver(length * Float64Array.BYTES_PER_ELEMENT));
}

function leftOver(bytes: number): ArrayBuffer {
  return Buffer.allocUnsafeSlow(bytes).buffer;
}

/** A column as far as it was written. A little room may stay with it; much of it, in many columns, would come to too much. */
export function cutTo<Column extends Uint8Array | Int32Array | Float64Array>(
  length: number,
  column: Column,
): Column {
  const view = 2 * length < column.length ? column.slice(0, length) : column.subarray(0, length);
  return view as Column;
}

/** Columns of ones, and of zeros. Tables and lists share them, so nobody may write to them. */
export class PlainColumns {
  #ones: Int32Array = new Int32Array();
  #zeros: Float64Array = new Float64Array();

  ones(length: number): Int32Array {
    if (length > this.#ones.length) this.#ones = int32Room(length).fill(1);
    return this.#ones.subarray(0, length);
  }

  zeros(length: number): Float64Array {
    if (length > this.#zeros.length) this.#zeros = new Float64Array(length);
    return this.#zeros.subarray(0, length);
  }
}

/** How long runs are. In a long table nearly all have one page or frame, and then this takes no memory of its own. */
export class RunCounts {
  readonly #most: number;
  #counts: Int32Array | null = null;

  /** Of `most` runs at most. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Says of a run, once, how long it is: 1 where nobody does. */
  set(run: number, count: number): void {
    if (count === 1) return;
    this.#counts ??= int32Room(this.#most).fill(1);
    this.#counts[run] = count;
  }

  /** The counts of the first `runs`; asked last. */
  upTo(runs: number, plain: PlainColumns): Int32Array {
    return this.#counts === null ? plain.ones(runs) : cutTo(runs, this.#counts);
  }
}
