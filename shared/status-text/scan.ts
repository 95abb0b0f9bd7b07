/**
 * Decimal numbers out of bytes, for the loops over a million rows or entries of a list.
 *
 * Such a loop reads the first digits of a number as a word of four bytes, and those left one by one, and does so itself:
 * where the number ends is then guessed by the processor, and nothing waits for it. (A function would have to answer
 * two things, the number and where it ends; that took twice as long.) It stops before whatever is not so simple, and
 * that is read the long way, which also words what is wrong.
 *
 * The functions here are constants: of a declared one V8 asks before each call whether it is still the same. And the
 * loops say `| 0` or `+` of what one of them returns that they seldom call: until it is called V8 does not know that it
 * is a number, and would keep all numbers that may come from it as it keeps objects.
 */
import { MAX_DIGITS } from './digits.ts';

const HYPHEN = 45;
const ZERO = 48;
/** Four zeros, as a word. */
const ZEROS = 0x3030_3030;
/** Bytes that are looked at from the beginning of a row or an entry on, at most, up to its last number. */
const LOOKAHEAD = 64;
/** A number of so many digits at most is a short integer. */
export const SHORT_DIGITS = 8;

/** Are these four bytes, the first of them the lowest, all digits? */
export const areDigits = (word: number): boolean => {
  const values = word ^ ZEROS;
  // The highest bit of a byte is set where its value is above 9; a carry only reaches bytes after such a one.
  return (((values + 0x7676_7676) | values) & 0x8080_8080) === 0;
};

/** The number that four digits are. */
export const fourDigits = (word: number): number => {
  const values = word ^ ZEROS;
  const pairs = (Math.imul(values, 10) + (values >>> 8)) & 0x00ff_00ff;
  return (Math.imul(pairs, 100) + (pairs >>> 16)) & 0xffff;
};

/** The digit at `at`, or a number above 9. */
export const digitAt = (view: DataView, at: number): number => {
  return (view.getUint8(at) - ZERO) >>> 0;
};

/** Where the digits end that begin at `at`; after more than MAX_DIGITS of them the next. */
export const endOfDigits = (view: DataView, at: number): number => {
  let end = at;
  while (digitAt(view, end) <= 9 && end <= at + MAX_DIGITS) end += 1;
  return end;
};

/** Are the bytes from `at` to `end`, which are digits, a number as it is written, of at most `most` digits? */
export const isNumber = (view: DataView, at: number, end: number, most: number): boolean => {
  const digits = end - at;
  return digits > 0 && digits <= most && (digits === 1 || view.getUint8(at) !== ZERO);
};

/**
 * Is a number of `digits` digits, of which the lowest byte of `word` is the first, short and without a leading zero?
 * What was made of its digits is then the number, and has not wrapped round.
 */
export const isShortNumber = (word: number, digits: number): boolean => {
  return (digits - 1) >>> 0 < SHORT_DIGITS && (digits === 1 || (word & 0xff) !== ZERO);
};

/** How many numbers a range has whose first was read up to `at`; 0 where no right range stands there. */
export const rangeCount = (view: DataView, at: number, first: number): number => {
  if (view.getUint8(at) !== HYPHEN) return 0;
  const from = at + 1;
  const end = endOfDigits(view, from);
  const last = isNumber(view, from, end, SHORT_DIGITS) ? numberIn(view, from, end) : 0;
  return last > first ? last - first + 1 : 0;
};

/** The number that the digits from `at` to `end` are. */
export const numberIn = (view: DataView, at: number, end: number): number => {
  let value = 0;
  for (let digit = at; digit < end; digit++) value = value * 10 + view.getUint8(digit) - ZERO;
  return value;
};

/**
 * Where a row or an entry may begin at the latest to be scanned; −1 where none may, because the file ends in a digit and
 * a scan would not end with it.
 */
export const lastStart = (view: DataView): number => {
  const last = view.byteLength - 1;
  return last < 0 || digitAt(view, last) <= 9 ? -1 : view.byteLength - LOOKAHEAD;
};
