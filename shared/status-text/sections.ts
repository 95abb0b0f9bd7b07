/**
 * The headings of a status file, in the order in which the sections stand. The file's first and last line frame
 * them; `Format` is always the second line, so that a newer file is known before anything in it looks wrong.
 */
import { type Cursor, END_HEADING } from './cursor.ts';

export const FIRST_LINE = '=== Memory Status ===';

/** A reader refuses newer ones. Missing sections and keys mean defaults, so that later features can keep this number. */
export const FORMAT = 1;

export const HEADINGS = {
  freeList: '=== Free Frame List ===',
  processes: '=== Processes ===',
  waste: '=== Internal Fragmentation ===',
  loads: '=== Load Order ===',
  uses: '=== Use Order ===',
  tlb: '=== TLB ===',
  segments: '=== Segment Table ===',
  holes: '=== Holes ===',
  events: '=== Recent Events ===',
} as const;

/** The page tables stand between the processes and the internal fragmentation. */
export const PAGE_TABLE_HEADING = '=== Page Table: ';

/** Before the checksum, on the last line but one. */
export const CHECKSUM = 'Checksum: ';

/** Column headings, for people; a section that has one always has it. */
export const COLUMNS = {
  pageTable: 'Page Number -> Frame Number',
  tlb: 'Process -> Page Number -> Frame Number',
  segments: 'Segment ID -> Base Address -> Limit',
  holes: 'Base Address -> Size',
  events: 'Revision -> Time -> Event -> Frame -> What happened',
} as const;

/** Every row of a table begins with this. */
export const INDENT = '   ';
export const ARROW = ' -> ';
/** A list without anything in it. */
export const NONE = 'none';
/** Lists wrap so that lines stay about this long. */
export const LINE_WIDTH = 100;

/** What may begin a line between two sections, in the order in which it may. */
const ORDER: readonly string[] = [
  HEADINGS.freeList,
  HEADINGS.processes,
  PAGE_TABLE_HEADING,
  HEADINGS.waste,
  HEADINGS.loads,
  HEADINGS.uses,
  HEADINGS.tlb,
  HEADINGS.segments,
  HEADINGS.holes,
  HEADINGS.events,
  CHECKSUM,
  END_HEADING,
];

/** Enters the section if it begins here. If not, a later one must, or the end: anything else is refused. */
export function takeHeading(cursor: Cursor, heading: (typeof HEADINGS)[keyof typeof HEADINGS]): boolean {
  cursor.skipBlankLines();
  if (cursor.takeLine(heading)) return true;
  if (placeOf(cursor) <= ORDER.indexOf(heading)) refuseStray(cursor);
  return false;
}

/** Refuses a line that is neither part of the section before it nor what may follow. */
export function refuseStray(cursor: Cursor): never {
  if (!cursor.sees(FIRST_LINE) && placeOf(cursor) < 0) {
    return cursor.fail(`another row of this section, a section heading, or "${END_HEADING}… ==="`);
  }
  const names = ORDER.slice(0, -2).map((heading) => heading.replace(/^=== |:? (?:===)?$/g, ''));
  return cursor.fail(`each section once, in this order: ${names.join(', ')}`);
}

/** Index in ORDER of what begins here, or −1. */
function placeOf(cursor: Cursor): number {
  return ORDER.findIndex((heading) => cursor.sees(heading));
}

export function expectLine(cursor: Cursor, line: string): void {
  if (!cursor.takeLine(line)) cursor.fail(`"${line}"`);
}
