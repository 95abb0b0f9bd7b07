/**
 * Dinero's `din` traces (Hill 1985, the cache simulators Dinero III and IV): a label and an address in hex without 0x,
 * one a line; what follows is a comment. They look like plain numbers, so this format has to be asked for.
 *
 *     0 1000        a load          1: a store          2: an instruction fetch
 */

import { ADDRESS_LIMIT, FETCH, LOAD, STORE } from '../reference.ts';
import type { ReferenceWriter } from '../reference-writer.ts';
import { HEX_DIGIT } from './digits.ts';
import {
  LINE_FEED,
  type LineBlock,
  type LineReader,
  lineAt,
  nextLine,
  type TraceFormat,
} from './trace-format.ts';

const ACCESS = /^\s*([012])\s+(?:0x)?([0-9a-f]+)(?:\s.*)?$/i;
const USUAL = /^[012] [0-9a-f]+\s*$/i;
const ZERO = 48;
const BLANK = 32;
/** Indexed by label. */
const KINDS = [LOAD, STORE, FETCH];
/** With no more digits than this an address is exact. */
const MOST_DIGITS = 13;

export const dinero: TraceFormat = {
  name: 'dinero',
  expected: "a line such as '2 0401ab70': 0 (load), 1 (store) or 2 (fetch), then a hex address below 2^53",
  example: '2 0401ab70',
  recognises: null,
  resembles: (line) => USUAL.test(line),
  createReader: (writer) => new DineroReader(writer),
};

class DineroReader implements LineReader {
  lines = 0;
  readonly #writer: ReferenceWriter;

  constructor(writer: ReferenceWriter) {
    this.#writer = writer;
  }

  read({ bytes }: LineBlock, from: number): number {
    let at = from;
    for (; at < bytes.length && !this.#writer.full; this.lines++) {
      const next = this.#readUsual(bytes, at) || this.#readAny(bytes, at);
      if (next < 0) return next;
      at = next;
    }
    return at;
  }

  /** Reads a line of label, blank and up to 13 digits; answers where the next one begins, or 0 if it is no such line. */
  #readUsual(bytes: Uint8Array, at: number): number {
    const kind = KINDS[(bytes[at] as number) - ZERO];
    if (kind === undefined || bytes[at + 1] !== BLANK) return 0;
    const first = at + 2;
    let address = 0;
    let place = first;
    for (; place < first + MOST_DIGITS; place++) {
      const digit = HEX_DIGIT[bytes[place] as number] as number;
      if (digit < 0) break;
      address = address * 16 + digit;
    }
    if (place === first || bytes[place] !== LINE_FEED) return 0;
    this.#writer.add(address, 1, kind);
    return place + 1;
  }

  /** Reads one line of any kind; answers where the next one begins, or ~at. */
  #readAny(bytes: Uint8Array, at: number): number {
    const line = lineAt(bytes, at);
    const [, label, digits = ''] = ACCESS.exec(line) ?? [];
    const address = Number.parseInt(digits, 16);
    if (address < ADDRESS_LIMIT) this.#writer.add(address, 1, KINDS[Number(label)] ?? LOAD);
    else if (line.trim() !== '') return ~at;
    return nextLine(bytes, at);
  }
}
