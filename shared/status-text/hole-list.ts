/** The holes of the segment space in list order: `   1600 -> 64936`, base and size. */
import { type HoleStatus, MAX_HOLES } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { ARROW, COLUMNS, expectLine, HEADINGS, INDENT, NONE, takeHeading } from './sections.ts';

const ROW = 'a row such as "   1600 -> 64936": base, size';

/** An empty list has `none` as its only row. */
export function writeHoles(out: ByteWriter, holes: readonly HoleStatus[]): void {
  out.line(`\n${HEADINGS.holes}`);
  out.line(COLUMNS.holes);
  for (const { base, size } of holes) out.line(INDENT + base + ARROW + size);
  if (holes.length === 0) out.line(INDENT + NONE);
}

export interface HoleRows {
  readonly holes: readonly HoleStatus[];
  /** The line of the first row; the others follow. */
  readonly line: number;
}

/** Null where the file has no such section. */
export function readHoles(cursor: Cursor): HoleRows | null {
  if (!takeHeading(cursor, HEADINGS.holes)) return null;
  expectLine(cursor, COLUMNS.holes);
  const { line } = cursor;
  const holes: HoleStatus[] = [];
  if (cursor.takeLine(INDENT + NONE)) return { holes, line };
  while (cursor.take(INDENT)) {
    if (holes.length === MAX_HOLES) cursor.fail(`at most ${MAX_HOLES} holes`);
    const base = cursor.number('a base address');
    cursor.expect(ARROW, ROW);
    const size = cursor.number('a size in bytes');
    if (size === 0) cursor.fail('a size of at least 1');
    cursor.endLine(ROW);
    holes.push({ base, size });
  }
  if (holes.length === 0) cursor.fail(`"${INDENT}${NONE}" or ${ROW}`);
  return { holes, line };
}
