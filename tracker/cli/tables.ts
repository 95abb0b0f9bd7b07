/** The tables people look at: one row a page, a frame, a segment. Derived from a snapshot, each time anew. */
import { bitLetters } from '../../shared/bit-letters.ts';
import { policyInWords, tlbInWords } from '../../shared/conventions.ts';
import { traitsOf } from '../../shared/policy-traits.ts';
import { span } from '../../shared/span.ts';
import {
  DISK,
  FRESH,
  type PageRuns,
  type PagingStatus,
  type SegmentationStatus,
  type StatusEvent,
  SWAPPED,
} from '../../shared/status.ts';
import { count, percentage, table } from './phrases.ts';

/** Rows of one table at most: more than anybody reads, and little enough to be made in a moment. */
const MOST_ROWS = 65_536;
/** Processes that have a table each. */
const MOST_TABLES = 4096;
/** Pages of a process that have a row each; of one with more a row is a run, as in the status file. */
export const MOST_SINGLE_PAGES = 4096;

/** `=== Page Table: P1 ===`, then one row a page, or a run where there are too many: where it is, and its R and D bits, or S. */
export function pageTables({ processes }: PagingStatus): string {
  if (processes.length === 0) return "No process has pages; 'alloc P1 4' makes one.";
  const tables = processes
    .slice(0, MOST_TABLES)
    .map(({ pid, table: runs }) =>
      [`=== Page Table: ${pid} ===`, 'Page Number -> Frame Number', ...pageRows(runs)].join('\n'),
    );
  const left = processes.length - tables.length;
  return [...tables, ...(left > 0 ? [`… and ${count(left, 'more process', 'more processes')}`] : [])].join(
    '\n\n',
  );
}

function pageRows(runs: PageRuns): string[] {
  const pages = runs.counts.reduce((sum, length) => sum + length, 0);
  const step = pages > MOST_SINGLE_PAGES ? Number.POSITIVE_INFINITY : 1;
  const rows: string[] = [];
  for (let row = 0; row < runs.pages.length; row++) {
    if (rows.length >= MOST_ROWS) return [...rows, `   … and ${count(runs.pages.length - row, 'more run')}`];
    const frame = runs.frames[row] ?? DISK;
    const bits = runs.bits[row] ?? 0;
    const length = runs.counts[row] ?? 0;
    for (let i = 0; i < length; i += step) {
      const shown = span((runs.pages[row] ?? 0) + i, Math.min(step, length));
      const place = frame === DISK ? 'disk' : span(frame + i, Math.min(step, length));
      rows.push(`   ${shown} -> ${place}${bitColumn(frame, bits)}`);
    }
  }
  return rows;
}

/** One row a frame: its owner and page, or free; then the free-frame list in order. */
export function frameTable(paging: PagingStatus): string {
  const owner = frameOwners(paging);
  const width = String(paging.totalFrames - 1).length;
  const left = paging.totalFrames - owner.length;
  const rows = Array.from(owner, (held, frame) => `   ${String(frame).padStart(width)} -> ${held ?? 'free'}`);
  return [
    'Frame Number -> Page',
    ...rows,
    ...(left > 0 ? [`   … and ${count(left, 'more frame')}`] : []),
    '',
    `Free-frame list: ${freeList(paging).join(' ') || 'none'}`,
  ].join('\n');
}

/** What each of the first frames holds, `P1 page 3`, or undefined where it is free. */
function frameOwners(paging: PagingStatus): (string | undefined)[] {
  const frames = Math.min(paging.totalFrames, MOST_ROWS);
  const owner: (string | undefined)[] = new Array(frames).fill(undefined);
  for (const { pid, table: runs } of paging.processes) {
    for (let row = 0; row < runs.pages.length; row++) {
      const frame = runs.frames[row] ?? DISK;
      if (frame === DISK) continue;
      const length = Math.min(runs.counts[row] ?? 0, frames - frame);
      for (let i = 0; i < length; i++) owner[frame + i] = `${pid} page ${(runs.pages[row] ?? 0) + i}`;
    }
  }
  return owner;
}

/** The free-frame list in order, as ranges: `8-63`, `0-1`, `4`. */
export function freeList({ freeList }: PagingStatus): string[] {
  return Array.from(freeList.starts, (start, k) => span(start, freeList.counts[k] ?? 1));
}

export function segmentTable(segmentation: SegmentationStatus): string {
  const rows = segmentation.segments.map(({ id, base, limit, grows, name }) => {
    const further = [grows === 'down' ? 'grows down' : '', name ?? ''].filter((each) => each !== '');
    return ['', `${id} -> ${base} -> ${limit}`, ...further].join('   ');
  });
  const holes = segmentation.holes.map(({ base, size }) => `   ${base} -> ${size}`);
  return [
    '=== Segment Table ===',
    'Segment ID -> Base Address -> Limit',
    ...(rows.length === 0 ? ['   none'] : rows),
    '',
    '=== Holes ===',
    'Base Address -> Size',
    ...(holes.length === 0 ? ['   none'] : holes),
  ].join('\n');
}

/** The machine in a few lines: frames, policy, counters. */
export function summary(paging: PagingStatus): string {
  const free = Array.from(paging.freeList.counts).reduce((sum, each) => sum + each, 0);
  const { references, hits, faults, coldFaults, evictions, writeBacks, tlbHits, tlbMisses } = paging.counters;
  const { policy, hand } = paging.replacement;
  /** `4 hits (80.00 %)`: with its share of all references. */
  const shared = (number: number, noun: string) =>
    count(number, noun) + (references > 0 ? ` (${percentage(number, references)})` : '');
  const rows = [
    [
      'frames',
      `${paging.totalFrames} of ${count(paging.pageSize, 'byte')}: ${paging.totalFrames - free} used, ${free} free`,
    ],
    ['replacement', policyInWords(paging.replacement)],
    ...(traitsOf(policy).hand ? [['clock hand', `frame ${hand}`]] : []),
    [
      'references',
      `${references}: ${shared(hits, 'hit')}, ${shared(faults, 'page fault')}, ${coldFaults} of them cold`,
    ],
    ['evictions', `${evictions}, ${count(writeBacks, 'write-back')}`],
  ];
  if (paging.tlb.entries > 0) {
    rows.push([
      'TLB',
      `${count(paging.tlb.entries, 'entry', 'entries')}, ${tlbInWords(paging.tlb)}: ${shared(tlbHits, 'hit')}, ${count(tlbMisses, 'miss', 'misses')}`,
    ]);
  }
  const list = freeList(paging);
  rows.push([
    'free list',
    list.slice(0, 16).join(' ') + (list.length > 16 ? ` … (${list.length - 16} more runs)` : '') || 'none',
  ]);
  return table(rows, '');
}

/** The entries in use, the next to be replaced first. */
export function tlbTable({ tlb }: PagingStatus): string {
  if (tlb.entries === 0) return "There is no TLB; 'init --tlb-entries 4' makes a memory with one.";
  const heading = `TLB: ${tlb.content.length} of ${count(tlb.entries, 'entry', 'entries')} in use, ${tlbInWords(tlb)}, the next to be replaced first`;
  const rows = tlb.content.map(({ pid, page, frame }) => `   ${pid} -> ${page} -> ${frame}`);
  return [
    heading,
    'Process -> Page Number -> Frame Number',
    ...(rows.length === 0 ? ['   none'] : rows),
  ].join('\n');
}

export function eventLog(events: readonly StatusEvent[]): string {
  if (events.length === 0) return 'Nothing has happened yet.';
  return table(
    events.map(({ revision, kind, text }) => [`r${revision}`, kind, text]),
    '',
  );
}

/**
 * As the file has it: no column for a page as `alloc` or `map` left it, `-` where neither bit is set; on disk `S` where it
 * has been swapped out.
 */
function bitColumn(frame: number, bits: number): string {
  if (frame === DISK) return bits & SWAPPED ? ' -> S' : '';
  return bits & FRESH ? '' : ` -> ${bitLetters(bits) || '-'}`;
}
