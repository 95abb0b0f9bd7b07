/** A memory of 1,048,576 frames, all but a few in use by one process, in as few or as many runs as asked for. */
import { FRESH, REFERENCED, type Status } from '../status.ts';
import { exampleStatus, frameRuns } from './example-status.ts';

const TOTAL_FRAMES = 1_048_576;

/**
 * Half of the frames are used and half are free in `runs` runs of each where there are few; with `scattered`, every
 * frame is used and no two neighbouring pages are in neighbouring frames, so that every page is a row of its own.
 */
export function largeStatus(kind: 'few runs' | 'scattered'): Status {
  const example = exampleStatus();
  const runs = kind === 'scattered' ? TOTAL_FRAMES : 16;
  const stride = TOTAL_FRAMES / (kind === 'scattered' ? runs : 2 * runs);
  const index = Int32Array.from({ length: runs }, (_, run) => run);
  // An odd multiplier permutes the frames: page after page lands far from the last.
  const starts =
    kind === 'scattered'
      ? index.map((page) => Math.imul(page, 411_557) & (TOTAL_FRAMES - 1))
      : index.map((run) => 2 * run * stride);
  const counts = index.map(() => stride);
  const times = Float64Array.from(index, (run) => 1 + run * stride);
  const free = index.map((run) => (2 * run + 1) * stride);
  const table = {
    pages: Float64Array.from(index, (run) => run * stride),
    frames: starts,
    counts,
    bits: new Uint8Array(runs).fill(FRESH | REFERENCED),
    uses: new Float64Array(runs),
  };
  return {
    ...example,
    paging: {
      ...example.paging,
      totalFrames: TOTAL_FRAMES,
      freeList: kind === 'scattered' ? frameRuns() : { starts: free, counts },
      processes: [{ pid: 'trace', letter: 'A', table, waste: [] }],
      time: TOTAL_FRAMES,
      loads: { starts, counts, times },
      uses: { ...frameRuns(), times: new Float64Array() },
    },
    events: [],
  };
}
