/** Everything about paging, read in the order of the file: its keys, its sections, and how they must agree. */
import { type FrameRuns, MAX_TOTAL_FRAMES, type PagingStatus, type ProcessStatus } from '../status.ts';
import type { Ahead } from './ahead.ts';
import type { PlainColumns } from './columns.ts';
import { readCounters } from './counter-keys.ts';
import type { Cursor } from './cursor.ts';
import { readFrameList } from './frame-list.ts';
import { readFrameOrder } from './frame-order.ts';
import { FrameSet } from './frame-set.ts';
import { readPageSize } from './identity-keys.ts';
import type { KeyLines } from './keys.ts';
import { type ProcessTable, type ProcessTablesInput, readProcessTables } from './process-tables.ts';
import { readReplacement } from './replacement-keys.ts';
import { HEADINGS, takeHeading } from './sections.ts';
import { lastTimeOf } from './timed-list.ts';
import { readTlb, readTlbCounters } from './tlb-keys.ts';
import { readTlbContent } from './tlb-table.ts';
import { readWaste } from './waste-list.ts';

export interface PagingInput {
  readonly plain: PlainColumns;
  /** Who may be reading the use order. */
  readonly ahead: Ahead;
}

export function readPaging(cursor: Cursor, keys: KeyLines, { plain, ahead }: PagingInput): PagingStatus {
  const totalFrames = keys.integer('TOTAL_FRAMES', { min: 1, max: MAX_TOTAL_FRAMES });
  const pageSize = readPageSize(keys, 'PAGE_SIZE');
  const replacement = readReplacement(keys, totalFrames);
  const counters = readCounters(keys);
  const tlb = readTlb(keys);
  const tlbCounters = readTlbCounters(keys, tlb.entries, counters.references, counters.hits);
  const nextVictim = keys.integerOrNone('Next Victim', totalFrames - 1);
  const knownTime = keys.has('Time') ? keys.integer('Time', { min: counters.references }) : null;

  const frames = readFrames(cursor, { totalFrames, pageSize, replacement, plain });
  const { freeList, tables, usedFrames, resident } = frames;
  checkFrameCounts(keys, { totalFrames, usedFrames, nextVictim });
  const byName = new Map(tables.map((process) => [process.pid, process]));
  const wasteOf = readWaste(cursor, pageSize, byName);
  const lastTime = knownTime ?? Number.MAX_SAFE_INTEGER;
  const order = readFrameOrder(cursor, {
    totalFrames,
    usedFrames,
    lastTime,
    resident,
    processes: tables,
    plain,
    ahead,
  });
  const content = readTlbContent(cursor, tlb, byName);
  const processes = tables.map(({ pid, letter, table }): ProcessStatus => {
    return { pid, letter, table, waste: wasteOf.get(pid) ?? [] };
  });
  return {
    totalFrames,
    pageSize,
    freeList,
    processes,
    replacement,
    nextVictim,
    time: knownTime ?? Math.max(counters.references, lastTimeOf(order.loads), lastTimeOf(order.uses)),
    ...order,
    counters: { ...counters, ...tlbCounters },
    tlb: { ...tlb, content },
  };
}

type FramesInput = Omit<ProcessTablesInput, 'taken'>;

/** Every frame is either in the free-frame list or in one page table, once. */
function readFrames(cursor: Cursor, input: FramesInput) {
  const { totalFrames } = input;
  const taken = new FrameSet(totalFrames);
  const listed = takeHeading(cursor, HEADINGS.freeList);
  const { line } = cursor;
  const written = listed ? readFrameList(cursor, totalFrames, taken) : null;
  const tables = readProcessTables(cursor, { ...input, taken });
  const usedFrames = tables.reduce((sum, table) => sum + table.usedFrames, 0);
  const freeList = written ?? assumedFreeList(cursor, totalFrames, usedFrames, tables);
  let freeFrames = 0;
  for (let run = 0; run < freeList.counts.length; run++) freeFrames += freeList.counts[run] ?? 0;
  if (freeFrames + usedFrames < totalFrames) {
    const lost = Array.from({ length: totalFrames }, (_, frame) => frame).find((frame) => !taken.has(frame));
    cursor.inconsistent(line, `every frame here or in a page table: frame ${lost} is in neither`);
  }
  // What is taken and not free is resident.
  for (let run = 0; run < freeList.starts.length; run++) {
    taken.remove(freeList.starts[run] ?? 0, freeList.counts[run] ?? 0);
  }
  return { freeList, tables, usedFrames, resident: taken };
}

/** A file may leave the list out where its order is no question: all frames are free, or none is. */
function assumedFreeList(
  cursor: Cursor,
  totalFrames: number,
  usedFrames: number,
  tables: readonly ProcessTable[],
): FrameRuns {
  if (usedFrames === totalFrames) return { starts: new Int32Array(), counts: new Int32Array() };
  if (usedFrames === 0) return { starts: Int32Array.of(0), counts: Int32Array.of(totalFrames) };
  const line = (tables[0]?.rowsLine ?? cursor.line) - 2;
  return cursor.inconsistent(line, `"${HEADINGS.freeList}" above: the order of the free frames matters`);
}

function checkFrameCounts(
  keys: KeyLines,
  {
    totalFrames,
    usedFrames,
    nextVictim,
  }: Pick<PagingStatus, 'totalFrames' | 'nextVictim'> & { usedFrames: number },
): void {
  keys.claim('Used Frames', usedFrames);
  keys.claim('Free Frames', totalFrames - usedFrames);
  if (nextVictim !== null && usedFrames < totalFrames) {
    keys.refuse('Next Victim', '"Next Victim: none" while a frame is free');
  }
}
