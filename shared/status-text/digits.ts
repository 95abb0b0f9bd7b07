/**
 * Decimal numbers as bytes. A million rows go through here at every save, so digits are put straight into the
 * buffer instead of being made into strings first. Every function returns where the next byte goes; the caller
 * sees to the room. scan.ts is the way back.
 */

/** The most bytes a number may take: 2^53 − 1 has 16 digits. */
export const MAX_DIGITS = 16;

const ZERO = 48;
const HYPHEN = 45;
const SPACE = 32;
const GREATER = 62;
const MAX_INT32 = 0x7fff_ffff;

/** Puts `value`, an integer from 0 to 2^53 − 1. */
export function putDecimal(bytes: Uint8Array, at: number, value: number): number {
  return value <= MAX_INT32 ? putInt32(bytes, at, value | 0) : putLarge(bytes, at, value);
}

/** Puts `first`, or `first-last` where there are several. */
export function putRange(bytes: Uint8Array, at: number, first: number, count: number): number {
  const after = putDecimal(bytes, at, first);
  if (count === 1) return after;
  bytes[after] = HYPHEN;
  return putDecimal(bytes, after + 1, first + count - 1);
}

/** Puts INDENT, three spaces. */
export function putIndent(bytes: Uint8Array, at: number): number {
  bytes[at] = SPACE;
  bytes[at + 1] = SPACE;
  bytes[at + 2] = SPACE;
  return at + 3;
}

/** Puts ARROW, ` -> `. */
export function putArrow(bytes: Uint8Array, at: number): number {
  bytes[at] = SPACE;
  bytes[at + 1] = HYPHEN;
  bytes[at + 2] = GREATER;
  bytes[at + 3] = SPACE;
  return at + 4;
}

/** Puts short ASCII text. */
export function putAscii(bytes: Uint8Array, at: number, ascii: string): number {
  for (let i = 0; i < ascii.length; i++) bytes[at + i] = ascii.charCodeAt(i);
  return at + ascii.length;
}

/** In two halves, so that both are short integers: the last nine digits, and those before them. */
function putLarge(bytes: Uint8Array, at: number, value: number): number {
  const high = Math.floor(value / 1e9);
  const low = (value - high * 1e9) | 0;
  const end = putDecimal(bytes, at, high) + 9;
  bytes.fill(ZERO, end - 9, end);
  return putInt32(bytes, end - digitsIn(low), low);
}

/** From the last digit to the first; integer arithmetic alone, which is what makes it fast. */
function putInt32(bytes: Uint8Array, at: number, value: number): number {
  const end = at + digitsIn(value);
  let rest = value;
  for (let place = end - 1; place >= at; place--) {
    const tenth = (rest / 10) | 0;
    bytes[place] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  return end;
}

function digitsIn(value: number): number {
  if (value < 10_000) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : 4;
  if (value < 100_000_000) return value < 1_000_000 ? (value < 100_000 ? 5 : 6) : value < 10_000_000 ? 7 : 8;
  return value < 1_000_000_000 ? 9 : 10;
}
