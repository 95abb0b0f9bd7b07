/**
 * A `Status` as the text of a status file, made for eyes first. `parseStatus(formatStatus(status))` is `status`.
 *
 *     === Memory Status ===            the first line, then `Key: value` lines (keys.ts)
 *     === Free Frame List ===          sections in a fixed order (sections.ts), each with a file of its own;
 *     === Page Table: P1 ===           those without anything to say are left out, but for the free frames,
 *     …                                the segments and the holes
 *     Checksum: 7d1f02aa               of all bytes before this line
 *     === End of status, revision 17 ===
 */
import type { PagingStatus, Status, TimedRuns } from '../status.ts';
import { ByteWriter } from './byte-writer.ts';
import { counterLines } from './counter-keys.ts';
import { writeEvents } from './event-log.ts';
import { writeFirstLines } from './first-lines.ts';
import { externalFragmentation, internalFragmentation } from './fragmentation.ts';
import { writeFrameList } from './frame-list.ts';
import { writeHoles } from './hole-list.ts';
import { identityLines } from './identity-keys.ts';
import { keyLine, numberOrNone } from './keys.ts';
import { writeLastLines } from './last-lines.ts';
import { PageColumns } from './page-columns.ts';
import { framesIn, writePageTable } from './page-table.ts';
import { writeProcesses } from './process-list.ts';
import { replacementLines } from './replacement-keys.ts';
import { HEADINGS } from './sections.ts';
import { segmentationLines } from './segment-keys.ts';
import { writeSegments } from './segment-table.ts';
import { writeTimedList } from './timed-list.ts';
import { tlbLines } from './tlb-keys.ts';
import { writeTlb } from './tlb-table.ts';
import { writeWaste } from './waste-list.ts';

/**
 * The bytes of the file, the same for the same status. Throws where a status says what the file cannot: a bug of
 * who made it.
 */
export function formatStatus(status: Status): Uint8Array {
  const { paging, segmentation } = status;
  const out = new ByteWriter(likelySize(paging));
  writeFirstLines(out);
  out.line(headerLines(status).join('\n'));
  writePaging(out, paging);
  writeSegments(out, segmentation.segments);
  writeHoles(out, segmentation.holes);
  writeEvents(out, status.events);
  writeLastLines(out, status.revision);
  return out.written();
}

function headerLines(status: Status): string[] {
  const { paging, segmentation } = status;
  const usedFrames = paging.processes.reduce((sum, { table }) => sum + framesIn(table), 0);
  return [
    ...identityLines(status),
    keyLine('TOTAL_FRAMES', paging.totalFrames),
    keyLine('PAGE_SIZE', paging.pageSize),
    keyLine('Used Frames', usedFrames),
    keyLine('Free Frames', paging.totalFrames - usedFrames),
    keyLine('Config TOTAL_FRAMES', status.configFrames),
    keyLine('Config PAGE_SIZE', status.configPageSize),
    ...replacementLines(paging.replacement),
    keyLine('Next Victim', numberOrNone(paging.nextVictim)),
    ...tlbLines(paging),
    keyLine('Time', paging.time),
    ...counterLines(paging.counters),
    ...segmentationLines(segmentation),
    keyLine('External Fragmentation', externalFragmentation(segmentation.holes)),
    keyLine('Internal Fragmentation', internalFragmentation(paging.processes, segmentation)),
  ];
}

function writePaging(out: ByteWriter, paging: PagingStatus): void {
  const { processes, replacement, freeList, loads, uses, tlb } = paging;
  const columns = new PageColumns(replacement);
  out.line(`\n${HEADINGS.freeList}`);
  writeFrameList(out, freeList);
  writeProcesses(out, processes);
  for (const { pid, table } of processes) writePageTable(out, pid, table, columns);
  writeWaste(out, processes);
  writeOrder(out, HEADINGS.loads, loads);
  writeOrder(out, HEADINGS.uses, uses);
  writeTlb(out, tlb);
}

function writeOrder(out: ByteWriter, heading: string, runs: TimedRuns): void {
  if (runs.starts.length === 0) return;
  out.line(`\n${heading}`);
  writeTimedList(out, runs);
}

/** Enough room for most files, so that the buffer need not grow: a row of a table takes some 24 bytes, of a list 8. */
function likelySize({ processes, freeList, loads, uses }: PagingStatus): number {
  const rows = processes.reduce((sum, { table }) => sum + 1 + table.pages.length, 0);
  return 8192 + 32 * rows + 10 * (freeList.starts.length + loads.starts.length + uses.starts.length);
}
