/**
 * Bytes under construction: a buffer that doubles when it is full. Short things are written as text; long columns
 * ask for room and put their bytes themselves.
 */

export class ByteWriter {
  /** Valid up to `length`. Replaced by `room`, so take it anew after every call. */
  bytes: Uint8Array;
  /** Bytes written so far. Who puts bytes by hand moves it on. */
  length = 0;

  constructor(capacity = 16_384) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  /** Sees to it that at least `count` more bytes fit; may replace `bytes`. */
  room(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length));
    larger.set(this.written());
    this.bytes = larger;
  }

  /** Appends `text` as UTF-8. */
  text(text: string): void {
    this.room(3 * text.length);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** Appends `text` and a line feed. */
  line(text: string): void {
    this.text(`${text}\n`);
  }

  /** What has been written, without copying it. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

const encoder = new TextEncoder();
