/**
 * The whole state of the simulated machine as plain data: what memory_status.txt says, and nothing else.
 *
 * The tracker takes a `Status` out of its memory and has it written; the visualizer reads one back and draws
 * it; the tracker's next command rebuilds the memory from it. `parse(format(status))` equals `status`.
 *
 * Whatever can be a million long is kept as columns of *runs*: row k of every column belongs together, and a
 * run of n consecutive pages in n consecutive frames is one row. Frames, pages and times are counted from 0,
 * 0 and 1; sizes, bases, limits and addresses are in bytes.
 */

/** Frames of one memory at most: what the typed arrays of the engine need then is about 200 MB. */
export const MAX_TOTAL_FRAMES = 4_194_304;

/** Bytes of a page at most: a gigabyte, the largest that real machines have. */
export const MAX_PAGE_SIZE = 1024 ** 3;

/** Pages of all processes together at most, resident or not. */
export const MAX_PAGES = 8_388_608;

/** Processes of one memory at most. */
export const MAX_PROCESSES = 65_536;

/** Entries of a TLB at most. */
export const MAX_TLB_ENTRIES = 65_536;

/** References between two clearings of R at most. */
export const MAX_PERIOD = 1_000_000_000;

/** Seed and state of the random generator at most: unsigned, 32 bits. */
export const MAX_SEED = 0xffff_ffff;

/** Segment addresses end here, and a space of as many bytes may begin here: every sum of two of them is exact. */
export const MAX_ADDRESS = 2 ** 52;

/** Bytes of header before a segment at most. */
export const MAX_HEADER = 1024 ** 2;

/** Bytes that segments are padded to a multiple of at most. */
export const MAX_ALIGN = 1024 ** 2;

/** Rows the segment table may be given at most. */
export const MAX_SEGMENT_ROWS = 1_000_000;

/** Holes that are read from a file at most: more than anybody's segments leave. */
export const MAX_HOLES = 1_000_000;

/** Recent events kept in the file at most. */
export const MAX_EVENTS = 32;

/** Candidates of one eviction kept in the file at most. */
export const MAX_CANDIDATES = 8;

/** Names of processes and segments. They may not begin with `-`. */
export const NAME_PATTERN = /^[A-Za-z0-9._][A-Za-z0-9._-]{0,31}$/;

export const POLICY_NAMES = [
  'fifo',
  'lru',
  'mru',
  'clock',
  'enhanced-clock',
  'nru',
  'lfu',
  'aging',
  'random',
  'opt',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

export const FIT_NAMES = ['first', 'best', 'worst', 'next'] as const;
export type FitName = (typeof FIT_NAMES)[number];

export const HOLE_ORDERS = ['address', 'size-ascending', 'size-descending', 'front', 'back'] as const;
export type HoleOrder = (typeof HOLE_ORDERS)[number];

export const DOORS = ['command', 'menu', 'pipe', 'script', 'replay'] as const;
/** Through which door the last change came in: with the pid it tells a tracker that is idle from one that has gone. */
export type Door = (typeof DOORS)[number];

/** Frame numbers in list order: run k is starts[k], starts[k] + 1, … starts[k] + counts[k] − 1. */
export interface FrameRuns {
  readonly starts: Int32Array;
  readonly counts: Int32Array;
}

/** Frames with the logical time of each, ascending in time: frame starts[k] + i belongs to time times[k] + i. */
export interface TimedRuns extends FrameRuns {
  readonly times: Float64Array;
}

/** `frames[k]` of a run of pages that are not resident. */
export const DISK = -1;

/** Referenced: the R bit. */
export const REFERENCED = 1;
/** Modified since it was loaded: the D bit. */
export const DIRTY = 2;
/**
 * Loaded by `alloc` or `map` and not accessed since. Its R bit is beside it, as the load left it: set, unless
 * `refOnLoad` is off. Printed as no column at all.
 */
export const FRESH = 4;
/** Not resident, but was once: the next fault on it is not cold. Only with DISK. Printed as `S`, swapped out. */
export const SWAPPED = 8;

/** The page table of one process, in ascending page order; a page in no run is invalid. */
export interface PageRuns {
  /** First page number of the run. */
  readonly pages: Float64Array;
  /** First frame of the run, or DISK. */
  readonly frames: Int32Array;
  /** How many pages. */
  readonly counts: Int32Array;
  /** REFERENCED | DIRTY | FRESH for resident pages, 0 or SWAPPED for the others; the same for the whole run. */
  readonly bits: Uint8Array;
  /** lfu: the use count; aging: the 8-bit age (0x80 when just loaded); 0 for every other policy. The same for the whole run. */
  readonly uses: Float64Array;
}

export interface ProcessStatus {
  readonly pid: string;
  /** `A` … `Z`, or `#` when all are taken: the same in every picture. */
  readonly letter: string;
  readonly table: PageRuns;
  /** Internal fragmentation: pages that `--bytes` did not fill, and the bytes wasted in each; ascending pages. */
  readonly waste: readonly { readonly page: number; readonly bytes: number }[];
}

/** Which page goes, and what the policy remembers beyond the load and use times. */
export interface ReplacementStatus {
  readonly policy: PolicyName;
  /** clock, enhanced-clock and nru: does a load set R? Default true. */
  readonly refOnLoad: boolean;
  /** nru and aging: T, in references. Default 1000 for nru, 1 for aging and (unused) the others. */
  readonly period: number;
  /** lfu: does a page keep its count when it is evicted? Default false. */
  readonly keepCounts: boolean;
  /** clock and enhanced-clock: the frame the hand points at. 0 for the others. */
  readonly hand: number;
  /** nru and aging: references since R was last cleared. 0 for the others. */
  readonly sincePeriod: number;
  /** random: the seed asked for, and the generator's state, both unsigned 32-bit. 0 for the others. */
  readonly seed: number;
  readonly randomState: number;
}

export interface Counters {
  /** hits + faults; refused accesses count nowhere. */
  readonly references: number;
  readonly hits: number;
  readonly faults: number;
  /** Faults on pages that were never resident since they were created. */
  readonly coldFaults: number;
  readonly evictions: number;
  /** Evictions of dirty pages. */
  readonly writeBacks: number;
  readonly tlbHits: number;
  readonly tlbMisses: number;
}

export interface TlbStatus {
  /** How many entries it has; 0 is no TLB. */
  readonly entries: number;
  readonly policy: 'lru' | 'fifo';
  /** Emptied when the process changes, instead of entries that carry their process. */
  readonly flush: boolean;
  /** The process whose entries are in it, where `flush` is on; null before the first access. */
  readonly process: string | null;
  /** The entries in use, the next to be replaced first. */
  readonly content: readonly { readonly pid: string; readonly page: number; readonly frame: number }[];
}

export interface PagingStatus {
  readonly totalFrames: number;
  readonly pageSize: number;
  /** FIFO: the head is taken first. Its order is state. */
  readonly freeList: FrameRuns;
  /** In order of creation. */
  readonly processes: readonly ProcessStatus[];
  readonly replacement: ReplacementStatus;
  /** The frame a fault would take now: null while a frame is free, and for policies that cannot know it. */
  readonly nextVictim: number | null;
  /** The logical time: one tick for each reference, and one for each page that `alloc` or `map` loads. */
  readonly time: number;
  /** Every used frame, oldest load first. */
  readonly loads: TimedRuns;
  /** The used frames accessed since their load, the one unused for longest first. */
  readonly uses: TimedRuns;
  readonly counters: Counters;
  readonly tlb: TlbStatus;
}

export interface SegmentStatus {
  readonly id: number;
  /** What the segment may use begins here; of one that grows down, the high end, exclusive. */
  readonly base: number;
  /** A length: offsets 0 … limit − 1 are legal growing up, 1 … limit growing down. */
  readonly limit: number;
  readonly grows: 'up' | 'down';
  readonly name: string | null;
}

export interface HoleStatus {
  readonly base: number;
  readonly size: number;
}

export interface SegmentationStatus {
  readonly maxSegments: number;
  /** The segment space is [base, base + space). */
  readonly base: number;
  readonly space: number;
  readonly fit: FitName;
  readonly holeOrder: HoleOrder;
  readonly coalesce: boolean;
  /** Bytes of header before each segment. A block is the header, and the segment padded to a multiple of `align`. */
  readonly header: number;
  readonly align: number;
  /** Ascending ids. */
  readonly segments: readonly SegmentStatus[];
  /** In list order. */
  readonly holes: readonly HoleStatus[];
  /** Next fit: the base of the hole where the next search starts; null when there is no hole. */
  readonly rover: number | null;
}

export const EVENT_KINDS = [
  'alloc',
  'reserve',
  'map',
  'free',
  'hit',
  'fault',
  'evict',
  'segment-alloc',
  'segment-free',
  'segment-resize',
  'segment-compact',
  'reset',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** A page that could have been evicted, with the number that decided: `loaded at 3`, `used at 17`, `R 0 D 1`. */
export interface Candidate {
  readonly pid: string;
  readonly page: number;
  readonly frame: number;
  readonly number: string;
}

/** One thing that happened, as a sentence people can read. */
export interface StatusEvent {
  readonly revision: number;
  readonly time: number;
  readonly kind: EventKind;
  /** The frame it is about (loaded into, hit, emptied), where it is about exactly one. */
  readonly frame: number | null;
  /** One line, printable, no control characters. */
  readonly text: string;
  /** Of an eviction: at most MAX_CANDIDATES, the victim first, then the runner-up. */
  readonly candidates: readonly Candidate[];
}

export interface Status {
  /** Rises by exactly 1 with each successful mutating command; `init` makes it 0. */
  readonly revision: number;
  /** Random per `init`, eight hex digits: two files that differ never share (session, revision). */
  readonly session: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly written: string;
  /** Process id of the tracker that wrote it. */
  readonly tracker: number;
  readonly door: Door;
  /** The command that led here, as typed. */
  readonly command: string;
  /** What shared/config.ts said at `init`, which is not always what `init` was told. */
  readonly configFrames: number;
  readonly configPageSize: number;
  readonly paging: PagingStatus;
  readonly segmentation: SegmentationStatus;
  /** Oldest first, at most MAX_EVENTS. */
  readonly events: readonly StatusEvent[];
}
