/** The processes and their page tables: one Page Table section each, in the order of the Processes section. */
import { MAX_PAGES, MAX_PROCESSES, type ProcessStatus, type ReplacementStatus } from '../status.ts';
import type { PlainColumns } from './columns.ts';
import type { Cursor } from './cursor.ts';
import type { FrameSet } from './frame-set.ts';
import { PageColumns } from './page-columns.ts';
import { type PageTableLimits, readPageTable } from './page-rows.ts';
import { pageTableHeading } from './page-table.ts';
import { type ListedProcess, readName, readProcesses } from './process-list.ts';
import { PAGE_TABLE_HEADING } from './sections.ts';

export type ProcessTable = Omit<ProcessStatus, 'waste'> & {
  /** How many frames the table maps. */
  readonly usedFrames: number;
  /** The line of the table's first row; the others follow. */
  readonly rowsLine: number;
};

export interface ProcessTablesInput {
  readonly totalFrames: number;
  readonly pageSize: number;
  readonly replacement: ReplacementStatus;
  /** The free frames; those the tables map join them. */
  readonly taken: FrameSet;
  readonly plain: PlainColumns;
}

/** Without a Processes section: the processes in the order of their page tables, with the letters from A on. */
export function readProcessTables(cursor: Cursor, input: ProcessTablesInput): ProcessTable[] {
  const listed = readProcesses(cursor);
  return listed === null ? readUnlisted(cursor, input) : readListed(cursor, input, listed);
}

function readListed(
  cursor: Cursor,
  input: ProcessTablesInput,
  listed: readonly ListedProcess[],
): ProcessTable[] {
  const columns = new PageColumns(input.replacement);
  let pagesLeft = MAX_PAGES;
  return listed.map(({ pid, letter, pages, line }) => {
    const heading = pageTableHeading(pid);
    if (pages > pagesLeft) cursor.refuse(line, `at most ${MAX_PAGES} pages altogether`);
    cursor.skipBlankLines();
    if (!cursor.takeLine(heading)) {
      cursor.fail(`"${heading}": page tables stand in the order of the processes`);
    }
    const rowsLine = cursor.line + 1;
    const { table, usedFrames, pages: found } = readPageTable(cursor, columns, limitsOf(input, pages, true));
    if (found !== pages) cursor.inconsistent(line, `${found} pages, as in the page table of ${pid}`);
    pagesLeft -= pages;
    return { pid, letter, table, usedFrames, rowsLine };
  });
}

function readUnlisted(cursor: Cursor, input: ProcessTablesInput): ProcessTable[] {
  const columns = new PageColumns(input.replacement);
  const tables: ProcessTable[] = [];
  const pids = new Set<string>();
  let pagesLeft = MAX_PAGES;
  for (cursor.skipBlankLines(); cursor.sees(PAGE_TABLE_HEADING); cursor.skipBlankLines()) {
    if (tables.length === MAX_PROCESSES) cursor.fail(`at most ${MAX_PROCESSES} processes`);
    const pid = readHeading(cursor, pids);
    const letter = tables.length < 26 ? String.fromCharCode(65 + tables.length) : '#';
    const rowsLine = cursor.line + 1;
    const { table, usedFrames, pages } = readPageTable(cursor, columns, limitsOf(input, pagesLeft, false));
    pagesLeft -= pages;
    pids.add(pid);
    tables.push({ pid, letter, table, usedFrames, rowsLine });
  }
  return tables;
}

/** The heading of a page table that no list has announced. */
function readHeading(cursor: Cursor, pids: ReadonlySet<string>): string {
  cursor.at += PAGE_TABLE_HEADING.length;
  const pid = readName(cursor);
  if (pids.has(pid)) cursor.fail(`each page table once: that of ${pid} stands above`);
  const expected = `"${pageTableHeading(pid)}"`;
  cursor.expect(' ===', expected);
  cursor.endLine(expected);
  return pid;
}

/** Spelled out: V8 forgets the shape of a spread object when none is left, and with it the code that was made for it. */
function limitsOf(input: ProcessTablesInput, mostPages: number, areListed: boolean): PageTableLimits {
  const { totalFrames, pageSize, taken, plain } = input;
  return { totalFrames, maxPage: Math.floor(2 ** 53 / pageSize) - 1, mostPages, areListed, taken, plain };
}
