/**
 * What is remembered of every revision seen, and the curves made of it: frames in use, segment space in use, and page
 * faults by references over the last few revisions.
 */
import type { Status } from '../../shared/status.ts';
import { bytesInBlocks } from './fragmentation.ts';

export interface Sample {
  readonly revision: number;
  readonly session: string;
  readonly used: number;
  readonly total: number;
  /** Bytes of the segment space, and those of them that are in blocks. */
  readonly space: number;
  readonly segmented: number;
  readonly references: number;
  readonly faults: number;
}

export function sampleOf({ revision, session, paging, segmentation }: Status): Sample {
  return {
    revision,
    session,
    used: usedFrames(paging.freeList.counts, paging.totalFrames),
    total: paging.totalFrames,
    space: segmentation.space,
    segmented: bytesInBlocks(segmentation),
    references: paging.counters.references,
    faults: paging.counters.faults,
  };
}

export function usedFrames(freeCounts: Int32Array, totalFrames: number): number {
  let free = 0;
  for (let run = 0; run < freeCounts.length; run++) free += freeCounts[run] ?? 0;
  return totalFrames - free;
}

/** A fault rate is taken over so many revisions: of one reference it could only be 0 or 100 %. */
export const RATE_WINDOW = 8;

export interface Trend {
  /** Oldest first; the same length as the curves. */
  readonly revisions: readonly number[];
  /** Frames in use, percent. */
  readonly utilisation: readonly number[];
  /** Segment space in use, percent; null where none of the revisions had a segment. */
  readonly segments: readonly number[] | null;
  /** Null where none of the revisions had a reference to count. */
  readonly faults: FaultCurve | null;
}

export interface FaultCurve {
  /** References, a hundred at least: of more where faults are so rare that the curve would lie on the axis. */
  readonly per: number;
  /** Faults per so many references; null where the last few revisions had none. */
  readonly rates: readonly (number | null)[];
}

/** Of how many references faults are counted where they are rare; otherwise of a hundred. */
const PER = [1000, 10_000];

/** The curves of the last `points` samples, of the memory that the last of them belongs to. */
export function trendOf(samples: readonly Sample[], points: number): Trend {
  const session = samples.at(-1)?.session;
  const revisions: number[] = [];
  const utilisation: number[] = [];
  const segments: number[] = [];
  const rates: (number | null)[] = [];
  let first = samples.length;
  while (first > Math.max(0, samples.length - points) && samples[first - 1]?.session === session) first -= 1;
  /** Where the counting was begun that goes on at `at`. */
  let begun = Math.max(0, first - RATE_WINDOW);
  for (let at = begun + 1; at < first; at++) if (!countsOn(samples[at - 1], samples[at])) begun = at;
  for (let at = first; at < samples.length; at++) {
    if (!countsOn(samples[at - 1], samples[at])) begun = at;
    const { revision = 0, used = 0, total = 0, segmented = 0, space = 0 } = samples[at] ?? {};
    revisions.push(revision);
    utilisation.push(percentOf(used, total));
    segments.push(percentOf(segmented, space));
    rates.push(rateBetween(samples[Math.max(begun, at - RATE_WINDOW)], samples[at]));
  }
  const hasSegments = segments.some((share) => share > 0);
  return { revisions, utilisation, segments: hasSegments ? segments : null, faults: faultCurve(rates) };
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function faultCurve(rates: readonly (number | null)[]): FaultCurve | null {
  let most = -1;
  for (const rate of rates) most = Math.max(most, rate ?? -1);
  if (most < 0) return null;
  let per = 100;
  for (const references of PER) if (most > 0 && most * references <= 100) per = references;
  const scaled: (number | null)[] = [];
  for (const rate of rates) scaled.push(rate && rate * per);
  return { per, rates: scaled };
}

/** Faults by references from one sample to another, or all that one alone has counted; null when there was no reference. */
function rateBetween(since: Sample | undefined, now: Sample | undefined): number | null {
  if (!since || !now) return null;
  const before = since === now ? { references: 0, faults: 0 } : since;
  const references = now.references - before.references;
  return references <= 0 ? null : Math.min(1, (now.faults - before.faults) / references);
}

/** `init` and `reset counters` begin the counting anew. */
function countsOn(before: Sample | undefined, now: Sample | undefined): boolean {
  if (!before || !now || before.session !== now.session) return false;
  return before.references <= now.references && before.faults <= now.faults;
}
