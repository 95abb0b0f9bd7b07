/**
 * Where the block of a new segment goes: into the hole that a fit strategy picks, cut from its low end for a
 * segment that grows up and from its high end for one that grows down; or, with `--base`, where it was asked for.
 */
import type { FitName, SegmentStatus } from '../../../shared/status.ts';
import { FITS } from './fit/registry.ts';
import type { FoundHole } from './hole-list.ts';
import type { SegmentationRefusal, Slide } from './refusals.ts';
import { freeBytes, type SpaceParts } from './space-parts.ts';

export interface Placement {
  readonly hole: FoundHole;
  /** Where in the hole the block begins. */
  readonly address: number;
  /** Holes looked at. At a base asked for: the hole it lies in and the ones before it in the list. */
  readonly searched: number;
  /** Null when the base was asked for. */
  readonly fit: FitName | null;
}

/** Null where no hole has `size` bytes. A next-fit search moves the rover to the hole it finds. */
export function placeByFit(
  { holes }: SpaceParts,
  fit: FitName,
  grows: SegmentStatus['grows'],
  size: number,
): Placement | null {
  const strategy = FITS[fit];
  const { hole, searched } = strategy.search(holes, size);
  if (hole === null) return null;
  if (strategy.movesRover) holes.rover = hole.base;
  const address = grows === 'up' ? hole.base : hole.base + hole.size - size;
  return { hole, address, searched, fit };
}

/** The block [address, address + size) where it was asked for, or why it cannot be there. */
export function placeAt(parts: SpaceParts, address: number, size: number): Placement | SegmentationRefusal {
  const { options, table, holes } = parts;
  const from = address;
  const to = address + size;
  const end = options.base + options.space;
  if (from < options.base || to > end) return { code: 'out-of-space', from, to, base: options.base, end };
  const hole = holes.at(from);
  if (hole !== null && to <= hole.base + hole.size) {
    return { hole, address, searched: hole.position + 1, fit: null };
  }
  const [met] = table.within(from, to);
  if (met === undefined) return { ...noHole(parts, size, null), across: [from, to] };
  const [segmentFrom, segmentSize] = met.block;
  return {
    code: 'segments-overlap',
    from,
    to,
    id: met.id,
    segmentFrom,
    segmentTo: segmentFrom + segmentSize,
  };
}

/** The refusal of a block that no hole has room for. */
export function noHole(parts: SpaceParts, block: number, slide: Slide | null) {
  const { holes } = parts;
  return {
    code: 'no-hole',
    block,
    free: freeBytes(parts),
    largest: holes.largest(),
    holes: holes.count,
    slide,
  } as const;
}
