/**
 * Plain numbers: addresses, decimal or 0x hex, one or many a line, separated by blanks or commas. `R` (a load, as is a
 * bare number) or `W` (a store) may stand before or after each. `#` begins a comment, blank lines are skipped.
 *
 *     4096 8192 0x3000        R 4096          4096 W          W4096, R0x2000   # a comment
 *
 * The first word of a line tells whether letters belong to the number after or before them: a line that begins with
 * a letter has its letters in front, any other has them behind.
 */

import { ADDRESS_LIMIT, LOAD, STORE } from '../reference.ts';
import type { ReferenceWriter } from '../reference-writer.ts';
import { HEX_DIGIT } from './digits.ts';
import { LINE_FEED, type LineBlock, type LineReader, nextLine, type TraceFormat } from './trace-format.ts';

const BEGINNING = /^\s*(#|([rw][\s,]*)?(0x[0-9a-f]|[0-9])[0-9a-f]*([\s,#rw]|$))/i;

export const numbers: TraceFormat = {
  name: 'numbers',
  expected: "addresses below 2^53 such as 4096 or 0x1000, R or W before or after each, '#' before a comment",
  example: '0x1000 W',
  recognises: (line) => BEGINNING.test(line),
  createReader: (writer) => new NumberReader(writer),
};

const HASH = 35;
const ZERO = 48;
const LOWER_CASE = 0x20;
const R = 114;
const W = 119;
const X = 120;

const NO_LETTER = -1;

/** What `#readNumber` found. */
type Found = 'number' | 'end of line' | 'bad';

class NumberReader implements LineReader {
  lines = 0;
  readonly #writer: ReferenceWriter;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** Whether the line at hand has its letters in front; null where none is begun. */
  #lettersInFront: boolean | null = null;
  #address = 0;
  #kind = LOAD;

  constructor(writer: ReferenceWriter) {
    this.#writer = writer;
  }

  read({ bytes }: LineBlock, from: number): number {
    this.#bytes = bytes;
    this.#at = from;
    while (this.#at < bytes.length && !this.#writer.full) {
      if (this.#lettersInFront === null) {
        this.#readUsual();
        if (this.#at === bytes.length || this.#writer.full) break;
        const line = this.#at;
        if (!this.#isGood()) return ~line;
        this.#at = line;
      }
      this.#write();
    }
    return this.#at;
  }

  /** Reads lines that are one bare number. */
  #readUsual(): void {
    const bytes = this.#bytes;
    let line = this.#at;
    while (line < bytes.length && !this.#writer.full && this.#readDigits() && bytes[this.#at] === LINE_FEED) {
      this.#writer.add(this.#address, 1, LOAD);
      this.lines++;
      line = ++this.#at;
    }
    this.#at = line;
  }

  /** Whether the line is good as a whole: it is checked before anything of it is written. */
  #isGood(): boolean {
    let found: Found = 'number';
    while (found === 'number') found = this.#readNumber();
    this.#lettersInFront = null;
    return found === 'end of line';
  }

  /** Writes what is left of the line, as far as the writer has room. */
  #write(): void {
    while (!this.#writer.full) {
      if (this.#readNumber() === 'end of line') {
        this.#lettersInFront = null;
        this.lines++;
        return;
      }
      this.#writer.add(this.#address, 1, this.#kind);
    }
  }

  /** The next number of the line, into `#address` and `#kind`. */
  #readNumber(): Found {
    const byte = this.#skipBlanks();
    if (byte === LINE_FEED || byte === HASH) {
      this.#at = byte === HASH ? nextLine(this.#bytes, this.#at) : this.#at + 1;
      return 'end of line';
    }
    let kind = this.#readLetter();
    this.#lettersInFront ??= kind !== NO_LETTER;
    if (kind !== NO_LETTER && !this.#lettersInFront) return 'bad';
    this.#skipBlanks();
    if (!this.#readDigits()) return 'bad';
    let wordEnded = this.#isAtWordEnd();
    if (!this.#lettersInFront) {
      this.#skipBlanks();
      kind = this.#readLetter();
      if (kind !== NO_LETTER) wordEnded = this.#isAtWordEnd();
    }
    this.#kind = kind === NO_LETTER ? LOAD : kind;
    return wordEnded ? 'number' : 'bad';
  }

  #isAtWordEnd(): boolean {
    const byte = this.#bytes[this.#at] as number;
    return byte === LINE_FEED || byte === HASH || isBlank(byte);
  }

  /** Answers the byte after the blanks. */
  #skipBlanks(): number {
    let byte = this.#bytes[this.#at] as number;
    while (isBlank(byte)) byte = this.#bytes[++this.#at] as number;
    return byte;
  }

  /** The kind that the letter here means, or NO_LETTER where there is none. */
  #readLetter(): number {
    const letter = (this.#bytes[this.#at] as number) | LOWER_CASE;
    if (letter !== R && letter !== W) return NO_LETTER;
    this.#at++;
    return letter === W ? STORE : LOAD;
  }

  /** Sets the address; answers whether there was one that is whole, below ADDRESS_LIMIT and without leading zeros. */
  #readDigits(): boolean {
    const bytes = this.#bytes;
    const zero = bytes[this.#at] === ZERO;
    const hex = zero && ((bytes[this.#at + 1] as number) | LOWER_CASE) === X;
    const base = hex ? 16 : 10;
    const first = hex ? this.#at + 2 : this.#at;
    let at = first;
    let address = 0;
    for (; ; at++) {
      const digit = HEX_DIGIT[bytes[at] as number] as number;
      if (digit < 0 || digit >= base) break;
      address = address * base + digit;
    }
    this.#at = at;
    this.#address = address;
    const padded = zero && !hex && at > first + 1;
    return at > first && !padded && address < ADDRESS_LIMIT;
  }
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 44 || byte === 9 || byte === 13;
}
