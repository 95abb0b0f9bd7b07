/**
 * Chunks of bytes, cut anywhere, as blocks of whole lines. A chunk is not copied: only the line that its end cuts in
 * two is put together in a place of its own.
 *
 *     │ …ab70,3\n │ I  0401ab73,5\n … I  0401ab78,7\n │  S 1fff0 │        a chunk
 *      end of the   a block                            kept: the
 *      kept line                                       line goes on
 */
import { LINE_FEED, type LineBlock } from './formats/trace-format.ts';

/** A longer line is neither kept nor any good. */
export const LONGEST_LINE = 16 * 2 ** 20;

/** Stands for a line of more than LONGEST_LINE bytes, as soon as it has become one. */
export const TOO_LONG = 'too long';

/** A block is good until the next one is asked for. A last line that lacks its line feed gets one. */
export async function* lineBlocks(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<LineBlock | typeof TOO_LONG> {
  const kept = new KeptLine();
  let before = 0;
  for await (const chunk of chunks) {
    const firstEnd = kept.begun ? chunk.indexOf(LINE_FEED) + 1 : 0;
    const lastEnd = chunk.lastIndexOf(LINE_FEED) + 1;
    if (firstEnd > 0) {
      if (kept.add(chunk.subarray(0, firstEnd))) yield TOO_LONG;
      const line = kept.take();
      if (line !== null) yield blockOf(line, before + firstEnd);
    }
    if (lastEnd > firstEnd) yield blockOf(chunk.subarray(firstEnd, lastEnd), before + lastEnd);
    if (kept.add(chunk.subarray(lastEnd))) yield TOO_LONG;
    before += chunk.length;
  }
  if (!kept.begun) return;
  kept.add(Uint8Array.of(LINE_FEED));
  const line = kept.take();
  if (line !== null) yield blockOf(line, before);
}

function blockOf(bytes: Uint8Array, end: number): LineBlock {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), end };
}

/** The beginning of a line whose end has not come yet. */
class KeptLine {
  #bytes = new Uint8Array(256);
  #length = 0;
  #dropped = false;

  get begun(): boolean {
    return this.#length > 0 || this.#dropped;
  }

  /** Answers whether with this the line has become too long. */
  add(bytes: Uint8Array): boolean {
    if (this.#dropped) return false;
    const length = this.#length + bytes.length;
    if (length > LONGEST_LINE) {
      this.#dropped = true;
      return true;
    }
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
    return false;
  }

  /** The whole line, or null if it was too long; the next one begins. */
  take(): Uint8Array | null {
    const line = this.#dropped ? null : this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    this.#dropped = false;
    return line;
  }
}
