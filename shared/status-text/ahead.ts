/**
 * A long file can be read by two threads at the same time. One reads it as any file is read, but for the use order, which
 * takes as long as the page tables do, and the checksum: these the other reads. What it has no answer to, for whatever
 * reason, the first reads itself; so that one is also who words what is wrong.
 */
import { MAX_TOTAL_FRAMES, type TimedRuns } from '../status.ts';
import { PlainColumns } from './columns.ts';
import { Cursor } from './cursor.ts';
import { readFirstLines } from './first-lines.ts';
import { FrameSet } from './frame-set.ts';
import { KeyLines } from './keys.ts';
import { checksum } from './last-lines.ts';
import { BadStatus } from './problem.ts';
import { CHECKSUM, HEADINGS } from './sections.ts';
import { readTimedList } from './timed-list.ts';

export interface UsesAhead {
  /** Where the entries of the use order begin. */
  readonly begin: number;
  /** Where they end, so many lines later. */
  readonly end: number;
  readonly lines: number;
  readonly runs: TimedRuns;
  /** The frames in it: the words of a FrameSet. */
  readonly frames: Int32Array;
}

export interface ChecksumAhead {
  /** Where its line begins. */
  readonly at: number;
  /** What it should say. */
  readonly right: string;
}

/** Somebody who may be reading ahead in the same bytes. */
export interface Ahead {
  /** These wait for the answer; null where there is none, or it would not come in time. */
  uses(): UsesAhead | null;
  checksum(): ChecksumAhead | null;
}

export const NOBODY: Ahead = { uses: () => null, checksum: () => null };

/** Null where there is no use order, or anything wrong with it. */
export function readUsesAhead(bytes: Uint8Array): UsesAhead | null {
  try {
    const cursor = new Cursor(bytes);
    readFirstLines(cursor);
    const keys = new KeyLines(cursor);
    const totalFrames = keys.integer('TOTAL_FRAMES', { min: 1, max: MAX_TOTAL_FRAMES });
    const lastTime = keys.integer('Time');
    const heading = textOf(bytes).indexOf(HEADINGS.uses, cursor.at);
    if (heading < 0) return null;
    cursor.at = heading;
    cursor.takeLine(HEADINGS.uses);
    const { at: begin, line } = cursor;
    const frames = new FrameSet(totalFrames);
    frames.add(0, totalFrames);
    const unused = frames.copy();
    const limits = { totalFrames, usedFrames: totalFrames, lastTime, plain: new PlainColumns() };
    const { runs } = readTimedList(cursor, limits, unused);
    frames.removeAll(unused);
    return { begin, end: cursor.at, lines: cursor.line - line, runs, frames: frames.words };
  } catch (error) {
    if (error instanceof BadStatus) return null;
    throw error;
  }
}

/** Null where the file has none. */
export function checksumAhead(bytes: Uint8Array): ChecksumAhead | null {
  const at = textOf(bytes).lastIndexOf(`\n${CHECKSUM}`) + 1;
  return at === 0 ? null : { at, right: checksum(bytes.subarray(0, at)) };
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
