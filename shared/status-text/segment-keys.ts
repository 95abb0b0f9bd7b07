/** How the segment space is laid out and searched: the keys from MAX_SEGMENTS to Rover. */
import { MAX_SEGMENTS, SEGMENT_BASE, SEGMENT_SPACE } from '../config.ts';
import { FIT_NAMES, HOLE_ORDERS, MAX_SEGMENT_ROWS, type SegmentationStatus } from '../status.ts';
import { type KeyLines, keyLine, numberOrNone, yesOrNo } from './keys.ts';

export type SegmentSettings = Omit<SegmentationStatus, 'segments' | 'holes' | 'rover'>;

export function segmentationLines(segmentation: SegmentationStatus): string[] {
  return [
    keyLine('MAX_SEGMENTS', segmentation.maxSegments),
    keyLine('Segment Base', segmentation.base),
    keyLine('Segment Space', segmentation.space),
    keyLine('Fit', segmentation.fit),
    keyLine('Hole Order', segmentation.holeOrder),
    keyLine('Coalesce', yesOrNo(segmentation.coalesce)),
    keyLine('Header Bytes', segmentation.header),
    keyLine('Alignment', segmentation.align),
    keyLine('Rover', numberOrNone(segmentation.rover)),
  ];
}

/** A missing key means what shared/config.ts says today, as in a memory that begins. */
export function readSegmentSettings(keys: KeyLines): SegmentSettings {
  const base = keys.integer('Segment Base', { missing: SEGMENT_BASE });
  return {
    maxSegments: keys.integer('MAX_SEGMENTS', { max: MAX_SEGMENT_ROWS, missing: MAX_SEGMENTS }),
    base,
    space: keys.integer('Segment Space', {
      max: Math.min(Number.MAX_SAFE_INTEGER, 2 ** 53 - base),
      missing: SEGMENT_SPACE,
    }),
    fit: keys.choice('Fit', FIT_NAMES, 'first'),
    holeOrder: keys.choice('Hole Order', HOLE_ORDERS, 'address'),
    coalesce: keys.yes('Coalesce', true),
    header: keys.integer('Header Bytes', { missing: 0 }),
    align: keys.integer('Alignment', { min: 1, missing: 1 }),
  };
}
