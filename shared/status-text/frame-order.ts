/**
 * When frames were loaded and used: the sections Load Order and Use Order, and how they must agree with the page
 * tables. Every tick of the logical time is one reference or one load, so no two runs share a time.
 */
import { DISK, FRESH, type ProcessStatus, type TimedRuns } from '../status.ts';
import type { Ahead } from './ahead.ts';
import type { Cursor } from './cursor.ts';
import { FrameSet } from './frame-set.ts';
import { HEADINGS, takeHeading } from './sections.ts';
import { lastTimeOf, readTimedList, type TimedList, type TimedListLimits, timedList } from './timed-list.ts';

export interface FrameOrderInput extends TimedListLimits {
  /** Who may be reading the use order. */
  readonly ahead: Ahead;
  /** The frames that page tables map. */
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
  const hasLoads = takeHeading(cursor, HEADINGS.loads);
  const loads = hasLoads ? readLoads(cursor, input) : loadsInTableOrder(cursor, input);
  const hasUses = takeHeading(cursor, HEADINGS.uses);
  return { loads, uses: hasUses ? readUses(cursor, input, loads) : NO_RUNS };
}

/** Every frame in use, once. */
function readLoads(cursor: Cursor, input: FrameOrderInput): TimedRuns {
  const notLoaded = input.resident.copy();
  const { runs } = readTimedList(cursor, input, notLoaded);
  const missing = notLoaded.first();
  if (missing >= 0) {
    cursor.inconsistent(cursor.line - 1, `every frame in use in the load order: frame ${missing} is missing`);
  }
  return runs;
}

function loadsInTableOrder(cursor: Cursor, { usedFrames, lastTime, processes }: FrameOrderInput): TimedRuns {
  if (usedFrames > lastTime) {
    const why = `${usedFrames} frames cannot be loaded by time ${lastTime}`;
    cursor.inconsistent(cursor.line, `a Load Order section above: ${why}`);
  }
  const starts: number[] = [];
  const counts: number[] = [];
  const times: number[] = [];
  let time = 1;
  for (const { table } of processes) {
    for (const [row, start] of table.frames.entries()) {
      if (start === DISK) continue;
      const count = table.counts[row] ?? 0;
      starts.push(start);
      counts.push(count);
      times.push(time);
      time += count;
    }
  }
  return {
    starts: Int32Array.from(starts),
    counts: Int32Array.from(counts),
    times: Float64Array.from(times),
  };
}

/** Frames in use, each once; a page that was used is no longer just loaded. */
function readUses(cursor: Cursor, input: FrameOrderInput, loads: TimedRuns): TimedRuns {
  const unused = input.resident.copy();
  const list = usesFrom(input.ahead, cursor, unused) ?? readTimedList(cursor, input, unused);
  checkLoadedBefore(cursor, input.totalFrames, list, loads);
  for (const { table, rowsLine } of input.processes) {
    for (let row = 0; row < table.bits.length; row++) {
      if (((table.bits[row] ?? 0) & FRESH) === 0) continue;
      // It is in use, so it is in the set unless it was used.
      const frame = unused.remove(table.frames[row] ?? 0, table.counts[row] ?? 0);
      if (frame >= 0) {
        cursor.refuse(rowsLine + row, `" -> R" or other bits: frame ${frame} is in the use order`);
      }
    }
  }
  return list.runs;
}

/** What was read ahead, if it stands here and all its frames are in use. */
function usesFrom(ahead: Ahead, cursor: Cursor, unused: FrameSet): TimedList | null {
  const uses = ahead.uses();
  if (uses?.begin !== cursor.at || !unused.removeAll(new FrameSet(0, uses.frames))) return null;
  const list = timedList(cursor, uses.runs);
  cursor.at = uses.end;
  cursor.line += uses.lines;
  return list;
}

/** A use comes after the load of its frame: as long as there are loads, goes through both lists in the order of time. */
function checkLoadedBefore(
  cursor: Cursor,
  totalFrames: number,
  { runs, lineOf }: TimedList,
  loads: TimedRuns,
): void {
  const lastLoadTime = lastTimeOf(loads);
  const loaded = new FrameSet(totalFrames);
  let nextLoad = 0;
  let nextLoadTime = timeOf(loads, 0);
  let loadsEnd = 0;
  for (let run = 0; timeOf(runs, run) <= lastLoadTime; run++) {
    const count = countOf(runs, run);
    const time = timeOf(runs, run);
    while (nextLoadTime < time) {
      const frames = countOf(loads, nextLoad);
      loaded.add(startOf(loads, nextLoad), frames);
      loadsEnd = nextLoadTime + frames;
      nextLoad += 1;
      nextLoadTime = timeOf(loads, nextLoad);
    }
    if (loadsEnd > time || nextLoadTime < time + count) {
      cursor.refuse(
        lineOf(run),
        'times at which no frame was loaded: each tick is one load or one reference',
      );
    }
    // Each is used once, and need not be there for long.
    const wrong = loaded.remove(startOf(runs, run), count);
    if (wrong >= 0) cursor.refuse(lineOf(run), `frames loaded before this time: frame ${wrong} was not`);
  }
}

function startOf(runs: TimedRuns, run: number): number {
  return runs.starts[run] ?? 0;
}

function countOf(runs: TimedRuns, run: number): number {
  return runs.counts[run] ?? 0;
}

/** Of a run that is not there: never. */
function timeOf(runs: TimedRuns, run: number): number {
  return runs.times[run] ?? Number.POSITIVE_INFINITY;
}
