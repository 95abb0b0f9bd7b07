/**
 * Address translation with segments: the arithmetic alone, no table and no state.
 * (Silberschatz 10e §9.2–9.3; Arpaci-Dusseau, Three Easy Pieces, ch. 16, for segments that grow down.)
 *
 *     logical address, M bits   ┌ segment: top N bits ┬ offset: M − N bits ┐
 *     grows up                  physical = base + offset,  legal if offset < limit
 *     grows down                d = 2^(M−N) − offset,  physical = base − d,  legal if 1 ≤ d ≤ limit
 */
import type { SegmentStatus } from '../../../shared/status.ts';

/** A logical address taken apart. */
export interface LogicalAddress {
  readonly address: number;
  /** Bytes that one segment number spans: 2^(M−N). */
  readonly span: number;
  readonly segment: number;
  /** What is left of the address below the segment number, before it is turned round for a segment that grows down. */
  readonly rawOffset: number;
}

/** Works for any span, not only for powers of two: two segments in 101 bytes have a span of 50.5. */
export function splitAddress(address: number, span: number): LogicalAddress {
  const segment = Math.floor(address / span);
  return { address, span, segment, rawOffset: address - segment * span };
}

/** The offset that is held against the limit: d, counted back from the base, in a segment that grows down. */
export function offsetIn(grows: SegmentStatus['grows'], logical: LogicalAddress): number {
  return grows === 'up' ? logical.rawOffset : logical.span - logical.rawOffset;
}

/** The physical address, or null where the offset is not legal: a segmentation fault. */
export function physicalAddress(
  segment: Pick<SegmentStatus, 'base' | 'limit' | 'grows'>,
  offset: number,
): number | null {
  const { base, limit, grows } = segment;
  if (grows === 'up') return offset >= 0 && offset < limit ? base + offset : null;
  return offset >= 1 && offset <= limit ? base - offset : null;
}
