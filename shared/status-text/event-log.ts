/**
 * What happened lately: `   17 -> 42 -> evict -> 5 -> sentence`, revision, time, event, frame (or -) and a sentence.
 * The candidates of an eviction follow it: `   candidate -> P1 -> 3 -> 5 -> loaded at 3`.
 */
import { printable } from '../printable.ts';
import { type Candidate, EVENT_KINDS, MAX_CANDIDATES, MAX_EVENTS, type StatusEvent } from '../status.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { readName } from './process-list.ts';
import { ARROW, COLUMNS, expectLine, HEADINGS, INDENT, takeHeading } from './sections.ts';

const CANDIDATE = `${INDENT}candidate${ARROW}`;
const NO_FRAME = '-';
const ROW =
  'a row such as "   17 -> 42 -> hit -> 5 -> what happened": revision, time, event, frame, sentence';
const CANDIDATE_ROW =
  'a row such as "   candidate -> P1 -> 3 -> 5 -> loaded at 3": process, page, frame, number';

export function writeEvents(out: ByteWriter, events: readonly StatusEvent[]): void {
  if (events.length === 0) return;
  out.line(`\n${HEADINGS.events}`);
  out.line(COLUMNS.events);
  for (const { revision, time, kind, frame, text, candidates } of events) {
    out.line(INDENT + [revision, time, kind, frame ?? NO_FRAME, plain(text)].join(ARROW));
    for (const { pid, page, frame, number } of candidates) {
      out.line(CANDIDATE + [pid, page, frame, plain(number)].join(ARROW));
    }
  }
}

export interface EventLimits {
  readonly totalFrames: number;
  readonly revision: number;
  readonly time: number;
}

export function readEvents(cursor: Cursor, limits: EventLimits): StatusEvent[] {
  const events: StatusEvent[] = [];
  if (!takeHeading(cursor, HEADINGS.events)) return events;
  expectLine(cursor, COLUMNS.events);
  while (cursor.sees(INDENT) && !cursor.sees(CANDIDATE)) {
    if (events.length === MAX_EVENTS) cursor.fail(`at most ${MAX_EVENTS} events`);
    events.push(readEvent(cursor, limits, events.at(-1)));
  }
  return events;
}

function readEvent(cursor: Cursor, limits: EventLimits, before: StatusEvent | undefined): StatusEvent {
  cursor.expect(INDENT, ROW);
  const revision = cursor.number('a revision up to that of the file', limits.revision);
  if (revision < (before?.revision ?? 0)) cursor.fail('events in the order in which they happened');
  cursor.expect(ARROW, ROW);
  const time = cursor.number('a time up to the Time above', limits.time);
  cursor.expect(ARROW, ROW);
  const word = cursor.word();
  const kind = EVENT_KINDS.find((name) => name === word);
  if (kind === undefined) return cursor.fail(`an event: one of ${EVENT_KINDS.join(', ')}`);
  cursor.expect(ARROW, ROW);
  const frame = cursor.take(NO_FRAME) ? null : cursor.number('a frame or -', limits.totalFrames - 1);
  cursor.expect(ARROW, ROW);
  const text = cursor.restOfLine();
  return { revision, time, kind, frame, text, candidates: readCandidates(cursor, limits) };
}

function readCandidates(cursor: Cursor, { totalFrames }: EventLimits): Candidate[] {
  const candidates: Candidate[] = [];
  while (cursor.take(CANDIDATE)) {
    if (candidates.length === MAX_CANDIDATES) cursor.fail(`at most ${MAX_CANDIDATES} candidates`);
    const pid = readName(cursor);
    cursor.expect(ARROW, CANDIDATE_ROW);
    const page = cursor.number('a page number');
    cursor.expect(ARROW, CANDIDATE_ROW);
    const frame = cursor.number('a frame', totalFrames - 1);
    cursor.expect(ARROW, CANDIDATE_ROW);
    candidates.push({ pid, page, frame, number: cursor.restOfLine() });
  }
  return candidates;
}

/** The last gate: whatever a sentence was made of, it stays one line of plain text. */
function plain(text: string): string {
  return printable(text, Number.POSITIVE_INFINITY);
}
