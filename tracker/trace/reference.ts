/**
 * What a reference of a trace may be. References are packed (memory/paging/packed-reference.ts), and page ids given in
 * order of first reference (PageNumbering); the kinds are these.
 */

export const FETCH = 0;
export const LOAD = 1;
export const STORE = 2;
/** A load, then a store, of the same bytes: one reference that writes. */
export const MODIFY = 3;

/** Indexed by kind. */
export const KIND_NAMES = ['fetch', 'load', 'store', 'modify'] as const;

export const KIND_MASK = 3;

/** Page ids at most. */
export const MAX_DISTINCT_PAGES = 2 ** 29;

/** Addresses are below this: every whole number up to here is exact. */
export const ADDRESS_LIMIT = 2 ** 53;

/** Bytes of one access at most: no instruction touches more. */
export const MAX_ACCESS_BYTES = 2 ** 20;
