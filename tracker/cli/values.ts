/**
 * How a word becomes a value: numbers (decimal or 0x hex), sizes (with K, M, G as powers of 1024), names, page
 * lists, durations. Every function throws a usage `Trouble` that says what was found and what was expected.
 */
import { isPowerOfTwo } from '../../shared/power-of-two.ts';
import { printable } from '../../shared/printable.ts';
import { NAME_PATTERN } from '../../shared/status.ts';
import type { PageRange } from '../memory/paging/page-ranges.ts';
import { didYouMean } from './did-you-mean.ts';
import { usage } from './trouble.ts';

const NUMBER = /^(?:0|[1-9][0-9]*|0[xX][0-9a-fA-F]+)$/;
const SIZE = /^((?:0|[1-9][0-9]*|0[xX][0-9a-fA-F]+))([kKmMgG])?$/;
const UNIT: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number such as `42` or `0x2a`, at most 2^53 − 1. `what` names it in the message. */
export function parseNumber(word: string, what: string, range: Range = {}): number {
  if (!NUMBER.test(word)) throw usage(`${what}: found '${shown(word)}', expected ${wanted(range)}`);
  return inRange(Number(word), word, what, range);
}

/** A number of bytes such as `4096`, `0x1000` or `4K`. */
export function parseSize(word: string, what: string, range: Range = {}): number {
  const match = SIZE.exec(word);
  if (!match) throw usage(`${what}: found '${shown(word)}', expected ${wanted(range)}, K, M or G allowed`);
  const unit = match[2] === undefined ? 1 : (UNIT[match[2].toLowerCase()] ?? 1);
  return inRange(Number(match[1]) * unit, word, what, range);
}

/** The name of a process or a segment; it stays a string even where it looks like a number. */
export function parseName(word: string, what: string): string {
  if (NAME_PATTERN.test(word)) return word;
  throw usage(
    `${what}: found '${shown(word)}', expected 1 to 32 letters, digits, '.', '_' or '-', not beginning with '-'`,
  );
}

/** One of `choices`. */
export function parseChoice<T extends string>(word: string, what: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === word);
  if (choice === undefined)
    throw usage(
      `${what}: found '${shown(word)}'${didYouMean(word, choices)}, expected ${choices.join(', ')}`,
    );
  return choice;
}

/** What commas separate; blanks may follow one. */
export function splitList(word: string): string[] {
  return word.split(/, */);
}

/** A list of numbers such as `0-2,5`, as the ranges that were typed. `expected` says what it lists. */
export function parsePageList(word: string, what: string, expected = 'pages such as 0-2,5'): PageRange[] {
  return splitList(word).map((part): PageRange => {
    const [first = '', last, ...rest] = part.split('-');
    if (rest.length > 0 || !isNumber(first) || (last !== undefined && !isNumber(last))) {
      throw usage(`${what}: found '${shown(part)}', expected ${expected}`);
    }
    const from = Number(first);
    const to = Number(last ?? first);
    if (to < from) throw usage(`${what}: found '${shown(part)}', expected the smaller number first`);
    return [from, to];
  });
}

const DURATION = /^([0-9]+(?:\.[0-9]+)?)(ns|us|µs|ms|s|m)$/;
const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 60e9 };

/** A time such as `1s`, `250ms` or `100ns`, in nanoseconds. The unit must be said. */
export function parseDuration(word: string, what: string): number {
  const match = DURATION.exec(word);
  const nanoseconds = match ? Number(match[1]) * (NANOSECONDS[match[2] ?? ''] ?? Number.NaN) : Number.NaN;
  if (Number.isFinite(nanoseconds) && nanoseconds <= 86_400e9) return nanoseconds;
  throw usage(`${what}: found '${shown(word)}', expected a time such as 1s, 250ms or 100ns, a day at most`);
}

/** The same in milliseconds, as timers take it. */
export function parseMilliseconds(word: string, what: string): number {
  return parseDuration(word, what) / 1e6;
}

const SHARE = /^([0-9]+(?:\.[0-9]+)?)(?:(%)|\/([0-9]+))?$/;

/** A share of a whole such as `80%`, `0.8` or `1/400000`, as a number from 0 to 1. */
export function parseShare(word: string, what: string): number {
  const [, number, percent, whole = percent ? '100' : '1'] = SHARE.exec(word) ?? [];
  const share = Number(number) / Number(whole);
  if (share >= 0 && share <= 1) return share;
  throw usage(`${what}: found '${shown(word)}', expected a share such as 80%, 0.8 or 1/400000`);
}

/** A power of two. */
export function parsePowerOfTwo(word: string, what: string, range: Range): number {
  const value = parseSize(word, what, range);
  if (isPowerOfTwo(value)) return value;
  const below = 2 ** Math.floor(Math.log2(value));
  throw usage(`${what}: found ${shown(word)}, expected a power of two such as ${below} or ${below * 2}`);
}

function isNumber(word: string): boolean {
  return NUMBER.test(word) && Number.isSafeInteger(Number(word));
}

function inRange(value: number, word: string, what: string, { min = 0, max }: Range): number {
  const most = max ?? Number.MAX_SAFE_INTEGER;
  if (value >= min && value <= most) return value;
  throw usage(`${what}: found ${shown(word)}, expected ${wanted({ min, max: most })}`);
}

function wanted({ min = 0, max }: Range): string {
  if (max === undefined || max === Number.MAX_SAFE_INTEGER) {
    return `a whole number${min === 0 ? '' : ` of at least ${min}`}, decimal or 0x hex, below 2^53`;
  }
  return `a whole number from ${min} to ${max}`;
}

function shown(word: string): string {
  return printable(word, 60);
}
