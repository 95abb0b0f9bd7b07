/**
 * What an analysis is: it is shown the references of a trace in order, a chunk at a time, and answers page faults.
 * Everything it needs it takes from there, so that it can work in a thread of its own.
 */
import type { PolicyName } from '../../../shared/status.ts';

/** References of one step: 16 KiB of them. */
const STEP = 2 ** 12;

export interface Faults {
  readonly policy: PolicyName;
  readonly frames: number;
  readonly faults: number;
}

export interface Results {
  /** For each frame count that was asked about. */
  readonly faults: readonly Faults[];
  /** Of the LRU curve: faults(n) for n from 0 to the number of distinct pages. */
  readonly lruCurve?: Float64Array;
}

export interface Analysis {
  /**
   * The next references (packed-reference.ts), or for OPT their next uses (next-uses.ts); page ids so far are below
   * `distinctPages`. The array may be overwritten afterwards.
   */
  add(references: Int32Array, distinctPages: number): void;
  /** After the last reference. */
  results(): Results;
}

/**
 * Shows the references to all analyses, a few thousand at a time. A function that is called often is compiled soon and
 * as a whole. In one that loops for long V8 replaces the running loop, without having seen how it ends, and falls back
 * to the interpreter at each end.
 */
export function show(analyses: readonly Analysis[], references: Int32Array, distinctPages: number): void {
  for (let at = 0; at < references.length; at += STEP) {
    const step = references.subarray(at, at + STEP);
    for (const analysis of analyses) analysis.add(step, distinctPages);
  }
}
