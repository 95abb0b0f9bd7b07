/** Hexadecimal digits as bytes, by table: whether a byte is one and what it is worth, in one look. */

/** Worth of what is no digit: negative, and so is its bitwise or with anything. */
export const NO_DIGIT = -(2 ** 31);
const DIGITS = [...'0123456789abcdef'].map((digit) => digit.charCodeAt(0));

/** Indexed by byte: 0 … 15 for a digit of either case, or negative. */
export const HEX_DIGIT = Int32Array.from({ length: 256 }, (_, byte) => {
  const worth = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(worth) ? NO_DIGIT : worth;
});

/** Indexed by two bytes, read as a little-endian 16-bit number: 0 … 255 for lower-case digits, or negative. */
export function hexDigitPairs(): Int32Array {
  const pairs = new Int32Array(2 ** 16).fill(NO_DIGIT);
  for (const [high, first] of DIGITS.entries()) {
    for (const [low, second] of DIGITS.entries()) pairs[first | (second << 8)] = (high << 4) | low;
  }
  return pairs;
}
