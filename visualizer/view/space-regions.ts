/**
 * The segment space as regions that cover it without a gap: segments, holes, and what is neither (headers and
 * rounding). And as scales: how addresses become columns.
 *
 * In a whole-space scale three segments of 100 bytes in 64 KiB are less than a column wide. So there is a second
 * scale, the close-up, in which a hole larger than all the rest together is cut short and marked as cut.
 */
import type { HoleStatus, SegmentationStatus, SegmentStatus } from '../../shared/status.ts';

export interface Region {
  readonly kind: 'segment' | 'hole' | 'overhead';
  /** Bytes [from, to). */
  readonly from: number;
  readonly to: number;
  readonly segment: SegmentStatus | null;
  /** The largest hole, the first of equals by address. */
  readonly largest: boolean;
}

export function segmentBytes(segment: SegmentStatus): readonly [from: number, to: number] {
  return segment.grows === 'up'
    ? [segment.base, segment.base + segment.limit]
    : [segment.base - segment.limit, segment.base];
}

export function regionsOf(segmentation: SegmentationStatus): Region[] {
  const largest = largestHole(segmentation.holes);
  const taken: Region[] = [
    ...segmentation.segments.map((segment): Region => {
      const [from, to] = segmentBytes(segment);
      return { kind: 'segment', from, to, segment, largest: false };
    }),
    ...segmentation.holes.map(
      (hole): Region => ({
        kind: 'hole',
        from: hole.base,
        to: hole.base + hole.size,
        segment: null,
        largest: hole === largest,
      }),
    ),
  ].sort((a, b) => a.from - b.from || a.to - b.to);

  const regions: Region[] = [];
  let reached = segmentation.base;
  const fillTo = (address: number): void => {
    if (address <= reached) return;
    regions.push({ kind: 'overhead', from: reached, to: address, segment: null, largest: false });
  };
  for (const region of taken) {
    fillTo(region.from);
    regions.push(region);
    reached = Math.max(reached, region.to);
  }
  fillTo(segmentation.base + segmentation.space);
  return regions;
}

function largestHole(holes: readonly HoleStatus[]): HoleStatus | null {
  let largest: HoleStatus | null = null;
  for (const hole of holes) {
    const bigger = largest === null || hole.size > largest.size;
    if (bigger || (hole.size === largest?.size && hole.base < largest.base)) largest = hole;
  }
  return largest;
}

/** A region in columns: [left, right), fractions and all. `cut`: not to scale, a long hole made short. */
export interface Span {
  readonly region: Region;
  readonly left: number;
  readonly right: number;
  readonly cut: boolean;
}

/** All of the space, to scale. */
export function wholeScale(regions: readonly Region[], width: number): Span[] {
  const first = regions[0]?.from ?? 0;
  const bytes = (regions.at(-1)?.to ?? 0) - first;
  if (bytes <= 0) return [];
  const spans: Span[] = [];
  for (const region of regions) {
    const left = ((region.from - first) * width) / bytes;
    spans.push({ region, left, right: ((region.to - first) * width) / bytes, cut: false });
  }
  return spans;
}

/** A segment of fewer columns has no room for its name. */
const LEGIBLE = 8;

/** Columns of a segment for its edge and its number. */
const NUMBERED = 2;

/** Columns a hole that is cut short gets: for its size between two signs, and more where there is room for more. */
const CUT_SHARE = 0.18;
const CUT_WIDTH = { least: 14, most: 16 };

/** The close-up, or null where the whole scale shows as much. */
export function closeUpScale(regions: readonly Region[], width: number): Span[] | null {
  const giants = giantHoles(regions);
  const whole = wholeScale(regions, width);
  const small = whole.some(({ region, left, right }) => region.kind === 'segment' && right - left < LEGIBLE);
  if (giants.size === 0 || !small) return null;
  const cutWidth = Math.min(CUT_WIDTH.most, Math.max(CUT_WIDTH.least, Math.floor(width * CUT_SHARE)));
  const room = width - cutWidth * giants.size;
  if (room < width / 3) return null;
  const columnsOf = closeUpColumns(
    regions.filter((region) => !giants.has(region)),
    room,
  );
  let left = 0;
  return regions.map((region) => {
    const cut = giants.has(region);
    const right = left + (cut ? cutWidth : columnsOf(region));
    const span = { region, left, right, cut };
    left = right;
    return span;
  });
}

/** To one scale, but for segments too small to be numbered: those get the columns for it, while there is room. */
function closeUpColumns(regions: readonly Region[], room: number): (region: Region) => number {
  const bytesOf = (some: readonly Region[]): number => some.reduce((sum, { from, to }) => sum + to - from, 0);
  const scale = room / bytesOf(regions);
  const small = new Set(
    regions.filter(({ kind, from, to }) => kind === 'segment' && (to - from) * scale < NUMBERED),
  );
  const rest = regions.filter((region) => !small.has(region));
  const left = room - small.size * NUMBERED;
  if (left < room / 2) return ({ from, to }) => (to - from) * scale;
  return (region) => (small.has(region) ? NUMBERED : ((region.to - region.from) * left) / bytesOf(rest));
}

/** The holes that are each larger than everything that is then left. */
function giantHoles(regions: readonly Region[]): Set<Region> {
  const giants = new Set<Region>();
  const holes = regions
    .filter((region) => region.kind === 'hole')
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  let rest = regions.reduce((sum, region) => sum + region.to - region.from, 0);
  for (const hole of holes) {
    const size = hole.to - hole.from;
    if (size <= rest - size) break;
    giants.add(hole);
    rest -= size;
  }
  return giants;
}
