/**
 * Pages by how the addresses in them begin, as text: a reader that finds the beginning of a line's address here need
 * not read it as a number. Nearly every reference of a program is to a page that it has been to lately.
 *
 *     I  0401ab70,3            0401a  b70        five known digits, three that tell where in the page
 *      L 1fff000738,8        1fff000  738        seven, of an address of ten digits
 *
 * A table that each beginning has one place in, by its hash; a newer one takes the place of an older. Beginnings have
 * 5 or 7 digits, 6 or 8 where pages are smaller than 4 KiB, as two 32-bit words of text:
 *
 *     firsts   '0401' │ '1fff' │ …          the first four digits
 *     others   'a'    │ '000'  │ …          the others; 0 behind them
 *     words    of the page of each, in a trace reference without its kind (packed-reference.ts)
 */
import { HEX_DIGIT, hexDigitPairs, NO_DIGIT } from './digits.ts';

const BITS = 11;

/** What any three digits are, or any two, is an offset below this. */
const THREE_DIGITS = 16 ** 3;
const TWO_DIGITS = 16 ** 2;

export class KnownPages {
  readonly firsts = new Int32Array(2 ** BITS);
  readonly others = new Int32Array(2 ** BITS);
  readonly words = new Int32Array(2 ** BITS);
  /** Digits at the end of an address that are not part of its beginning: 3 or 2; 0 where pages are too small. */
  readonly lastDigits: 3 | 2 | 0;
  /** Bytes of memory that have the same beginning. */
  readonly span: number;
  /** Which bytes of the second word of text are part of the beginning, for an address of eight digits and of ten. */
  readonly maskOf8: number;
  readonly maskOf10: number;
  /** 256 times the worth of the third digit from the end, or negative; 0 for any where it is part of the beginning. */
  readonly thirdLast: Int32Array;
  /** The worth of the last two. */
  readonly lastTwo = hexDigitPairs();

  /** For pages of so many bytes, a power of two. */
  constructor(pageSize: number) {
    this.lastDigits = pageSize >= THREE_DIGITS ? 3 : pageSize >= TWO_DIGITS ? 2 : 0;
    this.span = 16 ** this.lastDigits;
    this.maskOf8 = this.lastDigits === 3 ? 0xff : 0xffff;
    this.maskOf10 = this.lastDigits === 3 ? 0xffffff : -1;
    this.thirdLast = HEX_DIGIT.map((worth) => (this.lastDigits === 3 ? Math.max(worth * 256, NO_DIGIT) : 0));
    // No text is all zeros or all ones, and each of these lies where the other would be looked for.
    this.firsts[0] = -1;
    this.others[0] = -1;
  }

  /** The page of `word` has addresses that begin like this. */
  learn(first: number, other: number, word: number): void {
    if (this.lastDigits === 0) return;
    const place = placeOf(first, other);
    this.firsts[place] = first;
    this.others[place] = other;
    this.words[place] = word;
  }
}

/** Where the beginning made of these two words has its place. */
export function placeOf(first: number, other: number): number {
  return Math.imul(first ^ Math.imul(other, 0x85ebca6b), 0x9e3779b1) >>> (32 - BITS);
}
