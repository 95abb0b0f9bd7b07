/** Everything about segmentation, read in the order of the file: its keys, its segments and its holes. */
import type { HoleStatus, SegmentationStatus } from '../status.ts';
import type { Cursor } from './cursor.ts';
import { readHoles } from './hole-list.ts';
import type { KeyLines } from './keys.ts';
import { readSegmentSettings } from './segment-keys.ts';
import { readSegments } from './segment-table.ts';
import { checkTiling } from './tiling.ts';

export function readSegmentation(cursor: Cursor, keys: KeyLines): SegmentationStatus {
  const settings = readSegmentSettings(keys);
  const rows = readSegments(cursor, settings);
  const holes = checkTiling(cursor, settings, rows, readHoles(cursor));
  return { ...settings, segments: rows.segments, holes, rover: readRover(keys, holes) };
}

/** The rover is a hole, so there is none only where there is no hole. A missing line means the first in the list. */
function readRover(keys: KeyLines, holes: readonly HoleStatus[]): number | null {
  if (!keys.has('Rover')) return holes[0]?.base ?? null;
  const rover = keys.integerOrNone('Rover', Number.MAX_SAFE_INTEGER);
  const fits = rover === null ? holes.length === 0 : holes.some(({ base }) => base === rover);
  if (!fits)
    keys.refuse(
      'Rover',
      holes.length === 0 ? '"Rover: none": there is no hole' : '"Rover: " and the base of a hole',
    );
  return rover;
}
