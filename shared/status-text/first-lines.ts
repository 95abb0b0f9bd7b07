/** The first two lines: that it is a status file, and in a format this program knows. */
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { FIRST_LINE, FORMAT } from './sections.ts';

export function writeFirstLines(out: ByteWriter): void {
  out.line(FIRST_LINE);
  out.line(`Format: ${FORMAT}`);
}

export function readFirstLines(cursor: Cursor): void {
  if (cursor.byte === 0xef && cursor.sees('\xef\xbb\xbf')) {
    cursor.refuse(1, `"${FIRST_LINE}" without a byte order mark before it`);
  }
  if (!cursor.takeLine(FIRST_LINE)) cursor.refuse(1, `"${FIRST_LINE}"`);
  const expected = `"Format: ${FORMAT}"`;
  cursor.expect('Format: ', expected);
  const format = cursor.number(expected);
  if (format > FORMAT) cursor.fail(`${expected}: a newer version of these programs wrote this file`);
  if (format < 1) cursor.fail(expected);
  cursor.endLine(expected);
}
