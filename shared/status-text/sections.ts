/**
 * The headings of a status file, in the order in which the sections stand. The file's first and last line frame
 * them; `Format` is always the second line, so that a newer file is known before anything in it looks wrong.
 */
import type { Cursor } from './cursor.ts';

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

/** Enters the section if it begins here. */
export function takeHeading(cursor: Cursor, heading: string): boolean {
  cursor.skipBlankLines();
  return cursor.takeLine(heading);
}

export function expectLine(cursor: Cursor, line: string): void {
  if (!cursor.takeLine(line)) cursor.fail(`"${line}"`);
}
