/**
 * When frames were loaded and used: the sections Load Order and Use Order, and how they must agree with the page
 * tables. Every tick of the logical time is one reference or one load, so no two runs share a time.
 */
import { DISK, FRESH, type ProcessStatus, type TimedRuns } from '../status.ts';
import type { Cursor } from './cursor.ts';
import { FrameSet } from './frame-set.ts';
import { HEADINGS, takeHeading } from './sections.ts';
import { readTimedList } from './timed-list.ts';

export interface FrameOrderInput {
  readonly totalFrames: number;
  readonly usedFrames: number;
  /** No frame may have been loaded or used later. */
  readonly lastTime: number;
  /** The frames that page tables map; emptied while they are found in the order. */
  readonly resident: FrameSet;
  readonly processes: readonly (Pick<ProcessStatus, 'table'> & { readonly rowsLine: number })[];
}

export interface FrameOrder {
  readonly loads: TimedRuns;
  readonly uses: TimedRuns;
}

const NO_RUNS: TimedRuns = { starts: new Int32Array(), counts: new Int32Array(), times: new Float64Array() };

/** Where the file has no load order, the pages came in the order of the page tables, from time 1 on. */
export function readFrameOrder(cursor: Cursor, input: FrameOrderInput): FrameOrder {
  const loads = takeHeading(cursor, HEADINGS.loads)
    ? readLoads(cursor, input)
    : loadsInTableOrder(cursor, input);
  return { loads, uses: takeHeading(cursor, HEADINGS.uses) ? readUses(cursor, input, loads) : NO_RUNS };
}

function readLoads(cursor: Cursor, input: FrameOrderInput): TimedRuns {
  const { totalFrames, usedFrames, lastTime, resident } = input;
  let frames = 0;
  const loads = readTimedList(cursor, { totalFrames, mostRuns: usedFrames, lastTime }, (start, count) => {
    const wrong = resident.remove(start, count);
    if (wrong >= 0) cursor.fail(`frames in use, each once: frame ${wrong} is free, or stands here already`);
    frames += count;
  });
  if (frames < usedFrames) {
    const missing = resident.firstIn(0, totalFrames);
    cursor.inconsistent(cursor.line - 1, `every frame in use in the load order: frame ${missing} is missing`);
  }
  return loads;
}

function loadsInTableOrder(cursor: Cursor, { usedFrames, lastTime, processes }: FrameOrderInput): TimedRuns {
  if (usedFrames === 0) return NO_RUNS;
  if (usedFrames > lastTime) {
    cursor.inconsistent(
      cursor.line,
      `a Load Order section above: ${usedFrames} frames cannot be loaded by time ${lastTime}`,
    );
  }
  const rows = processes.flatMap(({ table }) =>
    Array.from(table.frames, (start, row) => ({ start, count: table.counts[row] ?? 0 })),
  );
  const resident = rows.filter(({ start }) => start !== DISK);
  const times = new Float64Array(resident.length);
  let time = 1;
  for (const [run, { count }] of resident.entries()) {
    times[run] = time;
    time += count;
  }
  return {
    starts: Int32Array.from(resident, ({ start }) => start),
    counts: Int32Array.from(resident, ({ count }) => count),
    times,
  };
}

/** A use comes after the load of its frame, and a page that was used is no longer just loaded. */
function readUses(
  cursor: Cursor,
  { totalFrames, usedFrames, lastTime, processes }: FrameOrderInput,
  loads: TimedRuns,
) {
  const loaded = new FrameSet(totalFrames);
  const used = new FrameSet(totalFrames);
  let nextLoad = 0;
  let busyUntil = 0;
  const uses = readTimedList(
    cursor,
    { totalFrames, mostRuns: usedFrames, lastTime },
    (start, count, time) => {
      while (nextLoad < loads.times.length && timeOf(loads, nextLoad) < time) {
        busyUntil = timeOf(loads, nextLoad) + countOf(loads, nextLoad);
        loaded.add(loads.starts[nextLoad] ?? 0, countOf(loads, nextLoad));
        nextLoad += 1;
      }
      if (busyUntil > time || (nextLoad < loads.times.length && timeOf(loads, nextLoad) < time + count)) {
        cursor.fail(`times at which no frame was loaded: each tick is one load or one reference`);
      }
      const wrong = loaded.remove(start, count);
      if (wrong >= 0)
        cursor.fail(
          `frames loaded before this time, each once: frame ${wrong} was not, or stands here already`,
        );
      used.add(start, count);
    },
  );
  for (const process of processes) refuseUsedFresh(cursor, process, used);
  return uses;
}

/** A row whose bits say that nobody has accessed the page since it was loaded. */
function refuseUsedFresh(
  cursor: Cursor,
  { table, rowsLine }: FrameOrderInput['processes'][number],
  used: FrameSet,
) {
  for (const [row, bits] of table.bits.entries()) {
    if ((bits & FRESH) === 0) continue;
    const frame = used.add(table.frames[row] ?? 0, table.counts[row] ?? 0);
    if (frame < 0) continue;
    cursor.inconsistent(rowsLine + row, `" -> R" or other bits: frame ${frame} is in the use order`);
  }
}

function timeOf(runs: TimedRuns, run: number): number {
  return runs.times[run] ?? 0;
}

function countOf(runs: TimedRuns, run: number): number {
  return runs.counts[run] ?? 0;
}
