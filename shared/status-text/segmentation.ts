/** Everything about segmentation: first read in the order of the file, then checked as a whole. */
import type { HoleStatus, SegmentationStatus } from '../status.ts';
import type { Cursor } from './cursor.ts';
import { type HoleRows, readHoles } from './hole-list.ts';
import type { KeyLines } from './keys.ts';
import { readSegmentSettings, type SegmentSettings } from './segment-keys.ts';
import { readSegments, type SegmentRows } from './segment-table.ts';
import { checkTiling } from './tiling.ts';

export interface SegmentationRows {
  readonly settings: SegmentSettings;
  readonly segments: SegmentRows;
  /** Null where the file has no such section. */
  readonly holes: HoleRows | null;
}

/** Each row by itself. */
export function readSegmentation(cursor: Cursor, keys: KeyLines): SegmentationRows {
  const settings = readSegmentSettings(keys);
  return { settings, segments: readSegments(cursor, settings), holes: readHoles(cursor) };
}

/** Segments, holes and rover together; called when the file has been read to its end. */
export function checkSegmentation(
  cursor: Cursor,
  keys: KeyLines,
  rows: SegmentationRows,
): SegmentationStatus {
  const holes = checkTiling(cursor, rows.settings, rows.segments, rows.holes);
  return { ...rows.settings, segments: rows.segments.segments, holes, rover: readRover(keys, holes) };
}

/** The rover is a hole, so there is none only where there is no hole. A missing line means the first in the list. */
function readRover(keys: KeyLines, holes: readonly HoleStatus[]): number | null {
  if (!keys.has('Rover')) return holes[0]?.base ?? null;
  const rover = keys.integerOrNone('Rover', Number.MAX_SAFE_INTEGER);
  if (holes.length === 0 && rover !== null) keys.refuse('Rover', '"Rover: none": there is no hole');
  if (holes.length > 0 && !holes.some(({ base }) => base === rover)) {
    keys.refuse('Rover', '"Rover: " and the base of a hole');
  }
  return rover;
}
