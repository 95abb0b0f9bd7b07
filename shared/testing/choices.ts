/**
 * A tape of random numbers from which a test builds something large, one choice after the other. A tape that has run
 * out goes on with 0, so fast-check shrinks what is built by shortening the tape and making its numbers smaller.
 */
import fc from 'fast-check';

export class Choices {
  readonly #tape: readonly number[];
  #next = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  /** An integer from 0 to `max`. */
  upTo(max: number): number {
    const number = this.#tape[this.#next] ?? 0;
    this.#next += 1;
    return number % (max + 1);
  }

  /** True once in `often` times. */
  oneIn(often: number): boolean {
    return this.upTo(often - 1) === often - 1;
  }

  oneOf<const T>(values: readonly [T, ...T[]]): T {
    return values[this.upTo(values.length - 1)] ?? values[0];
  }

  /** `values` in another order. */
  shuffled<T>(values: readonly T[]): T[] {
    const left = [...values];
    return values.flatMap(() => left.splice(this.upTo(left.length - 1), 1));
  }

  /** What `make` makes, up to `most` times. */
  several<T>(most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.upTo(most) }, (_, index) => make(index));
  }
}

/** What `build` makes of a random tape. */
export function built<T>(build: (choices: Choices) => T): fc.Arbitrary<T> {
  return fc
    .array(fc.nat(), { minLength: 0, maxLength: 400, size: 'max' })
    .map((tape) => build(new Choices(tape)));
}
