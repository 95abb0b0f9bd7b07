/**
 * The last two lines. The checksum is the CRC-32 of all bytes before its line; the end line repeats the revision,
 * so that half a file is never taken for a whole one.
 */
import { crc32 } from 'node:zlib';
import type { Ahead } from './ahead.ts';
import type { ByteWriter } from './byte-writer.ts';
import { type Cursor, END_HEADING } from './cursor.ts';
import { CHECKSUM, refuseStray } from './sections.ts';

export function writeLastLines(out: ByteWriter, revision: number): void {
  out.line('');
  out.line(CHECKSUM + checksum(out.written()));
  out.line(`${END_HEADING}${revision} ===`);
}

/** What the checksum line says; null where there is none. */
export interface Checksum {
  readonly line: number;
  /** Where its line begins: what it is the checksum of ends there. */
  readonly at: number;
  readonly says: string;
}

/** Reads to the end of the file. Whether the checksum is right is left for later: what is wrong says more than that. */
export function readLastLines(cursor: Cursor, revision: number): Checksum | null {
  cursor.skipBlankLines();
  const { line, at } = cursor;
  const signed = cursor.take(CHECKSUM);
  const says = signed ? cursor.restOfLine() : '';
  const end = `${END_HEADING}${revision} ===`;
  if (!signed && !cursor.sees(END_HEADING)) refuseStray(cursor);
  cursor.expect(end, `"${end}"`);
  if (!cursor.atEnd) cursor.endLine(`"${end}"`);
  if (!cursor.atEnd) cursor.refuse(cursor.line, `nothing after "${end}"`);
  return signed ? { line, at, says } : null;
}

export function checkChecksum(cursor: Cursor, sum: Checksum | null, ahead: Ahead): void {
  if (sum === null) return;
  const known = ahead.checksum();
  const right = known?.at === sum.at ? known.right : checksum(cursor.bytes.subarray(0, sum.at));
  if (sum.says === right) return;
  cursor.refuse(
    sum.line,
    `"${CHECKSUM}${right}": the file is damaged, or was edited by hand (then delete this line)`,
  );
}

export function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
