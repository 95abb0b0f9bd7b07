/** How the segment space is laid out and searched: the keys from MAX_SEGMENTS to Rover. */
import { MAX_SEGMENTS, SEGMENT_BASE, SEGMENT_SPACE } from '../config.ts';
import {
  FIT_NAMES,
  HOLE_ORDERS,
  MAX_ADDRESS,
  MAX_ALIGN,
  MAX_HEADER,
  MAX_SEGMENT_ROWS,
  type SegmentationStatus,
} from '../status.ts';
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
  return {
    maxSegments: keys.integer('MAX_SEGMENTS', { min: 1, max: MAX_SEGMENT_ROWS, missing: MAX_SEGMENTS }),
    base: keys.integer('Segment Base', { max: MAX_ADDRESS, missing: SEGMENT_BASE }),
    space: keys.integer('Segment Space', { min: 1, max: MAX_ADDRESS, missing: SEGMENT_SPACE }),
    fit: keys.choice('Fit', FIT_NAMES, 'first'),
    holeOrder: keys.choice('Hole Order', HOLE_ORDERS, 'address'),
    coalesce: keys.yes('Coalesce', true),
    header: keys.integer('Header Bytes', { max: MAX_HEADER, missing: 0 }),
    align: keys.integer('Alignment', { min: 1, max: MAX_ALIGN, missing: 1 }),
  };
}
