/**
 * One reference of a reference string in one 32-bit word, so that a string is a plain Int32Array and costs four bytes
 * a reference, its kind kept:
 *
 *     │ 0 │ page id (29 bits) │ kind (2 bits) │        page id = word >> KIND_BITS, a write if word & WRITES
 *
 * A *page id* is a small number that stands for a page, whose number is in an array beside the string.
 */
import { DIRTY } from '../../../shared/status.ts';

export const KIND_BITS = 2;
/** The bit of a word that a reference which writes has: the dirty bit, which it sets. */
export const WRITES = DIRTY;
