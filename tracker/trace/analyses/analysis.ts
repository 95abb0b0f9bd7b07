/**
 * What an analysis is: it is shown the references of a trace in order, a chunk at a time, and answers page faults.
 * Everything it needs it takes from there, so that it can work in a thread of its own.
 */
import type { PolicyName } from '../../../shared/status.ts';

export interface Faults {
  readonly policy: PolicyName;
  readonly frames: number;
  readonly faults: number;
}

export interface Analysis {
  /**
   * The next references (reference.ts); page ids so far are below `distinctPages`. The array may be overwritten
   * afterwards.
   */
  add(references: Int32Array, distinctPages: number): void;
  /** For each frame count that was asked about, after the last reference. */
  results(): Faults[];
}
