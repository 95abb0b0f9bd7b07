/**
 * Frames in the order of their times: `1: 3 5 7 2 9: 0-1` says that frame 3 was loaded (or used) at time 1, 5 at 2,
 * 7 at 3, 2 at 4, frame 0 at 9 and 1 at 10. A time stands only where it is not the one after the last.
 */
import type { TimedRuns } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { MAX_DIGITS, putDecimal, putRange } from './digits.ts';
import { passSeparator, readRangeEnd } from './frame-list.ts';
import { readPlainEntries } from './plain-rows.ts';
import { LINE_WIDTH } from './sections.ts';

const LF = 10;
const SPACE = 32;
const COLON = 58;
const MAX_ENTRY = 3 * MAX_DIGITS + 4;

/** Writes nothing where there are no runs. */
export function writeTimedList(out: ByteWriter, { starts, counts, times }: TimedRuns): void {
  let wrapAt = out.length + LINE_WIDTH;
  let nextTime = Number.NaN;
  for (let run = 0; run < starts.length; run++) {
    out.room(MAX_ENTRY);
    const { bytes } = out;
    let at = out.length;
    const time = times[run] ?? 0;
    if (time !== nextTime) {
      at = putDecimal(bytes, at, time);
      bytes[at++] = COLON;
      bytes[at++] = SPACE;
    }
    const count = counts[run] ?? 0;
    at = putRange(bytes, at, starts[run] ?? 0, count);
    nextTime = time + count;
    if (at > wrapAt && run > 0) {
      // The space before this entry becomes the line's end.
      bytes[out.length - 1] = LF;
      wrapAt = out.length + LINE_WIDTH;
    }
    bytes[at++] = SPACE;
    out.length = at;
  }
  if (starts.length > 0) out.bytes[out.length - 1] = LF;
}

export interface TimedList {
  readonly runs: TimedRuns;
  /** The line that run `run` stands in, for refusing it. */
  lineOf(run: number): number;
}

export interface TimedListLimits {
  readonly totalFrames: number;
  /** How many runs there can be at most: each has at least one of the frames in use. */
  readonly usedFrames: number;
  /** The last time there has been. */
  readonly lastTime: number;
}

/** Reads a list that has at least one run: frames below TOTAL_FRAMES, times ascending up to `lastTime`. */
export function readTimedList(
  cursor: Cursor,
  { totalFrames, usedFrames, lastTime }: TimedListLimits,
): TimedList {
  const { bytes, at: begin, line } = cursor;
  const most = Math.min(usedFrames, (bytes.length - begin) >>> 1);
  const starts = new Int32Array(most);
  const counts = new Int32Array(most);
  const times = new Float64Array(most);
  let length = 0;
  let time = 0;
  do {
    if (time > 0) {
      const plain = Math.min(most, length + lastTime - time);
      const runs = { starts: starts.subarray(0, plain), counts, times };
      const read = readPlainEntries(cursor, runs, length, time, totalFrames) - length;
      length += read;
      time += read;
    }
    let start = cursor.number('a frame, or a time and a colon');
    if (cursor.byte === COLON) {
      if (start < time || start === 0) cursor.fail(`times that ascend from 1: ${start} cannot follow here`);
      time = start;
      cursor.at += 1;
      cursor.expect(' ', 'a space after the colon');
      start = cursor.number('a frame after its time');
    }
    if (time === 0) cursor.fail('a time and a colon before the first frame');
    if (start >= totalFrames) cursor.fail(`a frame below TOTAL_FRAMES (0 to ${totalFrames - 1})`);
    if (length === most) cursor.fail(`frames in use, each once: there are ${usedFrames}`);
    const count = readRangeEnd(cursor, start, totalFrames - 1);
    starts[length] = start;
    counts[length] = count;
    times[length] = time;
    length += 1;
    time += count;
    if (time > lastTime + 1) cursor.fail(`times up to ${lastTime}, the Time above`);
  } while (passSeparator(cursor));
  const runs = length === most ? { starts, counts, times } : shortened({ starts, counts, times }, length);
  return { runs, lineOf: (run) => line + lineFeedsBefore(bytes, begin, run) };
}

function shortened({ starts, counts, times }: TimedRuns, runs: number): TimedRuns {
  return { starts: starts.slice(0, runs), counts: counts.slice(0, runs), times: times.slice(0, runs) };
}

/** In a list that begins at `begin`: a run ends before every space or line feed that no colon stands before. */
function lineFeedsBefore(bytes: Uint8Array, begin: number, run: number): number {
  let runsPassed = 0;
  let lineFeeds = 0;
  for (let at = begin; at < bytes.length; at++) {
    if (bytes[at] !== SPACE && bytes[at] !== LF) continue;
    if (bytes[at - 1] !== COLON) runsPassed += 1;
    if (runsPassed > run) break;
    if (bytes[at] === LF) lineFeeds += 1;
  }
  return lineFeeds;
}
