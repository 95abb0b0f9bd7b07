/** What the segmentation half of the machine refuses, with the numbers that say why. All sizes in bytes. */
import type { LogicalAddress } from './translation.ts';

export type SegmentationRefusal =
  | {
      readonly code: 'no-hole';
      /** The block that was needed: header + limit rounded up. */
      readonly block: number;
      readonly free: number;
      readonly largest: number;
      /** How many there are; a search has looked at all of them. */
      readonly holes: number;
      /** Where the total would do: the cheapest run of neighbouring holes to slide together, for growth at its edge; else null. */
      readonly slide: Slide | null;
      /** Only of `--base`: [from, to) is free, but in holes that touch and are not coalesced. */
      readonly across?: readonly [from: number, to: number];
      /** Only of resize: what the growing edge lacks. */
      readonly growth?: Growth;
    }
  | { readonly code: 'segment-table-full'; readonly maxSegments: number }
  | {
      readonly code: 'no-such-segment';
      readonly id: number;
      /** Ascending ids. */
      readonly known: readonly number[];
      /** Where the top bits of an address selected the segment. */
      readonly logical?: LogicalAddress;
    }
  /** The bytes asked for, [from, to), meet segment `id`, which has [segmentFrom, segmentTo). */
  | {
      readonly code: 'segments-overlap';
      readonly from: number;
      readonly to: number;
      readonly id: number;
      readonly segmentFrom: number;
      readonly segmentTo: number;
    }
  /** The bytes asked for, [from, to), leave the segment space [base, end). */
  | {
      readonly code: 'out-of-space';
      readonly from: number;
      readonly to: number;
      readonly base: number;
      readonly end: number;
    }
  | {
      readonly code: 'segmentation-fault';
      readonly id: number;
      /** What was held against the limit: d, counted back from the base, in a segment that grows down. */
      readonly offset: number;
      readonly base: number;
      readonly limit: number;
      readonly grows: 'up' | 'down';
      /** Where the top bits of an address selected the segment. */
      readonly logical?: LogicalAddress;
    };

/** Moving `bytes` bytes of the segments between these neighbouring holes makes one hole of `size`. */
export interface Slide {
  /** Neighbours in address order; one alone where it comes to lie at a growing edge that no hole touches. */
  readonly holes: readonly (readonly [base: number, size: number])[];
  /** Their ids in address order; none where the holes only need coalescing. */
  readonly segments: readonly number[];
  readonly bytes: number;
  readonly size: number;
}

/** A segment that cannot grow: its block ends at `edge`, where `needed` more bytes are not one hole. */
export interface Growth {
  readonly id: number;
  readonly edge: number;
  readonly needed: number;
  /** The hole that touches the edge, too small; null where a segment or the end of the space does. */
  readonly hole: readonly [base: number, size: number] | null;
  /** What else than a slide makes room at the edge; null where neither freeing what lies there nor compaction does. */
  readonly remedy: Remedy | null;
}

/** What to do before a segment can grow: free these, nearest first, and then perhaps compact. */
export interface Remedy {
  readonly free: readonly number[];
  readonly compact: boolean;
}
