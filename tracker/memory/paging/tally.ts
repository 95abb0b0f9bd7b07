/**
 * The counters. What a hit changes is kept out of here: each reference is a tick of the logical time, so the
 * references are the ticks less those that were no reference, and hits are what is left beside faults.
 */
import type { Counters } from '../../../shared/status.ts';

export class Tally {
  faults = 0;
  /** Faults on pages that were never resident since they were created. */
  coldFaults = 0;
  evictions = 0;
  /** Evictions of dirty pages. */
  writeBacks = 0;
  tlbHits = 0;
  tlbMisses = 0;
  /** Ticks of the logical time that these counters do not count: eager loads, and whatever was before a reset. */
  otherTicks = 0;

  /** The counters that `counters` are, at logical time `now`. */
  static restore(counters: Counters, now: number): Tally {
    const { references, faults, coldFaults, evictions, writeBacks, tlbHits, tlbMisses } = counters;
    const otherTicks = now - references;
    return Object.assign(new Tally(), {
      faults,
      coldFaults,
      evictions,
      writeBacks,
      tlbHits,
      tlbMisses,
      otherTicks,
    });
  }

  /** Counting begins again. */
  reset(now: number): void {
    Object.assign(this, new Tally(), { otherTicks: now });
  }

  at(now: number): Counters {
    const { faults, coldFaults, evictions, writeBacks, tlbHits, tlbMisses } = this;
    const references = now - this.otherTicks;
    return {
      references,
      hits: references - faults,
      faults,
      coldFaults,
      evictions,
      writeBacks,
      tlbHits,
      tlbMisses,
    };
  }
}
