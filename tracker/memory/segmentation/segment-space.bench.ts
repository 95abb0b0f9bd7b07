/**
 * 100,000 segments with a hole after every second one: what one free and one alloc cost behind the index and
 * along the plain list. Figures are ratios: the same churn, list against list.
 */
import { bench, describe } from 'vitest';
import { FIT_NAMES, type FitName, type HoleStatus, type SegmentStatus } from '../../../shared/status.ts';
import { chooseHoleList, type HoleListMaker } from './choose-hole-list.ts';
import { LinearHoles } from './linear-holes.ts';
import { SegmentSpace } from './segment-space.ts';

const SEGMENTS = 100_000;

/** Numbers that look random and are the same in every run (Marsaglia's xorshift, 2003). */
function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** A space full of segments of 16 … 79 bytes, of which every third is a hole instead. */
function fragmented(fit: FitName, makeHoles: HoleListMaker): SegmentSpace {
  const next = xorshift(1);
  const segments: SegmentStatus[] = [];
  const holes: HoleStatus[] = [];
  let base = 0;
  while (segments.length < SEGMENTS) {
    const limit = 16 + (next() % 64);
    if ((segments.length + holes.length) % 3 === 2) holes.push({ base, size: limit });
    else segments.push({ id: segments.length, base, limit, grows: 'up', name: null });
    base += limit;
  }
  const options = { maxSegments: SEGMENTS, base: 0, space: base, fit };
  return new SegmentSpace(options, { segments, holes, rover: null }, makeHoles);
}

/** One segment goes and one that needs no more than its bytes comes, so that nothing is ever refused. */
function churn(space: SegmentSpace): () => void {
  const next = xorshift(7);
  const limits = new Map(space.segments().map(({ id, limit }) => [id, limit]));
  return () => {
    const gone = next() % SEGMENTS;
    const limit = 1 + (next() % (limits.get(gone) ?? 1));
    space.free(gone);
    const came = space.alloc({ limit });
    if (!came.ok) throw new Error('nothing may be refused here');
    limits.set(came.id, limit);
  };
}

describe.each(FIT_NAMES)('one free and one alloc among 100,000 segments, %s fit', (fit) => {
  bench('indexed', churn(fragmented(fit, chooseHoleList)));
  bench('plain list', churn(fragmented(fit, (state) => new LinearHoles(state))));
});
