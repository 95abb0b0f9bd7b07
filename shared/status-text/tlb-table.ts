/** What the TLB holds: `   P1 -> 3 -> 5`, process, page and frame, the next to be replaced first. */
import type { ProcessStatus, TlbStatus } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { frameOf } from './page-table.ts';
import { readName } from './process-list.ts';
import { ARROW, COLUMNS, expectLine, HEADINGS, INDENT, takeHeading } from './sections.ts';

const ROW = 'a row such as "   P1 -> 3 -> 5": process, page, frame';

export function writeTlb(out: ByteWriter, { content }: TlbStatus): void {
  if (content.length === 0) return;
  out.line(`\n${HEADINGS.tlb}`);
  out.line(COLUMNS.tlb);
  for (const { pid, page, frame } of content) out.line(`${INDENT}${pid}${ARROW}${page}${ARROW}${frame}`);
}

/** Every entry must say what the page tables say: eviction and `free` take a page out of the TLB. */
export function readTlbContent(
  cursor: Cursor,
  tlb: Omit<TlbStatus, 'content'>,
  processes: ReadonlyMap<string, Pick<ProcessStatus, 'table'>>,
): TlbStatus['content'] {
  const content: { pid: string; page: number; frame: number }[] = [];
  if (!takeHeading(cursor, HEADINGS.tlb)) return content;
  expectLine(cursor, COLUMNS.tlb);
  const frames = new Set<number>();
  while (cursor.take(INDENT)) {
    if (content.length === tlb.entries) cursor.fail(`at most ${tlb.entries} rows, the TLB Entries above`);
    const pid = readName(cursor);
    cursor.expect(ARROW, ROW);
    const page = cursor.number('a page number');
    cursor.expect(ARROW, ROW);
    const frame = cursor.number('a frame');
    const table = processes.get(pid)?.table;
    if (table === undefined || frameOf(table, page) !== frame) {
      cursor.fail('the page and frame of a page table above');
    }
    if (frames.has(frame)) cursor.fail('each page once');
    if (tlb.flush && tlb.process !== pid) cursor.fail('entries of the TLB Process above alone');
    cursor.endLine(ROW);
    frames.add(frame);
    content.push({ pid, page, frame });
  }
  return content;
}
