/**
 * The segments: `   0 -> 1000 -> 100`, id, base and limit; ` -> down` and ` -> name` follow only where a segment
 * grows down or has a name. Whether they and the holes fill the segment space is checked in tiling.ts.
 */
import type { SegmentStatus } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { readName } from './process-list.ts';
import { ARROW, COLUMNS, expectLine, HEADINGS, INDENT, takeHeading } from './sections.ts';
import type { SegmentSettings } from './segment-keys.ts';

const LF = 10;
const ROW = 'a row such as "   0 -> 1000 -> 100": segment, base, limit';

export function writeSegments(out: ByteWriter, segments: readonly SegmentStatus[]): void {
  out.line(`\n${HEADINGS.segments}`);
  out.line(COLUMNS.segments);
  for (const { id, base, limit, grows, name } of segments) {
    const direction = grows === 'down' || name !== null ? ARROW + grows : '';
    out.line(INDENT + id + ARROW + base + ARROW + limit + direction + (name === null ? '' : ARROW + name));
  }
}

export interface SegmentRows {
  readonly segments: readonly SegmentStatus[];
  /** The line of the first row; the others follow. */
  readonly line: number;
}

/** No segments where the file has no such section. */
export function readSegments(cursor: Cursor, settings: SegmentSettings): SegmentRows {
  const segments: SegmentStatus[] = [];
  if (!takeHeading(cursor, HEADINGS.segments)) return { segments, line: cursor.line };
  expectLine(cursor, COLUMNS.segments);
  const { line } = cursor;
  let nextId = 0;
  while (cursor.take(INDENT)) {
    const id = cursor.number('a segment id below MAX_SEGMENTS', settings.maxSegments - 1);
    if (id < nextId) cursor.fail('ids in ascending order, each once');
    cursor.expect(ARROW, ROW);
    const base = readBase(cursor);
    cursor.expect(ARROW, ROW);
    const limit = cursor.number('a limit');
    if (limit === 0) cursor.fail('a limit of at least 1');
    segments.push({ id, base, limit, ...readDirection(cursor) });
    cursor.endLine(ROW);
    nextId = id + 1;
  }
  return { segments, line };
}

/** The base of a segment that grows down is an exclusive end, so it may be 2^53, which numbers otherwise stay below. */
function readBase(cursor: Cursor): number {
  return cursor.take(String(2 ** 53)) ? 2 ** 53 : cursor.number('a base address');
}

function readDirection(cursor: Cursor): Pick<SegmentStatus, 'grows' | 'name'> {
  if (cursor.byte === LF) return { grows: 'up', name: null };
  cursor.expect(ARROW, ROW);
  const grows = cursor.word();
  if (grows !== 'up' && grows !== 'down') return cursor.fail('up or down');
  if (cursor.byte === LF) return { grows, name: null };
  cursor.expect(ARROW, ROW);
  return { grows, name: readName(cursor) };
}
