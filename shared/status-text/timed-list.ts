/**
 * Frames in the order of their times: `1: 3 5 7 2 9: 0-1` says that frame 3 was loaded (or used) at time 1, 5 at 2,
 * 7 at 3, 2 at 4, frame 0 at 9 and 1 at 10. A time stands only where it is not the one after the last.
 *
 * A long list is scanned, as scan.ts has it, and what remains is read the long way.
 */
import type { TimedRuns } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import { cutTo, float64Room, int32Room, type PlainColumns, RunCounts } from './columns.ts';
import type { Cursor } from './cursor.ts';
import { MAX_DIGITS, putDecimal, putRange } from './digits.ts';
import { passSeparator, readRangeEnd } from './frame-list.ts';
import type { FrameSet } from './frame-set.ts';
import {
  areDigits,
  digitAt,
  endOfDigits,
  fourDigits,
  isNumber,
  isShortNumber,
  lastStart,
  numberIn,
  rangeCount,
} from './scan.ts';
import { LINE_WIDTH } from './sections.ts';

const LF = 10;
const SPACE = 32;
const HYPHEN = 45;
const COLON = 58;
const MAX_ENTRY = 3 * MAX_DIGITS + 4;
/** Entries that are scanned at a time, as the rows of a page table are. */
const STEP = 1024;

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
  readonly plain: PlainColumns;
}

/** A list while it is read. */
interface Entries {
  readonly times: Float64Array;
  readonly starts: Int32Array;
  readonly counts: RunCounts;
  /** The entry that comes next, and its time where it does not say one; 0 before the first. */
  entry: number;
  time: number;
}

/**
 * Reads a list that has at least one run: frames below TOTAL_FRAMES, times ascending up to `lastTime`. Only frames of
 * `allowed` may stand in it, each once: they are removed from the set.
 */
export function readTimedList(cursor: Cursor, limits: TimedListLimits, allowed: FrameSet): TimedList {
  const { bytes, at: begin, line } = cursor;
  const most = Math.min(limits.usedFrames, (bytes.length - begin) >>> 1);
  const entries = {
    times: float64Room(most),
    starts: int32Room(most),
    counts: new RunCounts(most),
    entry: 0,
    time: 0,
  };
  do {
    scanEntries(cursor, entries, limits, allowed);
    readEntry(cursor, entries, limits, allowed);
  } while (passSeparator(cursor));
  const { times, starts, counts, entry: length } = entries;
  const runs = {
    times: cutTo(length, times),
    starts: cutTo(length, starts),
    counts: counts.upTo(length, limits.plain),
  };
  return timedList({ bytes, at: begin, line }, runs);
}

/** The list that `runs` are and that begins at `at`. */
export function timedList(
  { bytes, at, line }: Pick<Cursor, 'bytes' | 'at' | 'line'>,
  runs: TimedRuns,
): TimedList {
  return { runs, lineOf: (run) => line + lineFeedsBefore(bytes, at, run) };
}

/** The last time of a list; 0 where it is empty. */
export function lastTimeOf({ times, counts }: TimedRuns): number {
  return times.length === 0 ? 0 : (times.at(-1) ?? 0) + (counts.at(-1) ?? 0) - 1;
}

/** Reads entries as far as they are right, their frames short numbers, and another follows. */
function scanEntries(cursor: Cursor, entries: Entries, limits: TimedListLimits, allowed: FrameSet): void {
  let end = entries.entry;
  while (entries.entry === end) {
    end += STEP;
    scanEntriesUpTo(end, cursor, entries, limits, allowed);
  }
}

function scanEntriesUpTo(
  end: number,
  cursor: Cursor,
  entries: Entries,
  { totalFrames, lastTime }: TimedListLimits,
  allowed: FrameSet,
): void {
  const { view } = cursor;
  const { starts, counts, times } = entries;
  const last = Math.min(end, starts.length);
  const latest = lastStart(view);
  let { entry, time } = entries;
  let { at: entryAt, line } = cursor;
  // An entry is a frame or a range, and before it may stand a time: either begins with a number.
  let numberAt = entryAt;
  let from = time;
  while (entry < last && numberAt <= latest) {
    const word = view.getInt32(numberAt, true);
    let at = numberAt;
    let number = 0;
    if (areDigits(word)) {
      number = fourDigits(word);
      at += 4;
    }
    for (let digit = digitAt(view, at); digit <= 9; digit = digitAt(view, at)) {
      number = (Math.imul(number, 10) + digit) | 0;
      at += 1;
    }
    let separator = view.getUint8(at);
    const isShort = isShortNumber(word, at - numberAt);
    if (separator === COLON) {
      if (!isShort && !isNumber(view, numberAt, at, MAX_DIGITS)) break;
      const isSecondTime = numberAt > entryAt;
      if (isSecondTime || view.getUint8(at + 1) !== SPACE) break;
      from = isShort ? number : +numberIn(view, numberAt, at);
      if (from < time) break;
      // Now to its frame.
      numberAt = at + 2;
      continue;
    }
    if (!isShort) break;
    let count = 1;
    if (separator === HYPHEN) {
      count = rangeCount(view, at, number) | 0;
      if (count === 0) break;
      at = endOfDigits(view, at + 1);
      separator = view.getUint8(at);
    }
    if (from === 0 || number + count > totalFrames || from + count > lastTime + 1) break;

    if ((separator !== SPACE && separator !== LF) || digitAt(view, at + 1) > 9) break;
    if (allowed.remove(number, count) >= 0) break;
    times[entry] = from;
    starts[entry] = number;
    counts.set(entry, count);
    entry += 1;
    time = from + count;
    from = time;
    numberAt = at + 1;
    entryAt = numberAt;
    if (separator === LF) line += 1;
  }
  cursor.at = entryAt;
  cursor.line = line;
  entries.entry = entry;
  entries.time = time;
}

/** Reads an entry up to its separator. */
function readEntry(cursor: Cursor, entries: Entries, limits: TimedListLimits, allowed: FrameSet): void {
  const { totalFrames, usedFrames, lastTime } = limits;
  const { times, starts, counts, entry } = entries;
  let { time } = entries;
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
  if (entry === starts.length) cursor.fail(`frames in use, each once: there are ${usedFrames}`);
  const count = readRangeEnd(cursor, start, totalFrames - 1);
  starts[entry] = start;
  counts.set(entry, count);
  times[entry] = time;
  entries.entry = entry + 1;
  entries.time = time + count;
  if (entries.time > lastTime + 1) cursor.fail(`times up to ${lastTime}, the Time above`);
  // Where the entry does not end here, that is what is wrong with it.
  if (cursor.byte !== SPACE && cursor.byte !== LF) return;
  const wrong = allowed.remove(start, count);
  if (wrong >= 0) cursor.fail(`frames in use, each once: frame ${wrong} is free, or stands here already`);
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
