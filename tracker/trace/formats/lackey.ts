/**
 * What `valgrind --tool=lackey --trace-mem=yes PROGRAM` writes: one access a line, addresses in hex, sizes in bytes.
 *
 *     I  0401ab70,3        an instruction fetch
 *      L 1fff000738,8      a load          S: a store          M: a load, then a store
 *     ==768== …            valgrind's own: skipped, as are blank lines
 *
 * Nearly all lines have 8 or 10 digits in lower case and a size of one or two: these are read without a loop, and
 * nearly without a branch that depends on what they say. Any other line, and every bad one, is read as text.
 */

import { ADDRESS_LIMIT, FETCH, LOAD, MAX_ACCESS_BYTES, MODIFY, STORE } from '../reference.ts';
import type { ReferenceWriter } from '../reference-writer.ts';
import { hexDigitPairs } from './digits.ts';
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
/** No usual line is longer: one that begins further from the end of the block needs no look at where that is. */
const LONGEST_USUAL = 17;
/** Bytes of an access in a usual line at most. */
const LARGEST_USUAL = 99;
/**
 * Bytes that are read at a time. Called often, a function is compiled soon and as a whole; in one that loops for long V8
 * replaces the running loop, without having seen how it ends, and falls back to the interpreter at each end.
 */
const STEP = 4096;

export const lackey: TraceFormat = {
  name: 'lackey',
  expected: `a line of valgrind's lackey such as 'I  0401ab70,3' or ' S 1fff000738,8', the address below 2^53, the size 1 to ${MAX_ACCESS_BYTES}`,
  recognises: (line) => ACCESS.test(line),
  createReader: () => new LackeyReader(),
};

class LackeyReader implements LineReader {
  readonly #pairs = hexDigitPairs();
  lines = 0;

  read(block: LineBlock, from: number, writer: ReferenceWriter): number {
    let at = from;
    while (at >= 0 && at < block.bytes.length && !writer.full) {
      const next = this.#readUsual(block, at, writer);
      at = next > at ? next : this.#readAny(block.bytes, at, writer);
    }
    return at;
  }

  /** Reads usual lines, as long as they come and find room, and for about STEP bytes; answers where it stopped. */
  #readUsual({ bytes, view }: LineBlock, from: number, writer: ReferenceWriter): number {
    const pairs = this.#pairs;
    const end = Math.min(bytes.length - LONGEST_USUAL, from + STEP);
    const most = writer.roomFor(LARGEST_USUAL);
    let at = from;
    let lines = 0;
    for (; at < end && lines < most; lines++) {
      const head = view.getUint32(at, true) & THREE_BYTES;
      const kind = KINDS[(head >> 8) & 0xff] as number;
      if (head !== HEADS[kind]) break;

      // What is no digit is negative, and makes `digits` negative.
      const a = pairs[view.getUint16(at + 3, true)] as number;
      const b = pairs[view.getUint16(at + 5, true)] as number;
      const c = pairs[view.getUint16(at + 7, true)] as number;
      const d = pairs[view.getUint16(at + 9, true)] as number;
      let digits = a | b | c | d;
      let address = a * 2 ** 24 + ((b << 16) | (c << 8) | d);
      let comma = at + 11;
      if (bytes[comma] !== COMMA) {
        const e = pairs[view.getUint16(comma, true)] as number;
        digits |= e;
        address = address * 2 ** 8 + e;
        comma += 2;
      }
      if (digits < 0 || bytes[comma] !== COMMA) break;

      let size = (bytes[comma + 1] as number) - ZERO;
      if (size < 1 || size > 9) break;
      let last = comma + 2;
      if (bytes[last] !== LINE_FEED) {
        const ones = (bytes[last] as number) - ZERO;
        if (ones < 0 || ones > 9 || bytes[++last] !== LINE_FEED) break;
        size = size * 10 + ones;
      }

      writer.add(address, size, kind);
      at = last + 1;
    }
    this.lines += lines;
    return at;
  }

  /** Reads one line of any kind; answers where the next one begins, or ~at. */
  #readAny(bytes: Uint8Array, at: number, writer: ReferenceWriter): number {
    const line = lineAt(bytes, at);
    const [, letters = '', digits = '', sizeDigits = ''] = ACCESS.exec(line) ?? [];
    const address = Number.parseInt(digits, 16);
    const size = Number(sizeDigits);
    if (size >= 1 && size <= MAX_ACCESS_BYTES && address <= ADDRESS_LIMIT - size) {
      writer.add(address, size, KINDS[letters.toUpperCase().charCodeAt(1)] ?? FETCH);
    } else if (!SKIPPED.test(line)) return ~at;
    this.lines++;
    return nextLine(bytes, at);
  }
}
