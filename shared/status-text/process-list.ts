/** Who has pages: `   P1 -> A -> 4`, process, letter and number of pages, in order of creation. */
import { MAX_PAGES, MAX_PROCESSES, NAME_PATTERN, type ProcessStatus } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { pagesIn } from './page-table.ts';
import { ARROW, HEADINGS, INDENT, takeHeading } from './sections.ts';

export interface ListedProcess {
  readonly pid: string;
  readonly letter: string;
  readonly pages: number;
  readonly line: number;
}

const LETTER = /^[A-Z#]$/;
const ROW = 'a row such as "   P1 -> A -> 4": process, letter, number of pages';

export function writeProcesses(out: ByteWriter, processes: readonly ProcessStatus[]): void {
  if (processes.length === 0) return;
  out.line(`\n${HEADINGS.processes}`);
  for (const { pid, letter, table } of processes) {
    out.line(`${INDENT}${pid}${ARROW}${letter}${ARROW}${pagesIn(table)}`);
  }
}

/** Null where the file has no such section. */
export function readProcesses(cursor: Cursor): ListedProcess[] | null {
  if (!takeHeading(cursor, HEADINGS.processes)) return null;
  const listed: ListedProcess[] = [];
  const pids = new Set<string>();
  const letters = new Set<string>();
  while (cursor.take(INDENT)) {
    const { line } = cursor;
    if (listed.length === MAX_PROCESSES) cursor.fail(`at most ${MAX_PROCESSES} processes`);
    const pid = readName(cursor);
    cursor.expect(ARROW, ROW);
    const letter = cursor.word();
    if (!LETTER.test(letter)) cursor.fail('a letter from A to Z, or # when all are taken');
    cursor.expect(ARROW, ROW);
    const pages = cursor.number('the number of pages', MAX_PAGES);
    if (pids.has(pid)) cursor.fail(`each process once: ${pid} is in the list already`);
    if (letters.has(letter) && letter !== '#') {
      cursor.fail(`each letter once: ${letter} is in the list already`);
    }
    cursor.endLine(ROW);
    pids.add(pid);
    letters.add(letter);
    listed.push({ pid, letter, pages, line });
  }
  return listed;
}

/** The name of a process or segment. */
export function readName(cursor: Cursor): string {
  const name = cursor.word();
  if (!NAME_PATTERN.test(name)) cursor.fail('a name: at most 32 of A-Z a-z 0-9 . _ - and not - first');
  return name;
}
