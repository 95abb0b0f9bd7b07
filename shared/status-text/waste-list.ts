/** Pages that `--bytes` did not fill: `   P1 -> 3 -> 96`, process, page and the bytes wasted in it. */
import type { ProcessStatus } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { frameOf } from './page-table.ts';
import { readName } from './process-list.ts';
import { ARROW, HEADINGS, INDENT, takeHeading } from './sections.ts';

type Waste = ProcessStatus['waste'][number];

const ROW = 'a row such as "   P1 -> 3 -> 96": process, page, bytes wasted';

export function writeWaste(out: ByteWriter, processes: readonly ProcessStatus[]): void {
  if (processes.every(({ waste }) => waste.length === 0)) return;
  out.line(`\n${HEADINGS.waste}`);
  for (const { pid, waste } of processes) {
    for (const { page, bytes } of waste) out.line(`${INDENT}${pid}${ARROW}${page}${ARROW}${bytes}`);
  }
}

/** By process, for those that waste anything. */
export function readWaste(
  cursor: Cursor,
  pageSize: number,
  processes: ReadonlyMap<string, Pick<ProcessStatus, 'table'>>,
): ReadonlyMap<string, readonly Waste[]> {
  const wasteOf = new Map<string, Waste[]>();
  if (!takeHeading(cursor, HEADINGS.waste)) return wasteOf;
  while (cursor.take(INDENT)) {
    const pid = readName(cursor);
    const process = processes.get(pid);
    if (process === undefined) return cursor.fail('a process that has a page table');
    cursor.expect(ARROW, ROW);
    const page = cursor.number('a page number');
    if (frameOf(process.table, page) === undefined) cursor.fail(`a page in the page table of ${pid}`);
    cursor.expect(ARROW, ROW);
    const bytes = cursor.number(`bytes of one page, fewer than ${pageSize}`, pageSize - 1);
    if (bytes === 0) cursor.fail('only pages that waste something');
    const waste = wasteOf.get(pid) ?? [];
    if (page <= (waste.at(-1)?.page ?? -1)) cursor.fail(`the pages of ${pid} in ascending order, each once`);
    cursor.endLine(ROW);
    wasteOf.set(pid, waste);
    waste.push({ page, bytes });
  }
  return wasteOf;
}
