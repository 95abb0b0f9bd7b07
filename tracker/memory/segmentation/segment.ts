/**
 * One segment and the block of memory that holds it. The block is the header, then the limit rounded up to the
 * alignment; the *size* is rounded, never the address, and the limit itself stays.
 *
 *   grows up     | header | offset 0, 1, …  limit − 1 | rounding |      base: the first byte after the header
 *   grows down   | header | rounding | d = limit, …  2, 1        |      base: the end of the block, exclusive
 *                ^ block address                                 ^ block address + block size
 */
import type { SegmentStatus } from '../../../shared/status.ts';

/** How blocks are laid out: both in bytes. */
export interface BlockLayout {
  readonly header: number;
  readonly align: number;
}

/** A row of the segment table with its block. What the block has beyond the limit is internal fragmentation. */
export interface Segment extends SegmentStatus {
  readonly block: readonly [address: number, size: number];
}

/** Bytes of the block for a segment of `limit` bytes. */
export function blockSize(limit: number, layout: BlockLayout): number {
  const over = limit % layout.align;
  return layout.header + limit + (over === 0 ? 0 : layout.align - over);
}

/** Lowest address of the block of `size` bytes whose segment is to have `base`; negative where there is no such place. */
export function blockAddress(
  base: number,
  size: number,
  grows: SegmentStatus['grows'],
  layout: BlockLayout,
): number {
  return grows === 'up' ? base - layout.header : base - size;
}

/** The segment of a saved row: its block follows from base, limit and layout. */
export function segmentOf(row: SegmentStatus, layout: BlockLayout): Segment {
  const { id, base, limit, grows, name } = row;
  const size = blockSize(limit, layout);
  return { id, base, limit, grows, name, block: [blockAddress(base, size, grows, layout), size] };
}

/** The segment whose block begins at `address`. */
export function segmentAt(address: number, row: Omit<SegmentStatus, 'base'>, layout: BlockLayout): Segment {
  const base = address + (row.grows === 'up' ? layout.header : blockSize(row.limit, layout));
  return segmentOf({ ...row, base }, layout);
}

/** `segment` moved by `bytes`; its offsets mean what they meant. */
export function movedBy(segment: Segment, bytes: number): Segment {
  const [address, size] = segment.block;
  return { ...segment, base: segment.base + bytes, block: [address + bytes, size] };
}
