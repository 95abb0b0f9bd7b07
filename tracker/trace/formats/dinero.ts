/**
 * Dinero's `din` traces (Hill 1985, the cache simulators Dinero III and IV): a label and an address in hex without 0x,
 * one a line; what follows is a comment. They look like plain numbers, so this format has to be asked for.
 *
 *     0 1000        a load          1: a store          2: an instruction fetch
 */
import type { ReferenceWriter } from '../reference-writer.ts';
import { ADDRESS_LIMIT, FETCH, LOAD, STORE } from '../reference.ts';
import { HEX_DIGIT } from './digits.ts';
import { LINE_FEED, type LineBlock, type LineReader, lineAt, nextLine, type TraceFormat } from './trace-format.ts';

const ZERO = 48;
const BLANK = 32;
/** Indexed by label. */
const KINDS = [LOAD, STORE, FETCH];
/** With no more digits than this an address is exact. */
const MOST_DIGITS = 13;

export const dinero: TraceFormat = {
  name: 'dinero',
  expected: "a line such as '2 0401ab70': 0 (load), 1 (store) or 2 (fetch), then a hex address below 2^53",
  recognises: () => false,
  createReader: () => new DineroReader(),
};
