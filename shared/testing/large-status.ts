/** A memory of 1,048,576 frames, all but a few in use by one process, in as few or as many runs as asked for. */
import { DIRTY, FRESH, REFERENCED, type Status, type TimedRuns } from '../status.ts';
import { exampleStatus, frameRuns } from './example-status.ts';

const TOTAL_FRAMES = 1_048_576;

/** Of the pages that were accessed, in turn. */
const BITS = [REFERENCED, REFERENCED | DIRTY, REFERENCED, 0, DIRTY];

export type LargeStatus = 'few runs' | 'scattered' | 'used';

/**
 * Half of the frames are used and half are free in `runs` runs of each where there are few; with `scattered`, every
 * frame is used and no two neighbouring pages are in neighbouring frames, so that every page is a row of its own; with
 * `used` every page was accessed besides, at a time of its own.
 */
export function largeStatus(kind: LargeStatus): Status {
  const example = exampleStatus();
  const few = kind === 'few runs';
  const runs = few ? 16 : TOTAL_FRAMES;
  const stride = TOTAL_FRAMES / (few ? 2 * runs : runs);
  const index = Int32Array.from({ length: runs }, (_, run) => run);
  // An odd multiplier permutes the frames: page after page lands far from the last.
  const starts = few
    ? index.map((run) => 2 * run * stride)
    : index.map((page) => Math.imul(page, 411_557) & (TOTAL_FRAMES - 1));
  const counts = index.map(() => stride);
  const times = Float64Array.from(index, (run) => 1 + run * stride);
  const free = index.map((run) => (2 * run + 1) * stride);
  const table = {
    pages: Float64Array.from(index, (run) => run * stride),
    frames: starts,
    counts,
    bits:
      kind === 'used'
        ? Uint8Array.from(index, (page) => BITS[page % BITS.length] ?? 0)
        : new Uint8Array(runs).fill(FRESH | REFERENCED),
    uses: new Float64Array(runs),
  };
  return {
    ...example,
    paging: {
      ...example.paging,
      totalFrames: TOTAL_FRAMES,
      freeList: few ? { starts: free, counts } : frameRuns(),
      processes: [{ pid: 'trace', letter: 'A', table, waste: [] }],
      time: kind === 'used' ? 3 * TOTAL_FRAMES : TOTAL_FRAMES,
      loads: { starts, counts, times },
      uses: kind === 'used' ? usesOfAll() : { ...frameRuns(), times: new Float64Array() },
    },
    events: [],
  };
}

/** Each frame once, after all were loaded, at every other tick. */
function usesOfAll(): TimedRuns {
  const index = Int32Array.from({ length: TOTAL_FRAMES }, (_, use) => use);
  return {
    starts: index.map((use) => Math.imul(use, 300_007) & (TOTAL_FRAMES - 1)),
    counts: new Int32Array(TOTAL_FRAMES).fill(1),
    times: Float64Array.from(index, (use) => TOTAL_FRAMES + 2 * use + 2),
  };
}
