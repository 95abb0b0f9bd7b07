/**
 * Memories of any size for tests and pictures, made from a seed: processes in scattered frames, bits, times, a TLB,
 * segments with holes between them. What comes out satisfies the status file's own checks.
 */
import {
  DIRTY,
  DISK,
  type FrameRuns,
  type PageRuns,
  REFERENCED,
  type SegmentStatus,
  type Status,
  type StatusEvent,
  type TimedRuns,
} from '../../shared/status.ts';
import { exampleStatus, type PageRow } from '../../shared/testing/example-status.ts';

export interface Made {
  readonly totalFrames?: number;
  readonly processes?: number;
  /** The part of the frames in use, 0 … 1. */
  readonly filled?: number;
  /** Frames in a row that go to one process. */
  readonly run?: number;
  readonly segments?: readonly SegmentStatus[];
  readonly revision?: number;
  readonly references?: number;
  readonly faults?: number;
  readonly seed?: number;
}

const NAMES = ['shell', 'editor', 'browser', 'game', 'db', 'P6', 'P7', 'P8', 'P9', 'P10'];

const SEGMENTS: readonly SegmentStatus[] = [
  { id: 0, base: 1000, limit: 9000, grows: 'up', name: 'code' },
  { id: 1, base: 10_000, limit: 5000, grows: 'up', name: 'data' },
  { id: 2, base: 24_000, limit: 12_000, grows: 'up', name: 'heap' },
  { id: 3, base: 66_536, limit: 6000, grows: 'down', name: 'stack' },
];

export function madeStatus({
  totalFrames = 64,
  processes = 4,
  filled = 0.7,
  run = 3,
  segments = SEGMENTS,
  revision = 128,
  references = 1284,
  faults = 153,
  seed = 1,
}: Made = {}): Status {
  const random = generator(seed);
  const rows: PageRow[][] = Array.from({ length: processes }, () => []);
  const nextPage = new Array<number>(processes).fill(0);
  const used: [start: number, count: number][] = [];
  const free: [start: number, count: number][] = [];
  let frame = 0;
  while (frame < totalFrames) {
    const count = Math.min(totalFrames - frame, 1 + Math.floor(random() * run * 2));
    const owner = Math.floor(random() * processes);
    if (random() < filled && processes > 0) {
      const page = nextPage[owner] ?? 0;
      nextPage[owner] = page + count;
      rows[owner]?.push([page, frame, count, random() < 0.6 ? REFERENCED | (random() < 0.4 ? DIRTY : 0) : 0]);
      used.push([frame, count]);
    } else free.push([frame, count]);
    frame += count;
  }
  const last = rows.findIndex((own) => own.length > 0);
  if (last >= 0) rows[last]?.push([nextPage[last] ?? 0, DISK, 3, 0]);

  let time = 0;
  const loads = used.map(([start, count]) => {
    time += count;
    return [start, count, time - count + 1] as const;
  });
  const uses = used.filter(() => random() < 0.5).map(([start]) => [start, 1, ++time] as const);
  const holes = holesBetween(segments);
  const base = exampleStatus();
  return {
    ...base,
    revision,
    command: 'access editor 0x3a10 --write',
    written: new Date().toISOString(),
    paging: {
      ...base.paging,
      totalFrames,
      freeList: frameRuns(free),
      processes: rows.flatMap((own, index) =>
        own.length === 0
          ? []
          : [
              {
                pid: NAMES[index] ?? `P${index + 1}`,
                letter: index < 26 ? String.fromCharCode(65 + index) : '#',
                table: pageRuns(own),
                waste: [],
              },
            ],
      ),
      replacement: { ...base.paging.replacement, policy: 'clock', hand: Math.floor(totalFrames / 3) },
      nextVictim: null,
      time: time + references,
      loads: timedRuns(loads),
      uses: timedRuns(uses),
      counters: {
        references,
        hits: references - faults,
        faults,
        coldFaults: Math.floor(faults * 0.4),
        evictions: Math.floor(faults * 0.6),
        writeBacks: Math.floor(faults * 0.2),
        tlbHits: Math.floor(references * 0.8),
        tlbMisses: references - Math.floor(references * 0.8),
      },
      tlb: { entries: 8, policy: 'lru', flush: false, process: null, content: [] },
    },
    segmentation: { ...base.segmentation, segments, holes, rover: holes[0]?.base ?? null },
    events: EVENTS.map((event, index) => ({
      ...event,
      revision: Math.max(0, revision - EVENTS.length + 1 + index),
      frame: event.frame === null ? null : event.frame % totalFrames,
    })),
  };
}

// Arrays, not arguments as in shared/testing: a call takes a hundred thousand of them at most.
function pageRuns(rows: readonly PageRow[]): PageRuns {
  return {
    pages: Float64Array.from(rows, ([page]) => page),
    frames: Int32Array.from(rows, ([, frame]) => frame),
    counts: Int32Array.from(rows, ([, , count]) => count),
    bits: Uint8Array.from(rows, ([, , , bits]) => bits),
    uses: new Float64Array(rows.length),
  };
}

function frameRuns(runs: readonly (readonly [start: number, count: number, time?: number])[]): FrameRuns {
  return {
    starts: Int32Array.from(runs, ([start]) => start),
    counts: Int32Array.from(runs, ([, count]) => count),
  };
}

function timedRuns(runs: readonly (readonly [start: number, count: number, time: number])[]): TimedRuns {
  return { ...frameRuns(runs), times: Float64Array.from(runs, ([, , time]) => time) };
}

function holesBetween(segments: readonly SegmentStatus[]): { base: number; size: number }[] {
  const holes: { base: number; size: number }[] = [];
  let reached = 1000;
  const blocks = segments
    .map(({ base, limit, grows }) =>
      grows === 'up' ? ([base, base + limit] as const) : ([base - limit, base] as const),
    )
    .sort(([a], [b]) => a - b);
  for (const [from, to] of [...blocks, [66_536, 66_536] as const]) {
    if (from > reached) holes.push({ base: reached, size: from - reached });
    reached = to;
  }
  return holes;
}

const event = (kind: StatusEvent['kind'], text: string, frame: number | null = null): StatusEvent => ({
  revision: 0,
  time: 0,
  kind,
  frame,
  text,
  candidates: [],
});

const EVENTS: readonly StatusEvent[] = [
  event('reset', 'references, hits and faults count from zero'),
  event('alloc', 'shell got 4 pages in frames 0-3'),
  event('alloc', 'editor got 6 pages in frames 4-9'),
  event('segment-alloc', 'segment 2 (heap): 12000 bytes at 24000, first fit looked at 1 hole'),
  event('free', 'browser gave back 2 pages; frames 11, 12 joined the tail of the free-frame list'),
  event('hit', 'editor page 3 is in frame 7', 7),
  event('fault', 'game page 9: not resident, loaded into frame 17 from the head of the free-frame list', 17),
  event('evict', 'db page 0 left frame 5: its reference bit was clear when the hand came by', 5),
];

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
