/** Fragmentation, always with the numbers it is made of: a bare percentage says nothing. */
import type { ProcessStatus, SegmentationStatus } from '../../shared/status.ts';
import { percent } from './wording.ts';

/** Memory that is free but in pieces. */
export interface ExternalFragmentation {
  readonly free: number;
  readonly holes: number;
  readonly largest: number;
  /** What 1 − largest ÷ free comes to: `= 3%`, `<1%` where that is less; `= 0%` when nothing is free. */
  readonly share: string;
}

export function externalFragmentation({ holes }: SegmentationStatus): ExternalFragmentation {
  let free = 0;
  let largest = 0;
  for (const { size } of holes) {
    free += size;
    largest = Math.max(largest, size);
  }
  const share = percent(free - largest, free);
  return { free, holes: holes.length, largest, share: /^[<>]/.test(share) ? share : `= ${share}` };
}

/** Bytes that pages have and nobody asked for. */
export function pageWaste(processes: readonly ProcessStatus[]): number {
  let waste = 0;
  for (const process of processes) for (const { bytes } of process.waste) waste += bytes;
  return waste;
}

/** Bytes that blocks have beyond the limits of their segments: headers and rounding. */
export function segmentWaste(segmentation: SegmentationStatus): number {
  return segmentation.segments.reduce((rest, { limit }) => rest - limit, bytesInBlocks(segmentation));
}

/** Bytes of the segment space that are in no hole. */
export function bytesInBlocks({ space, holes }: SegmentationStatus): number {
  return holes.reduce((rest, { size }) => rest - size, space);
}
