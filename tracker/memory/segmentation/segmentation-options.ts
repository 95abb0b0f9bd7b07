/**
 * What a segment space is made with. The command line checks the ranges and says what is wrong in words; here a
 * wrong number is a bug and throws. A status has all of these fields, so it can stand wherever options are asked for.
 */
import { MAX_SEGMENTS, SEGMENT_BASE, SEGMENT_SPACE } from '../../../shared/config.ts';
import { type FitName, type HoleOrder, MAX_SEGMENT_ROWS } from '../../../shared/status.ts';
import { requireWhole } from './whole-number.ts';

export interface SegmentationOptions {
  /** Rows of the segment table. Default: MAX_SEGMENTS of shared/config.ts. */
  readonly maxSegments?: number;
  /** Lowest address of the segment space. Default: SEGMENT_BASE. */
  readonly base?: number;
  /** Bytes of the segment space. Default: SEGMENT_SPACE. */
  readonly space?: number;
  /** The fit strategy of an `alloc` that names none. Default: first. */
  readonly fit?: FitName;
  /** The order of the list of holes. Default: address. */
  readonly holeOrder?: HoleOrder;
  /** Are holes that touch merged when bytes are freed? Default: true. */
  readonly coalesce?: boolean;
  /** Bytes of header at the low end of every block. Default: 0. */
  readonly header?: number;
  /** Segments are padded in their blocks to a multiple of this many bytes. Default: 1, which adds nothing. */
  readonly align?: number;
}

/** The options with nothing left open. Throws a RangeError where the space would not fit below 2^53. */
export function resolveOptions(options: SegmentationOptions): Required<SegmentationOptions> {
  const resolved = {
    maxSegments: options.maxSegments ?? MAX_SEGMENTS,
    base: options.base ?? SEGMENT_BASE,
    space: options.space ?? SEGMENT_SPACE,
    fit: options.fit ?? 'first',
    holeOrder: options.holeOrder ?? 'address',
    coalesce: options.coalesce ?? true,
    header: options.header ?? 0,
    align: options.align ?? 1,
  } as const;
  requireWhole('maxSegments', resolved.maxSegments, 1);
  requireWhole('base', resolved.base, 0);
  requireWhole('space', resolved.space, 1);
  requireWhole('header', resolved.header, 0);
  requireWhole('align', resolved.align, 1);
  if (resolved.space > 2 ** 53 - resolved.base) throw new RangeError('the segment space ends beyond 2^53');
  if (resolved.maxSegments > MAX_SEGMENT_ROWS) {
    throw new RangeError(`maxSegments is ${resolved.maxSegments}: at most ${MAX_SEGMENT_ROWS}`);
  }
  return resolved;
}
