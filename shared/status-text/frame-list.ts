/**
 * Frames in list order as ranges: `8-63 0-1 4 6`. The free-frame list is written this way; its head is taken first.
 */
import type { FrameRuns } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { MAX_DIGITS, putRange } from './digits.ts';
import type { FrameSet } from './frame-set.ts';
import { LINE_WIDTH, NONE } from './sections.ts';

const LF = 10;
const SPACE = 32;
const HYPHEN = 45;
const MAX_RANGE = 2 * MAX_DIGITS + 2;

/** `none` for an empty list. */
export function writeFrameList(out: ByteWriter, { starts, counts }: FrameRuns): void {
  if (starts.length === 0) {
    out.line(NONE);
    return;
  }
  let wrapAt = out.length + LINE_WIDTH;
  for (let run = 0; run < starts.length; run++) {
    out.room(MAX_RANGE);
    let end = putRange(out.bytes, out.length, starts[run] ?? 0, counts[run] ?? 0);
    if (end > wrapAt && run > 0) {
      // The space before this range becomes the line's end.
      out.bytes[out.length - 1] = LF;
      wrapAt = out.length + LINE_WIDTH;
    }
    out.bytes[end++] = SPACE;
    out.length = end;
  }
  out.bytes[out.length - 1] = LF;
}

/** Reads the list and adds its frames to `taken`, where none of them may be yet. */
export function readFrameList(cursor: Cursor, totalFrames: number, taken: FrameSet): FrameRuns {
  const most = cursor.takeLine(NONE) ? 0 : Math.min(totalFrames, (cursor.bytes.length - cursor.at) >>> 1);
  const starts = new Int32Array(most);
  const counts = new Int32Array(most);
  let length = 0;
  for (let more = most > 0; more; ) {
    const start = cursor.number('a free frame', totalFrames - 1);
    const count = readRangeEnd(cursor, start, totalFrames - 1);
    const twice = taken.add(start, count);
    if (twice >= 0) cursor.fail(`each free frame once: frame ${twice} stands in the list already`);
    starts[length] = start;
    counts[length] = count;
    length += 1;
    more = passSeparator(cursor);
  }
  return { starts: starts.slice(0, length), counts: counts.slice(0, length) };
}

/** After the first number of a range: how many it spans. */
export function readRangeEnd(cursor: Cursor, first: number, max: number): number {
  if (cursor.byte !== HYPHEN) return 1;
  cursor.at += 1;
  const last = cursor.number('the last number of a range', max);
  if (last <= first) cursor.fail('a range such as 3-5: its last number above its first');
  return last - first + 1;
}

/** After an entry of a list: does another follow? The list ends where a line begins with anything but a digit. */
export function passSeparator(cursor: Cursor): boolean {
  if (cursor.byte === SPACE) {
    cursor.at += 1;
    return true;
  }
  cursor.endLine('ranges such as 8-63 with one space between them');
  return cursor.byte >= 48 && cursor.byte <= 57;
}
