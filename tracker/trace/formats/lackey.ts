/**
 * What `valgrind --tool=lackey --trace-mem=yes PROGRAM` writes: one access a line, addresses in hex, sizes in bytes.
 *
 *     I  0401ab70,3        an instruction fetch
 *      L 1fff000738,8      a load          S: a store          M: a load, then a store
 *     ==768== …            valgrind's own: skipped, as are blank lines
 *
 * Usual lines (8 to 13 digits, a size of one or two) are read in place with a handful of looks into a table of digit
 * pairs; any other line, and every bad one, is read as text.
 */

import { ADDRESS_LIMIT, FETCH, LOAD, MAX_ACCESS_BYTES, MODIFY, STORE } from '../reference.ts';
import type { ReferenceWriter } from '../reference-writer.ts';
import { HEX_DIGIT, hexDigitPairs } from './digits.ts';
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
const KIND_OF: Readonly<Record<string, number>> = { I: FETCH, ' L': LOAD, ' S': STORE, ' M': MODIFY };

/** The first three bytes of a line, as a little-endian number. */
const THREE_BYTES = 0xffffff;
const FETCHES = 0x202049;
const LOADS = 0x204c20;
const STORES = 0x205320;
const MODIFIES = 0x204d20;

const COMMA = 44;
const ZERO = 48;
/** Where the comma may stand in a usual line: after 8 to 13 digits, so that the address is below 2^52. */
const LAST_COMMA = 3 + 13;
/** No usual line is longer: one that begins further from the end of the block needs no look at where that is. */
const LONGEST_USUAL = LAST_COMMA + 4;

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
    const { length } = block.bytes;
    let at = this.#readUsual(block, from, writer);
    while (at < length && !writer.full) {
      const next = this.#readAny(block.bytes, at, writer);
      if (next < 0) return next;
      at = this.#readUsual(block, next, writer);
    }
    return at;
  }

  /** Reads usual lines; answers where the first other one begins. */
  #readUsual({ bytes, view }: LineBlock, from: number, writer: ReferenceWriter): number {
    const pairs = this.#pairs;
    const end = bytes.length - LONGEST_USUAL;
    let at = from;
    let lines = 0;
    for (; at < end && !writer.full; lines++) {
      const head = view.getUint32(at, true) & THREE_BYTES;
      let kind = FETCH;
      if (head === LOADS) kind = LOAD;
      else if (head === STORES) kind = STORE;
      else if (head === MODIFIES) kind = MODIFY;
      else if (head !== FETCHES) break;

      // What is no digit is negative, and makes `digits` negative.
      const a = pairs[view.getUint16(at + 3, true)] as number;
      const b = pairs[view.getUint16(at + 5, true)] as number;
      const c = pairs[view.getUint16(at + 7, true)] as number;
      const d = pairs[view.getUint16(at + 9, true)] as number;
      let digits = a | b | c | d;
      let address = a * 2 ** 24 + ((b << 16) | (c << 8) | d);
      let comma = at + 11;
      for (; bytes[comma] !== COMMA && comma < at + LAST_COMMA; comma++) {
        const digit = HEX_DIGIT[bytes[comma] as number] as number;
        digits |= digit;
        address = address * 16 + digit;
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
    const [, letter = '', digits = '', sizeDigits = ''] = ACCESS.exec(line) ?? [];
    const address = Number.parseInt(digits, 16);
    const size = Number(sizeDigits);
    const whole = address + size <= ADDRESS_LIMIT && size >= 1 && size <= MAX_ACCESS_BYTES;
    if (whole) writer.add(address, size, KIND_OF[letter.toUpperCase()] ?? FETCH);
    else if (!SKIPPED.test(line)) return ~at;
    this.lines++;
    return nextLine(bytes, at);
  }
}
