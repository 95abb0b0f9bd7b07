/**
 * Among which holes a segment was placed: those that the revision before had left, compared with those that it left
 * itself. The number that decided is the size, by whatever rule the fit goes.
 */
import type { HoleStatus } from '../../shared/status.ts';

export interface HoleCandidate extends HoleStatus {
  readonly fate: 'taken' | 'large enough' | 'too small';
}

export interface HoleChoice {
  /** Bytes that were wanted, with header and rounding. */
  readonly wanted: number;
  /** In list order. */
  readonly holes: readonly HoleCandidate[];
}

/** Null when either list was not seen, or when not exactly one hole was cut. */
export function holeChoice(
  before: readonly HoleStatus[] | null,
  after: readonly HoleStatus[] | null,
): HoleChoice | null {
  if (!before || !after) return null;
  const bytes = (holes: readonly HoleStatus[]): number => holes.reduce((sum, { size }) => sum + size, 0);
  const wanted = bytes(before) - bytes(after);
  const left = new Map(after.map(({ base, size }) => [base, size]));
  const cut = before.filter(({ base, size }) => left.get(base) !== size);
  if (cut.length !== 1 || wanted <= 0) return null;
  const holes = before.map((hole): HoleCandidate => {
    if (hole === cut[0]) return { ...hole, fate: 'taken' };
    return { ...hole, fate: hole.size >= wanted ? 'large enough' : 'too small' };
  });
  return { wanted, holes };
}
