/**
 * Guards a number that the command line has checked already: whatever is not a whole number of at least `least`
 * (sizes and addresses are exact up to 2^53 − 1) is a bug of the caller and throws a RangeError.
 */
export function requireWhole(what: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`${what} is ${value}: expected a whole number of at least ${least}`);
}
