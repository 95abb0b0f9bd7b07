/** What the segmentation half of the machine refuses, with the numbers that say why. All sizes in bytes. */
export type SegmentationRefusal =
  | {
      readonly code: 'no-hole';
      /** The block that was needed: header + limit rounded up. */
      readonly block: number;
      readonly free: number;
      readonly largest: number;
      readonly holes: number;
      /** Where the total would do: the cheapest run of neighbouring holes to slide together; else null. */
      readonly slide: Slide | null;
    }
  | { readonly code: 'segment-table-full'; readonly maxSegments: number }
  | { readonly code: 'no-such-segment'; readonly id: number; readonly known: readonly number[] }
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
      readonly offset: number;
      readonly limit: number;
      readonly grows: 'up' | 'down';
    };

/** Moving `bytes` bytes of the segments between these neighbouring holes makes one hole of `size`. */
export interface Slide {
  readonly holes: readonly (readonly [base: number, size: number])[];
  readonly segments: readonly number[];
  readonly bytes: number;
  readonly size: number;
}
