/**
 * A small memory made by hand, for tests: two processes, a few pages of every kind, three segments and two holes, an
 * eviction with its candidates. It is what a status file could say; `parseStatus(formatStatus(…))` gives it back.
 */
import {
  DIRTY,
  DISK,
  FRESH,
  type PageRuns,
  REFERENCED,
  type Status,
  type StatusEvent,
  SWAPPED,
} from '../status.ts';

/** One run of pages: first page, first frame (or DISK), how many, bits, uses. */
export type PageRow = readonly [page: number, frame: number, count: number, bits: number, uses?: number];

export function pageRuns(...rows: readonly PageRow[]): PageRuns {
  return {
    pages: Float64Array.from(rows, ([page]) => page),
    frames: Int32Array.from(rows, ([, frame]) => frame),
    counts: Int32Array.from(rows, ([, , count]) => count),
    bits: Uint8Array.from(rows, ([, , , bits]) => bits),
    uses: Float64Array.from(rows, ([, , , , uses]) => uses ?? 0),
  };
}

/** Frames in list order: `[8, 56], [0, 2]` is 8 … 63, 0, 1. */
export function frameRuns(...runs: readonly (readonly [start: number, count: number])[]) {
  return {
    starts: Int32Array.from(runs, ([start]) => start),
    counts: Int32Array.from(runs, ([, count]) => count),
  };
}

/** As `frameRuns`, each with the time of its first frame. */
export function timedRuns(...runs: readonly (readonly [start: number, count: number, time: number])[]) {
  return {
    ...frameRuns(...runs.map(([start, count]) => [start, count] as const)),
    times: Float64Array.from(runs, ([, , time]) => time),
  };
}

const EVENTS: readonly StatusEvent[] = [
  { revision: 15, time: 9, kind: 'alloc', frame: null, text: 'P1 got 4 pages in frames 0-3', candidates: [] },
  {
    revision: 16,
    time: 11,
    kind: 'fault',
    frame: 5,
    text: 'P2 page 1: loaded into frame 5',
    candidates: [],
  },
  {
    revision: 17,
    time: 12,
    kind: 'evict',
    frame: 4,
    text: 'P2 page 0 left frame 4: loaded first',
    candidates: [
      { pid: 'P2', page: 0, frame: 4, number: 'loaded at 1' },
      { pid: 'P1', page: 0, frame: 0, number: 'loaded at 6' },
    ],
  },
];

/** Eight frames, two of them free; LRU; the third segment between two holes. Top-level fields can be replaced. */
export function exampleStatus(overrides: Partial<Status> = {}): Status {
  return {
    revision: 17,
    session: '5f3a9c1e',
    written: '2026-11-23T00:21:07.123Z',
    tracker: 4242,
    door: 'command',
    command: 'access P2 8192 --write',
    configFrames: 64,
    configPageSize: 4096,
    paging: {
      totalFrames: 8,
      pageSize: 4096,
      freeList: frameRuns([7, 1], [6, 1]),
      processes: [
        {
          pid: 'P1',
          letter: 'A',
          table: pageRuns([0, 0, 2, FRESH | REFERENCED], [2, 2, 2, REFERENCED]),
          waste: [{ page: 3, bytes: 96 }],
        },
        {
          pid: 'editor',
          letter: 'B',
          table: pageRuns(
            [0, DISK, 1, SWAPPED],
            [1, 5, 1, REFERENCED],
            [2, 4, 1, REFERENCED | DIRTY],
            [3, DISK, 6, 0],
          ),
          waste: [],
        },
      ],
      replacement: {
        policy: 'lru',
        refOnLoad: true,
        period: 1,
        keepCounts: false,
        hand: 0,
        sincePeriod: 0,
        seed: 0,
        randomState: 0,
      },
      nextVictim: null,
      time: 12,
      loads: timedRuns([0, 4, 6], [5, 1, 11], [4, 1, 12]),
      uses: timedRuns([2, 1, 10]),
      counters: {
        references: 5,
        hits: 2,
        faults: 3,
        coldFaults: 3,
        evictions: 1,
        writeBacks: 0,
        tlbHits: 0,
        tlbMisses: 0,
      },
      tlb: { entries: 0, policy: 'lru', flush: false, process: null, content: [] },
    },
    segmentation: {
      maxSegments: 5,
      base: 1000,
      space: 65_536,
      fit: 'first',
      holeOrder: 'address',
      coalesce: true,
      header: 0,
      align: 1,
      segments: [
        { id: 0, base: 1000, limit: 100, grows: 'up', name: 'code' },
        { id: 1, base: 1100, limit: 200, grows: 'up', name: null },
        { id: 2, base: 2000, limit: 300, grows: 'down', name: 'stack' },
      ],
      holes: [
        { base: 1300, size: 400 },
        { base: 2000, size: 64_536 },
      ],
      rover: 1300,
    },
    events: EVENTS,
    ...overrides,
  };
}
