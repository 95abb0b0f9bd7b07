/**
 * What is remembered of every revision seen, and the curves made of it: frames in use, and page faults by references
 * over the last few revisions.
 */
import type { Status } from '../../shared/status.ts';

export interface Sample {
  readonly revision: number;
  readonly session: string;
  readonly used: number;
  readonly total: number;
  readonly references: number;
  readonly faults: number;
}

export function sampleOf({ revision, session, paging }: Status): Sample {
  return {
    revision,
    session,
    used: usedFrames(paging.freeList.counts, paging.totalFrames),
    total: paging.totalFrames,
    references: paging.counters.references,
    faults: paging.counters.faults,
  };
}

export function usedFrames(freeCounts: Int32Array, totalFrames: number): number {
  let free = 0;
  for (const count of freeCounts) free += count;
  return totalFrames - free;
}

/** A fault rate is taken over so many revisions: of one reference it could only be 0 or 100 %. */
export const RATE_WINDOW = 8;

export interface Trend {
  /** Oldest first; the same length as the curves. */
  readonly revisions: readonly number[];
  /** Frames in use, percent. */
  readonly utilisation: readonly number[];
  /** Null where none of the revisions had a reference to count. */
  readonly faults: FaultCurve | null;
}

export interface FaultCurve {
  /** References, a hundred at least: of more where faults are so rare that the curve would lie on the axis. */
  readonly per: number;
  /** Faults per so many references; null where the last few revisions had none. */
  readonly rates: readonly (number | null)[];
}

const PER = [10_000, 1000];

/** The curves of the last `points` samples, of the memory that the last of them belongs to. */
export function trendOf(samples: readonly Sample[], points: number): Trend {
  const session = samples.at(-1)?.session;
  const other = samples.findLastIndex((sample) => sample.session !== session);
  const first = Math.max(other + 1, samples.length - points);
  const shown = samples.slice(first);
  return {
    revisions: shown.map((sample) => sample.revision),
    utilisation: shown.map(({ used, total }) => (total === 0 ? 0 : (100 * used) / total)),
    faults: faultCurve(shown.map((_, i) => rateAt(samples, first + i))),
  };
}

function faultCurve(rates: readonly (number | null)[]): FaultCurve | null {
  const most = Math.max(...rates.map((rate) => rate ?? -1));
  if (most < 0) return null;
  const per = (most > 0 && PER.find((references) => most * references <= 100)) || 100;
  return { per, rates: rates.map((rate) => rate && rate * per) };
}

/** Faults by references over the last few revisions; null when these had no reference. */
function rateAt(samples: readonly Sample[], at: number): number | null {
  const now = samples[at];
  if (!now) return null;
  let since: Sample | undefined;
  for (let i = Math.max(0, at - RATE_WINDOW); i < at && !since; i++) {
    const sample = samples[i];
    // `init` and `reset counters` begin the counting anew.
    if (sample && sample.session === now.session && sample.references <= now.references) since = sample;
  }
  const references = now.references - (since?.references ?? 0);
  const faults = now.faults - (since?.faults ?? 0);
  return references <= 0 ? null : Math.min(1, Math.max(0, faults / references));
}
