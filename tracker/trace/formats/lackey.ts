/**
 * What `valgrind --tool=lackey --trace-mem=yes PROGRAM` writes: one access a line, addresses in hex, sizes in bytes.
 *
 *     I  0401ab70,3        an instruction fetch
 *      L 1fff000738,8      a load          S: a store          M: a load, then a store
 *     ==768== …            valgrind's own: skipped, as are blank lines
 *
 * Nearly all lines have 8 or 10 digits, a size of one or two, and a page that was referred to lately: these are read
 * without a loop, and nearly without a branch that depends on what they say. Other lines are read digit by digit, odd
 * ones and bad ones as text.
 */
import { ADDRESS_LIMIT, FETCH, LOAD, MAX_ACCESS_BYTES, MODIFY, STORE } from '../reference.ts';
import type { ReferenceWriter } from '../reference-writer.ts';
import { HEX_DIGIT } from './digits.ts';
import { KnownPages, placeOf } from './known-pages.ts';
import {
  LINE_FEED,
  type LineBlock,
  type LineReader,
  lineAt,
  nextLine,
  type TraceFormat,
} from './trace-format.ts';

const ACCESS = /^(I| [LSM]) +([0-9a-f]+),([0-9]+)\s*$/i;
const SKIPPED = /^(==\d+==.*|\s*)$/;

/** The first three bytes of a line, by kind: two letters or blanks and a blank, as a little-endian number. */
const HEADS = Int32Array.of(0x202049, 0x204c20, 0x205320, 0x204d20);
const THREE_BYTES = 0xffffff;
/** By the second byte of a line: the kind it must be of. Its head is compared with that. */
const KINDS = new Int32Array(256);
for (const [letter, kind] of [
  [' ', FETCH],
  ['L', LOAD],
  ['S', STORE],
  ['M', MODIFY],
] as const) {
  KINDS[letter.charCodeAt(0)] = kind;
}

const COMMA = 44;
const ZERO = 48;
/** Where the digits of an address begin in a line, and where eight and ten of them end. */
const DIGITS = 3;
const AFTER_8 = 11;
const AFTER_10 = 13;
/** With no more digits than this an address is exact. */
const MOST_DIGITS = 13;
/** No usual line is longer: one that begins further from the end of the block needs no look at where that is. */
const LONGEST_USUAL = 17;
/**
 * Bytes that are read at a time. Called often, a function is compiled soon and as a whole; in one that loops for long V8
 * replaces the running loop, without having seen how it ends, and falls back to the interpreter at each end.
 */
const STEP = 4096;

export const lackey: TraceFormat = {
  name: 'lackey',
  expected: `a line of valgrind's lackey such as 'I  0401ab70,3' or ' S 1fff000738,8', the address below 2^53, the size 1 to ${MAX_ACCESS_BYTES}`,
  example: 'I  0401ab70,3',
  recognises: (line) => ACCESS.test(line),
  createReader: (writer) => new LackeyReader(writer),
};

class LackeyReader implements LineReader {
  lines = 0;
  readonly #writer: ReferenceWriter;
  readonly #known: KnownPages;

  constructor(writer: ReferenceWriter) {
    this.#writer = writer;
    this.#known = new KnownPages(writer.pageSize);
  }

  read(block: LineBlock, from: number): number {
    const { bytes } = block;
    let at = from;
    while (at >= 0 && at < bytes.length && !this.#writer.full) {
      const next = this.#readKnown(block, at);
      at = next > at ? next : this.#readDigits(block, at) || this.#readText(bytes, at);
    }
    return at;
  }

  /** Reads usual lines of known pages, as long as they come and find room, and for about STEP bytes; answers where it stopped. */
  #readKnown({ bytes, view }: LineBlock, from: number): number {
    const { firsts, others, words, span, maskOf8, maskOf10, thirdLast, lastTwo } = this.#known;
    const end = Math.min(bytes.length - LONGEST_USUAL, from + STEP);
    const room = this.#writer.room();
    let at = from;
    let lines = 0;
    for (; at < end && lines < room.length; lines++) {
      const head = view.getInt32(at, true) & THREE_BYTES;
      const kind = KINDS[(head >> 8) & 0xff] as number;
      if (head !== HEADS[kind]) break;

      // What is no digit is negative, and makes `offset` negative.
      const first = view.getInt32(at + DIGITS, true);
      const second = view.getInt32(at + DIGITS + 4, true);
      let comma = at + AFTER_8;
      let other = second & maskOf8;
      let offset = (thirdLast[(second >> 8) & 0xff] as number) | (lastTwo[second >>> 16] as number);
      if (bytes[comma] !== COMMA) {
        comma = at + AFTER_10;
        other = second & maskOf10;
        offset =
          (thirdLast[second >>> 24] as number) | (lastTwo[view.getUint16(at + AFTER_8, true)] as number);
        if (bytes[comma] !== COMMA) break;
      }
      const place = placeOf(first, other);
      if (firsts[place] !== first || others[place] !== other) break;

      let size = (bytes[comma + 1] as number) - ZERO;
      if (size < 1 || size > 9) break;
      let last = comma + 2;
      if (bytes[last] !== LINE_FEED) {
        const ones = (bytes[last] as number) - ZERO;
        if (ones < 0 || ones > 9 || bytes[++last] !== LINE_FEED) break;
        size = size * 10 + ones;
      }
      if (offset < 0 || offset + size > span) break;
      room[lines] = (words[place] as number) | kind;
      at = last + 1;
    }
    this.#writer.advance(lines);
    this.lines += lines;
    return at;
  }

  /** Reads a line whose digits are where they always are; answers where the next one begins, or 0 if it is no such line. */
  #readDigits({ bytes, view }: LineBlock, at: number): number {
    const kind = KINDS[bytes[at + 1] as number] as number;
    if (at + LONGEST_USUAL > bytes.length || (view.getInt32(at, true) & THREE_BYTES) !== HEADS[kind])
      return 0;
    let comma = at + DIGITS;
    let address = 0;
    for (; comma < at + DIGITS + MOST_DIGITS; comma++) {
      const digit = HEX_DIGIT[bytes[comma] as number] as number;
      if (digit < 0) break;
      address = address * 16 + digit;
    }
    let last = comma + 1;
    let size = 0;
    for (; size <= MAX_ACCESS_BYTES; last++) {
      const digit = (bytes[last] as number) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      size = size * 10 + digit;
    }
    if (comma === at + DIGITS || bytes[comma] !== COMMA || bytes[last] !== LINE_FEED) return 0;
    if (!isAccess(address, size)) return 0;
    this.#writer.add(address, size, kind);
    this.lines++;
    const second = view.getInt32(at + DIGITS + 4, true);
    if (comma === at + AFTER_8)
      this.#learn(view.getInt32(at + DIGITS, true), second & this.#known.maskOf8, address);
    if (comma === at + AFTER_10)
      this.#learn(view.getInt32(at + DIGITS, true), second & this.#known.maskOf10, address);
    return last + 1;
  }

  #learn(first: number, other: number, address: number): void {
    this.#known.learn(first, other, this.#writer.wordOf(address));
  }

  /** Reads one line of any kind; answers where the next one begins, or ~at. */
  #readText(bytes: Uint8Array, at: number): number {
    const line = lineAt(bytes, at);
    const [, letters = '', digits = '', sizeDigits = ''] = ACCESS.exec(line) ?? [];
    const address = Number.parseInt(digits, 16);
    const size = Number(sizeDigits);
    if (isAccess(address, size)) {
      this.#writer.add(address, size, KINDS[letters.toUpperCase().charCodeAt(1)] ?? FETCH);
    } else if (!SKIPPED.test(line)) return ~at;
    this.lines++;
    return nextLine(bytes, at);
  }
}

function isAccess(address: number, size: number): boolean {
  return size >= 1 && size <= MAX_ACCESS_BYTES && address <= ADDRESS_LIMIT - size;
}
