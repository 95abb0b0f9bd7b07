/**
 * Small files that come one by one and go in the same order, copied into one piece of memory. With a piece for each,
 * what is kept for long would stand between what is used for a moment, and leave gaps that nobody can use.
 *
 *     │ newest │   ← the next comes here    │ oldest │ … │ … │ too short for one │
 */
export class FileRing {
  /** Bytes of a file at most. */
  readonly largest: number;
  readonly #room: Uint8Array;
  #next = 0;

  /** A file stays until more than `keeps` bytes of others were put after it. */
  constructor(keeps: number, largest: number) {
    this.largest = largest;
    // One that is itself that large, and what was left of the room when the next did not fit.
    this.#room = new Uint8Array(keeps + 2 * largest);
  }

  /** Copies a file; what is returned is that copy. */
  put(file: Uint8Array): Uint8Array {
    if (file.length > this.largest)
      throw new RangeError(`a file of ${file.length} bytes, over ${this.largest}`);
    if (this.#next + file.length > this.#room.length) this.#next = 0;
    this.#room.set(file, this.#next);
    this.#next += file.length;
    return this.#room.subarray(this.#next - file.length, this.#next);
  }
}
