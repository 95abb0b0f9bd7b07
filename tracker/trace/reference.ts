/**
 * One reference of a trace in one 32-bit word, so that a trace is a plain Int32Array and costs four bytes a
 * reference, its kind kept:
 *
 *     │ 0 │ page id (29 bits) │ kind (2 bits) │        page = word >> KIND_BITS, written if word & WRITES
 *
 * A *page id* is a small number that stands for a page: ids are given in order of first reference (PageNumbering).
 */

export const FETCH = 0;
export const LOAD = 1;
export const STORE = 2;
/** A load, then a store, of the same bytes: one reference that writes. */
export const MODIFY = 3;

/** Indexed by kind. */
export const KIND_NAMES = ['fetch', 'load', 'store', 'modify'] as const;

export const KIND_BITS = 2;
export const KIND_MASK = 3;
/** The bit of a word that STORE and MODIFY have. */
export const WRITES = 2;

/** Page ids at most. */
export const MAX_DISTINCT_PAGES = 2 ** 29;

/** Addresses are below this: every whole number up to here is exact. */
export const ADDRESS_LIMIT = 2 ** 53;

/** Bytes of one access at most: no instruction touches more. */
export const MAX_ACCESS_BYTES = 2 ** 20;
