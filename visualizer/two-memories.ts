/**
 * Memory for large files, of which one is held while the next is read: new memory takes three times as long to come by as
 * a file takes to be read into it. Threads can share it.
 */
export class TwoMemories {
  #held: ArrayBufferLike | null = null;
  #spare: ArrayBufferLike | null = null;

  /** Where to read a file of `size` bytes: what was read there last is written over, unless it is held. */
  roomFor(size: number): ArrayBufferLike {
    if (this.#spare === null || this.#spare.byteLength < size)
      this.#spare = new SharedArrayBuffer(size + (size >> 3));
    return this.#spare;
  }

  /** What was read last is held, in place of what was held before. */
  hold(): void {
    [this.#held, this.#spare] = [this.#spare, this.#held];
  }
}
