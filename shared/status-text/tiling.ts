/**
 * Segments and holes cover the segment space exactly: every byte belongs to one block or one hole.
 *
 *     segment base                                                        base + space
 *     │ header │ limit … rounded up │    hole    │ block of another │ hole │
 *              └ base of a segment that grows up; of one that grows down it is the high end
 */
import type { HoleStatus, SegmentationStatus, SegmentStatus } from '../status.ts';
import type { Cursor } from './cursor.ts';
import type { HoleRows } from './hole-list.ts';
import type { SegmentSettings } from './segment-keys.ts';
import type { SegmentRows } from './segment-table.ts';

interface Extent extends HoleStatus {
  readonly line: number;
  /** The segment's id; null for a hole. */
  readonly id: number | null;
}

/** The bytes a segment takes up: its header, then its limit rounded up to the alignment. */
export function blockOf(segment: SegmentStatus, { header, align }: SegmentSettings): HoleStatus {
  const size = header + segment.limit + ((align - (segment.limit % align)) % align);
  return { base: segment.grows === 'up' ? segment.base - header : segment.base - size, size };
}

/**
 * The holes in list order. A file may leave its section out where at most one hole can be what is left over;
 * the order of several cannot be guessed.
 */
export function checkTiling(
  cursor: Cursor,
  settings: SegmentSettings,
  { segments, line }: SegmentRows,
  holes: HoleRows | null,
): SegmentationStatus['holes'] {
  const extents = segments.map((segment, row): Extent => {
    return { ...blockOf(segment, settings), line: line + row, id: segment.id };
  });
  for (const [row, hole] of (holes?.holes ?? []).entries()) {
    extents.push({ ...hole, line: (holes?.line ?? 0) + row, id: null });
  }
  const gaps = gapsBetween(cursor, settings, extents);
  const [gap] = gaps;
  if (holes !== null && gap !== undefined) {
    cursor.inconsistent(
      holes.line,
      `a hole ${gap.base} -> ${gap.size}: no segment and no hole covers these bytes`,
    );
  }
  if (holes === null && gaps.length > 1) {
    cursor.inconsistent(
      line + segments.length,
      `a Holes section: there are ${gaps.length} holes, and their order matters`,
    );
  }
  return holes?.holes ?? gaps;
}

/** What `extents` leave of the segment space. Refuses one that is not inside it, or overlaps another. */
function gapsBetween(cursor: Cursor, { base, space }: SegmentSettings, extents: Extent[]): HoleStatus[] {
  const end = base + space;
  const gaps: HoleStatus[] = [];
  let covered = base;
  let last: Extent | null = null;
  for (const extent of extents.sort((a, b) => a.base - b.base || a.size - b.size)) {
    const { base: start, size, line } = extent;
    if (start < base || start + size > end) {
      cursor.inconsistent(
        line,
        `${inWords(extent)} inside the segment space, ${base} to ${end}: it is ${start} to ${start + size}`,
      );
    }
    if (start < covered) {
      cursor.inconsistent(line, `${inWords(extent)} from ${covered} on: there it meets ${inWords(last)}`);
    }
    if (start > covered) gaps.push({ base: covered, size: start - covered });
    covered = start + size;
    last = extent;
  }
  if (covered < end) gaps.push({ base: covered, size: end - covered });
  return gaps;
}

function inWords(extent: Extent | null): string {
  if (extent === null) return 'the segment base';
  return extent.id === null ? `the hole at ${extent.base}` : `segment ${extent.id}`;
}
