/**
 * A place in the bytes of a status file, and what can be read there: a word, a number, the rest of a line. It
 * counts lines, and words every refusal, because it alone knows what stands where.
 *
 * Bytes rather than strings: a file may have a million rows, and splitting it into lines costs more than all else.
 */
import { isUtf8 } from 'node:buffer';
import { printable } from '../printable.ts';
import { BadStatus } from './problem.ts';

const LF = 10;
const CR = 13;
const ZERO = 48;
const SPACE = 32;
const HYPHEN = 45;
const GREATER = 62;

/** The most that is looked at of a text, a word (both in bytes) and the space between: far more than these programs write. */
const MAX_TEXT = 65_536;
const MAX_WORD = 256;
const MAX_BLANK_LINES = 1000;

/** The last line of every file, without its revision. */
export const END_HEADING = '=== End of status, revision ';

export class Cursor {
  readonly bytes: Uint8Array;
  /** The same bytes, to be read four at a time. */
  readonly view: DataView;
  /** Index of the next byte. */
  at = 0;
  /** Number of the line `at` is in. */
  line = 1;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get atEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** The next byte, or −1 at the end. */
  get byte(): number {
    return this.bytes[this.at] ?? -1;
  }

  /** Does `ascii` stand here? */
  sees(ascii: string): boolean {
    for (let i = 0; i < ascii.length; i++) {
      if (this.bytes[this.at + i] !== ascii.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Passes over `ascii` if it stands here. */
  take(ascii: string): boolean {
    const here = this.sees(ascii);
    if (here) this.at += ascii.length;
    return here;
  }

  /** Passes over INDENT, as `take` does and faster. */
  takeIndent(): boolean {
    const { bytes, at } = this;
    const here = bytes[at] === SPACE && bytes[at + 1] === SPACE && bytes[at + 2] === SPACE;
    if (here) this.at = at + 3;
    return here;
  }

  /** Passes over ARROW, as `take` does and faster. */
  takeArrow(): boolean {
    const { bytes, at } = this;
    const here =
      bytes[at] === SPACE && bytes[at + 1] === HYPHEN && bytes[at + 2] === GREATER && bytes[at + 3] === SPACE;
    if (here) this.at = at + 4;
    return here;
  }

  /** Passes over `ascii`, or refuses the line. */
  expect(ascii: string, expected: string): void {
    if (!this.take(ascii)) this.fail(expected);
  }

  /** Passes over the line `ascii` if that is the whole of the line that begins here. */
  takeLine(ascii: string): boolean {
    const here = this.sees(ascii) && this.bytes[this.at + ascii.length] === LF;
    if (here) this.#nextLine(this.at + ascii.length);
    return here;
  }

  /** Passes over the end of the line. */
  endLine(expected: string): void {
    if (this.bytes[this.at] !== LF) this.fail(expected);
    this.at += 1;
    this.line += 1;
  }

  skipBlankLines(): void {
    for (let blank = 0; this.byte === LF; blank++) {
      if (blank === MAX_BLANK_LINES) this.fail(`at most ${MAX_BLANK_LINES} empty lines in a row`);
      this.#nextLine(this.at);
    }
  }

  /** Decimal digits as they are written: no sign, no leading zero, at most `max`. */
  number(expected: string, max: number = Number.MAX_SAFE_INTEGER): number {
    const start = this.at;
    const value = this.#shortNumber();
    if (value >= 0 && value <= max) return value;
    this.at = start;
    return this.#longNumber(expected, max);
  }

  /**
   * A number of at most nine digits, in the arithmetic of short integers, which is three times as fast. Or else −1,
   * and nothing has been read.
   */
  #shortNumber(): number {
    const { bytes } = this;
    const start = this.at;
    let at = start;
    let value = 0;
    for (;;) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = (Math.imul(value, 10) + digit) | 0;
      at += 1;
    }
    const digits = at - start;
    if (digits === 0 || digits > 9 || (digits > 1 && bytes[start] === ZERO)) return -1;
    this.at = at;
    return value;
  }

  /** What `#shortNumber` did not read: a number of more digits, or something to refuse. */
  #longNumber(expected: string, max: number): number {
    const { bytes, at: start } = this;
    let at = start;
    let value = 0;
    for (;;) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      at += 1;
    }
    if (at === start || bytes[start] === ZERO || value > max) this.fail(`${expected} (0 to ${max})`);
    this.at = at;
    return value;
  }

  /** ASCII up to the next space or line end, which stays; of a word without end only as much as no word has. */
  word(): string {
    let end = this.at;
    const last = Math.min(this.bytes.length, this.at + MAX_WORD);
    while (end < last && this.bytes[end] !== SPACE && this.bytes[end] !== LF) end += 1;
    const word = Buffer.from(this.bytes.subarray(this.at, end)).toString('latin1');
    this.at = end;
    return word;
  }

  /** The text up to the end of the line, and on to the next line. Refuses what a terminal could not be shown. */
  restOfLine(): string {
    const end = this.bytes.indexOf(LF, this.at);
    if (end < 0) this.#cutOff();
    if (end - this.at > MAX_TEXT) this.fail(`a text of at most ${MAX_TEXT} bytes`);
    const bytes = this.bytes.subarray(this.at, end);
    if (!isUtf8(bytes)) this.fail('text in UTF-8');
    const text = Buffer.from(bytes).toString();
    if (printable(text, Number.POSITIVE_INFINITY) !== text) {
      this.fail('text without control or invisible characters');
    }
    this.#nextLine(end);
    return text;
  }

  /** Refuses the line `at` is in. In a file that ends in mid-line that line was never finished, so that comes first. */
  fail(expected: string): never {
    if (this.bytes.indexOf(LF, this.at) < 0) this.#cutOff();
    return this.refuse(this.line, expected);
  }

  /**
   * Refuses what `line` says because another part of the file says, or fails to say, otherwise. In a file without
   * its end line the other part may just be missing, so that comes first.
   */
  inconsistent(line: number, expected: string): never {
    if (!this.#hasEndLine()) this.#cutOff();
    return this.refuse(line, expected);
  }

  /** Refuses `line` whatever the state of the rest. */
  refuse(line: number, expected: string): never {
    const bytes = this.#lineBytes(line);
    if (bytes?.at(-1) === CR) this.#throw(line, 'lines that end in LF alone, not in CR LF');
    return this.#throw(line, expected);
  }

  #throw(line: number, expected: string): never {
    const bytes = this.#lineBytes(line);
    const text = bytes && Buffer.from(bytes.subarray(0, 400)).toString();
    const found =
      text === undefined ? 'the end of the file' : text === '' ? 'an empty line' : `"${printable(text, 78)}"`;
    throw new BadStatus({ line, found, expected });
  }

  #cutOff(): never {
    let line = 1;
    for (let at = 0; at < this.bytes.length; at++) if (this.bytes[at] === LF) line += 1;
    return this.#throw(line, `"${END_HEADING}… ===" as the last line: the file is cut off`);
  }

  /** The bytes of a line without its line feed; undefined after the last. */
  #lineBytes(line: number): Uint8Array | undefined {
    let start = 0;
    for (let passed = 1; passed < line && start < this.bytes.length; start++) {
      if (this.bytes[start] === LF) passed += 1;
    }
    if (start >= this.bytes.length) return undefined;
    const end = this.bytes.indexOf(LF, start);
    return this.bytes.subarray(start, end < 0 ? undefined : end);
  }

  #hasEndLine(): boolean {
    const { bytes } = this;
    const end = bytes.at(-1) === LF ? bytes.length - 1 : bytes.length;
    const last = new Cursor(bytes);
    last.at = end === 0 ? 0 : bytes.lastIndexOf(LF, end - 1) + 1;
    return last.sees(END_HEADING);
  }

  #nextLine(lineFeed: number): void {
    this.at = lineFeed + 1;
    this.line += 1;
  }
}
