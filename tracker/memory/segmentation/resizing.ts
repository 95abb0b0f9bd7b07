/**
 * Giving a segment another limit. Its base stays, so every offset that is legal before and after means the same
 * byte. Only the growing edge of the block moves: the high end growing up, the low end (and with it the header)
 * growing down. Growth comes from the one hole that touches that edge; what shrinking sets free joins the list
 * of holes as on `free`.
 */
import type { Outcome } from '../outcome.ts';
import type { FoundHole } from './hole-list.ts';
import { noHole } from './placement.ts';
import { remedyFor } from './remedy.ts';
import { type Segment, segmentOf } from './segment.ts';
import { fitted, grown, happening, shrunk } from './sentences.ts';
import { cheapestSlide } from './slide.ts';
import type { SpaceParts } from './space-parts.ts';
import { requireWhole } from './whole-number.ts';

export interface SegmentResized {
  readonly id: number;
  readonly base: number;
  readonly limit: number;
  readonly block: Segment['block'];
  /** Bytes the block grew by, negative when it shrank; 0 where the rounding had room for the new limit. */
  readonly growth: number;
}

/** Refused with `no-hole` where the hole at the growing edge is too small or there is none. `limit` is at least 1. */
export function resize(parts: SpaceParts, before: Segment, limit: number): Outcome<SegmentResized> {
  requireWhole('limit', limit, 1);
  const { id, grows, block } = before;
  const after = segmentOf({ ...before, limit }, parts.options);
  const growth = after.block[1] - block[1];
  const edge = grows === 'up' ? block[0] + block[1] : block[0];
  let text = fitted(before, after);
  if (growth > 0) {
    const hole = holeAtEdge(parts, before, edge);
    if (hole === null || hole.size < growth) {
      const touching = hole === null ? null : ([hole.base, hole.size] as const);
      const slide = cheapestSlide(parts, growth, hole ?? { base: edge, size: 0 });
      const remedy = remedyFor(parts, before, edge, growth);
      return {
        ok: false,
        refusal: {
          ...noHole(parts, after.block[1], slide),
          growth: { id, edge, needed: growth, hole: touching, remedy },
        },
      };
    }
    parts.holes.split(hole, grows === 'up' ? edge : edge - growth, growth);
    text = grown(before, after, hole, growth);
  }
  if (growth < 0) {
    const freed = { base: grows === 'up' ? edge + growth : edge, size: -growth };
    text = shrunk(before, after, [freed.base, freed.size], parts.holes.release(freed));
  }
  parts.table.replace(before, after);
  const { base } = after;
  const happenings = [happening('segment-resize', text)];
  return { ok: true, id, base, limit, block: after.block, growth, happenings };
}

/** The hole that touches the growing edge of a segment. */
function holeAtEdge({ holes }: SpaceParts, { grows }: Segment, edge: number): FoundHole | null {
  return holes.at(grows === 'up' ? edge : edge - 1);
}
