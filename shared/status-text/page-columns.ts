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
import { DIRTY, FRESH, REFERENCED, type ReplacementStatus, SWAPPED } from '../status.ts';
import type { Cursor } from './cursor.ts';
import { putAscii, putDecimal } from './digits.ts';
import { loadedBits } from './replacement-keys.ts';
import { ARROW } from './sections.ts';

const LF = 10;
const ZERO = 48;
const AGE_BITS = 8;
const YOUNGEST = 0x80;

/** Bytes that `put` needs at most: two arrows, a word, a number. */
export const MAX_PAGE_COLUMNS = 32;

export class PageColumns {
  readonly #loaded: number;
  readonly #fourth: 'none' | 'count' | 'age';
  /** Does a page keep its count on disk? */
  readonly #kept: boolean;

  constructor(replacement: ReplacementStatus) {
    this.#loaded = loadedBits(replacement);
    this.#fourth = replacement.policy === 'lfu' ? 'count' : replacement.policy === 'aging' ? 'age' : 'none';
    this.#kept = replacement.keepCounts;
  }

  /** What the fourth column is where it is absent. */
  standardUses(resident: boolean): number {
    return resident && this.#fourth === 'age' ? YOUNGEST : 0;
  }

  /** Puts both columns. Throws where they could not be read back: a bug of who made the status. */
  put(bytes: Uint8Array, at: number, resident: boolean, bits: number, uses: number): number {
    const plain = resident ? this.#loaded : 0;
    const hasUses = uses !== this.standardUses(resident);
    if (bits === plain && !hasUses) return at;
    const after = putAscii(bytes, putAscii(bytes, at, ARROW), this.#word(resident, bits));
    if (!hasUses) return after;
    if (!this.#mayHaveUses(resident))
      throw new Error(`a page has the use count ${uses}, and the policy keeps none`);
    return this.#putUses(bytes, putAscii(bytes, after, ARROW), uses);
  }

  /** Reads the bits column, if it is there, for a page that is resident or not. */
  readBits(cursor: Cursor, resident: boolean): number {
    if (cursor.byte === LF) return resident ? this.#loaded : 0;
    cursor.expect(ARROW, 'the end of the row or " -> " and the bits');
    if (cursor.take('-')) return 0;
    if (!resident) {
      cursor.expect('S', 'S or - for a page on disk');
      return SWAPPED;
    }
    if (cursor.take('loaded')) return this.#loaded;
    const bits = (cursor.take('R') ? REFERENCED : 0) | (cursor.take('D') ? DIRTY : 0);
    if (bits === 0) cursor.fail('R, D, RD, - or loaded for a page in a frame');
    return bits;
  }

  /** Reads the fourth column, if it is there. */
  readUses(cursor: Cursor, resident: boolean): number {
    if (cursor.byte === LF) return this.standardUses(resident);
    if (!this.#mayHaveUses(resident)) cursor.fail('the end of the row: no use count is kept for this page');
    cursor.expect(ARROW, 'the end of the row or " -> " and the use count');
    if (this.#fourth === 'count') return cursor.number('a use count');
    let age = 0;
    for (let digit = 0; digit < AGE_BITS; digit++) {
      if (cursor.byte !== ZERO && cursor.byte !== ZERO + 1) cursor.fail('an age of eight binary digits');
      age = age * 2 + cursor.byte - ZERO;
      cursor.at += 1;
    }
    return age;
  }

  #mayHaveUses(resident: boolean): boolean {
    return this.#fourth === 'count' ? resident || this.#kept : this.#fourth === 'age' && resident;
  }

  #word(resident: boolean, bits: number): string {
    if (bits === 0) return '-';
    if (!resident && bits === SWAPPED) return 'S';
    if (resident && bits === this.#loaded) return 'loaded';
    if (resident && (bits & ~(REFERENCED | DIRTY)) === 0)
      return (bits & REFERENCED ? 'R' : '') + (bits & DIRTY ? 'D' : '');
    const fresh = bits & FRESH ? ', and FRESH means that R is as the load left it' : '';
    throw new Error(`a page ${resident ? 'in a frame' : 'on disk'} cannot have the bits ${bits}${fresh}`);
  }

  #putUses(bytes: Uint8Array, at: number, uses: number): number {
    if (this.#fourth === 'count') return putDecimal(bytes, at, uses);
    return putAscii(bytes, at, uses.toString(2).padStart(AGE_BITS, '0'));
  }
}
