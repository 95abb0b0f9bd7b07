/**
 * The columns of a page table after page and frame: reference and dirty bit, and what the policy counts.
 *
 *     absent      just loaded by `alloc` or `map`, or on disk and never resident so far
 *     -           both bits clear (on disk: never resident so far, where another column follows)
 *     R  D  RD    the bits that are set
 *     loaded      as absent, where another column follows
 *     S           on disk, swapped out
 *
 * A fourth column has the use count of lfu in decimal, or the age of aging in eight binary digits, where that is
 * not 0 or, for the age of a resident page, 10000000.
 */
import { bitLetters } from '../bit-letters.ts';
import { type PolicyTraits, traitsOf } from '../policy-traits.ts';
import { DIRTY, FRESH, REFERENCED, type ReplacementStatus, SWAPPED } from '../status.ts';
import type { Cursor } from './cursor.ts';
import { putArrow, putAscii, putDecimal } from './digits.ts';
import { loadedBits } from './replacement-keys.ts';
import { ARROW } from './sections.ts';

const LF = 10;
const HYPHEN = 45;
const ZERO = 48;
const LETTER_D = 68;
const LETTER_R = 82;
const AGE_BITS = 8;
const YOUNGEST = 0x80;

/** Bytes that `put` needs at most: two arrows, a word, a number. */
export const MAX_PAGE_COLUMNS = 32;

/**
 * Where the bits column of a resident page that begins at `at` ends; `at` where it is none of R, D, RD and -. As
 * `readBits` has it, for the loop over a million rows; a constant, as scan.ts says.
 */
export const endOfBits = (view: DataView, at: number): number => {
  let end = at;
  if (view.getUint8(end) === LETTER_R) end += 1;
  if (view.getUint8(end) === LETTER_D) end += 1;
  return end === at && view.getUint8(at) === HYPHEN ? at + 1 : end;
};

/** The bits that a column from `at` to `end` says. */
export const bitsIn = (view: DataView, at: number, end: number): number => {
  const referenced = view.getUint8(at) === LETTER_R ? REFERENCED : 0;
  return view.getUint8(end - 1) === LETTER_D ? referenced | DIRTY : referenced;
};

export class PageColumns {
  readonly #uses: PolicyTraits['uses'];
  /** Does a page keep its use count on disk? */
  readonly #keepsCounts: boolean;
  /** What a resident page has where its columns are absent. A page on disk then has 0 of both. */
  readonly #loadedBits: number;
  readonly #loadedUses: number;

  constructor(replacement: ReplacementStatus) {
    const { policy, keepCounts } = replacement;
    this.#uses = traitsOf(policy).uses;
    this.#keepsCounts = keepCounts;
    this.#loadedBits = loadedBits(replacement);
    this.#loadedUses = this.#uses === 'age' ? YOUNGEST : 0;
  }

  /** The bits of a page whose row says nothing about them. */
  plainBits(resident: boolean): number {
    return resident ? this.#loadedBits : 0;
  }

  /** The use count or age of a page whose row says nothing about it. */
  plainUses(resident: boolean): number {
    return resident ? this.#loadedUses : 0;
  }

  /** Is there nothing to say about a page with these bits and uses? Then `put` puts nothing; asking first is faster. */
  arePlain(resident: boolean, bits: number, uses: number): boolean {
    return resident ? bits === this.#loadedBits && uses === this.#loadedUses : bits === 0 && uses === 0;
  }

  /** Puts both columns. Throws where they could not be read back: a bug of who made the status. */
  put(bytes: Uint8Array, at: number, resident: boolean, bits: number, uses: number): number {
    const plainUses = uses === this.plainUses(resident);
    if (plainUses && bits === this.plainBits(resident)) return at;
    const after = putAscii(bytes, putArrow(bytes, at), this.#word(resident, bits));
    if (plainUses) return after;
    if (!this.#mayHaveUses(resident)) {
      throw new Error(`a page has the use count ${uses}, and the policy keeps none`);
    }
    return this.#putUses(bytes, putArrow(bytes, after), uses);
  }

  /** Reads the bits column of a page that is resident or not; it may be absent. */
  readBits(cursor: Cursor, resident: boolean): number {
    if (cursor.byte === LF) return this.plainBits(resident);
    cursor.expect(ARROW, 'the end of the row or " -> " and the bits');
    if (cursor.take('-')) return 0;
    if (!resident) {
      cursor.expect('S', 'S or - for a page on disk');
      return SWAPPED;
    }
    if (cursor.take('loaded')) return this.#loadedBits;
    const bits = (cursor.take('R') ? REFERENCED : 0) | (cursor.take('D') ? DIRTY : 0);
    if (bits === 0) cursor.fail('R, D, RD, - or loaded for a page in a frame');
    return bits;
  }

  /** Reads the fourth column; it may be absent. */
  readUses(cursor: Cursor, resident: boolean): number {
    if (cursor.byte === LF) return this.plainUses(resident);
    if (!this.#mayHaveUses(resident)) cursor.fail('the end of the row: no use count is kept for this page');
    cursor.expect(ARROW, 'the end of the row or " -> " and the use count');
    if (this.#uses === 'count') return cursor.number('a use count');
    let age = 0;
    for (let digit = 0; digit < AGE_BITS; digit++) {
      if (cursor.byte !== ZERO && cursor.byte !== ZERO + 1) cursor.fail('an age of eight binary digits');
      age = age * 2 + cursor.byte - ZERO;
      cursor.at += 1;
    }
    return age;
  }

  #mayHaveUses(resident: boolean): boolean {
    return this.#uses === 'count' ? resident || this.#keepsCounts : this.#uses === 'age' && resident;
  }

  #word(resident: boolean, bits: number): string {
    if (bits === 0) return '-';
    if (!resident && bits === SWAPPED) return 'S';
    if (resident && bits === this.#loadedBits) return 'loaded';
    if (resident && (bits & ~(REFERENCED | DIRTY)) === 0) return bitLetters(bits);
    const fresh = bits & FRESH ? ', and FRESH means that R is as the load left it' : '';
    throw new Error(`a page ${resident ? 'in a frame' : 'on disk'} cannot have the bits ${bits}${fresh}`);
  }

  #putUses(bytes: Uint8Array, at: number, uses: number): number {
    if (this.#uses === 'count') return putDecimal(bytes, at, uses);
    return putAscii(bytes, at, uses.toString(2).padStart(AGE_BITS, '0'));
  }
}
