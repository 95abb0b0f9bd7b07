/** Allocating a segment: a row of the table, a place for its block, and the split of the hole it lies in. */
import type { FitName, SegmentStatus } from '../../../shared/status.ts';
import type { Outcome } from '../outcome.ts';
import { noHole, placeAt, placeByFit } from './placement.ts';
import { blockAddress, blockSize, type Segment, segmentAt } from './segment.ts';
import { allocated, happening } from './sentences.ts';
import { cheapestSlide } from './slide.ts';
import type { SpaceParts } from './space-parts.ts';
import { requireWhole } from './whole-number.ts';

export interface SegmentRequest {
  /** Bytes, at least 1. */
  readonly limit: number;
  /** The usable base it must have; for a segment that grows down its high end, exclusive. Default: where the fit strategy says. */
  readonly base?: number | undefined;
  /** Default: the strategy of the space. Not asked where there is a base. */
  readonly fit?: FitName | undefined;
  /** Default: up. */
  readonly grows?: SegmentStatus['grows'] | undefined;
  /** Default: none. */
  readonly name?: string | null | undefined;
}

export interface SegmentAllocated {
  readonly id: number;
  readonly base: number;
  readonly limit: number;
  readonly block: Segment['block'];
  /** Holes looked at. */
  readonly searched: number;
}

/**
 * Refused, in this order: `segment-table-full`; with a base `out-of-space`, `segments-overlap`, or `no-hole` where
 * it is free but not one hole; without a base `no-hole`. Nothing has changed then.
 */
export function allocate(parts: SpaceParts, request: SegmentRequest): Outcome<SegmentAllocated> {
  const { options, table, holes } = parts;
  const { limit, base, fit = options.fit, grows = 'up', name = null } = request;
  requireWhole('limit', limit, 1);
  if (base !== undefined) requireWhole('base', base, 0);
  if (table.count >= options.maxSegments) {
    return { ok: false, refusal: { code: 'segment-table-full', maxSegments: options.maxSegments } };
  }
  const size = blockSize(limit, options);
  const placement =
    base === undefined
      ? (placeByFit(parts, fit, grows, size) ?? noHole(parts, size, cheapestSlide(parts, size)))
      : placeAt(parts, blockAddress(base, size, grows, options), size);
  if ('code' in placement) return { ok: false, refusal: placement };
  const { hole, address, searched } = placement;
  holes.split(hole, address, size);
  const segment = table.add((id) => segmentAt(address, { id, limit, grows, name }, options));
  return {
    ok: true,
    id: segment.id,
    base: segment.base,
    limit,
    block: segment.block,
    searched,
    happenings: [happening('segment-alloc', allocated(segment, placement))],
  };
}
