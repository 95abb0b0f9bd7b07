/**
 * Fragmentation as the file words it: never as a bare number, always with its definition. Both lines follow from
 * the rest of the file.
 */
import type { HoleStatus, ProcessStatus, SegmentationStatus } from '../status.ts';
import { blockOf } from './tiling.ts';

/** How much of the free bytes one request could not have, because they are in several holes. */
export function externalFragmentation(holes: readonly HoleStatus[]): string {
  if (holes.length === 0) return '0 (nothing is free)';
  const free = holes.reduce((sum, { size }) => sum + size, 0);
  const largest = holes.reduce((most, { size }) => Math.max(most, size), 0);
  const fraction = Number((1 - largest / free).toFixed(4));
  return `1 - largest / free = 1 - ${largest} / ${free} = ${fraction}`;
}

/** Bytes that are given out and not used: at the end of pages, in the headers of blocks and in their rounding. */
export function internalFragmentation(
  processes: readonly ProcessStatus[],
  segmentation: SegmentationStatus,
): string {
  let unfilled = 0;
  for (const { waste } of processes) for (const { bytes } of waste) unfilled += bytes;
  let beyond = 0;
  for (const segment of segmentation.segments) beyond += blockOf(segment, segmentation).size - segment.limit;
  return `unfilled bytes of pages + (block - limit) of segments = ${unfilled} + ${beyond} = ${unfilled + beyond}`;
}
