/** The parts of one segment space, as its operations share them, and the bytes that no block has. */
import type { HoleList } from './hole-list.ts';
import type { SegmentTable } from './segment-table.ts';
import type { SegmentationOptions } from './segmentation-options.ts';

export interface SpaceParts {
  readonly options: Required<SegmentationOptions>;
  readonly table: SegmentTable;
  readonly holes: HoleList;
}

/** Free bytes, in all holes together. */
export function freeBytes({ options, table }: SpaceParts): number {
  return options.space - table.blockBytes;
}
