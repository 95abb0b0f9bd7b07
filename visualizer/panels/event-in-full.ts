/**
 * One event with all that the tracker kept of it: of an eviction the candidates and the number that decided. Of a
 * segment that was placed the holes it could have been placed in, where the revision before was seen.
 */
import { policyInWords } from '../../shared/conventions.ts';
import type { Candidate, StatusEvent } from '../../shared/status.ts';
import { type Attr, fillOf, type Theme } from '../theme.ts';
import { evictionOf } from '../view/chosen-event.ts';
import { type EventFilter, filterInWords } from '../view/event-filter.ts';
import { type HoleChoice, holeChoice } from '../view/hole-choice.ts';
import type { Past } from '../view/past.ts';
import { counted, grouped, plain, wrap } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';
import type { Overlay } from './panel.ts';

/** A wider text is harder to read. */
const MAX_WIDTH = 84;

/** A line, in pieces that differ in look; which look depends on the theme. */
type Line = readonly (readonly [text: string, look: (theme: Theme) => Attr])[];

const text = (theme: Theme): Attr => theme.text;
const dim = (theme: Theme): Attr => theme.dim;
const strong = (theme: Theme): Attr => theme.strong;

export function eventInFull(machine: Machine, most: number): Overlay {
  const width = Math.min(most, MAX_WIDTH);
  const { events } = machine;
  const event = machine.event ?? events.at(-1);
  const eviction = event ? evictionOf(machine.picture.status.events, event) : null;
  const lines = event ? linesOf(machine, event, eviction, width) : [];
  return {
    title: event
      ? withKeys(`Event ${events.indexOf(event) + 1} of ${events.length}${among(machine.filter)}`, width)
      : 'No event yet: Esc closes it',
    width,
    height: Math.max(1, lines.length),
    draw(inside, from, theme) {
      for (const [y, line] of lines.slice(from, from + inside.height).entries()) {
        let x = 0;
        for (const [piece, look] of line) x = inside.put(x, y, piece, look(theme));
      }
    },
  };
}

/** Of which the number is, where some are left out. */
function among(filter: EventFilter): string {
  return filter === 'all' ? '' : ` (events ${filterInWords(filter)})`;
}

function withKeys(title: string, width: number): string {
  const whole = `${title}: Enter or Esc closes it, ↑↓ the others`;
  return whole.length <= width ? whole : `${title}: Esc closes it`;
}

function linesOf(
  { picture, past }: Machine,
  event: StatusEvent,
  eviction: StatusEvent | null,
  width: number,
): Line[] {
  const frame = event.frame === null ? '' : `, frame ${event.frame}`;
  const where = `revision ${grouped(event.revision)}, time ${grouped(event.time)}${frame}`;
  const lines: Line[] = [
    [
      [event.kind.replace('segment-', 'segment '), strong],
      [`  ${where}`, dim],
    ],
    ...paragraph(event.text, width, text),
  ];
  if (eviction && eviction !== event) lines.push(...paragraph(eviction.text, width, text));
  if (event.kind === 'segment-alloc') {
    const choice = holeChoice(past.holesOf(event.revision - 1), past.holesOf(event.revision));
    return [...lines, [], ...(choice ? holesOf(choice, width) : withoutHoles(past, event, width))];
  }
  const candidates = eviction?.candidates ?? [];
  if (candidates.length === 0) {
    const reason = withoutCandidates(event.kind, eviction !== null);
    return reason === null
      ? lines
      : [...lines, [], ...wrap(reason, width).map((line): Line => [[line, dim]])];
  }
  const { paging } = picture.status;
  const heading = `Candidates under ${policyInWords(paging.replacement)}, the victim first, and the number that decided`;
  const letterOf = (pid: string): string =>
    paging.processes.find((process) => process.pid === pid)?.letter ?? ' ';
  lines.push([], ...paragraph(heading, width, strong));
  lines.push(...table(candidates, letterOf, width));
  if (candidates.length < paging.totalFrames) {
    const most = `The first ${counted(candidates.length, 'candidate')} of ${grouped(paging.totalFrames)} pages that could have gone.`;
    lines.push(...paragraph(most, width, dim));
  }
  return lines;
}

function paragraph(sentence: string, width: number, look: (theme: Theme) => Attr): Line[] {
  return wrap(plain(sentence, 400), width).map((line): Line => [[line, look]]);
}

function withoutCandidates(kind: StatusEvent['kind'], evicted: boolean): string | null {
  if (kind === 'fault' && !evicted) return 'A frame was free, so no page had to go and nothing was chosen.';
  if (kind === 'hit') return 'The page was in its frame: nothing was chosen.';
  if (evicted) return 'The file keeps no candidates of this eviction.';
  return null;
}

function withoutHoles(past: Past, { revision }: StatusEvent, width: number): Line[] {
  const unseen = [revision - 1, revision].find((each) => past.holesOf(each) === null);
  const reason =
    unseen === undefined
      ? 'Not exactly one hole changed with it, so that none can be named.'
      : `Which holes it could have had is not known: revision ${grouped(unseen)} was not seen.`;
  return paragraph(reason, width, dim);
}

/** More holes than this say no more. */
const MAX_HOLES = 12;

function holesOf({ wanted, holes }: HoleChoice, width: number): Line[] {
  const taken = holes.findIndex(({ fate }) => fate === 'taken');
  const from = Math.max(0, Math.min(taken - MAX_HOLES / 2, holes.length - MAX_HOLES));
  const shown = holes.slice(from, from + MAX_HOLES);
  const heading = `Holes before it, in the order of their list; ${counted(wanted, 'byte')} were wanted`;
  const digits = Math.max(4, ...shown.flatMap(({ base, size }) => [base, size].map((n) => String(n).length)));
  const lines: Line[] = [
    ...paragraph(heading, width, strong),
    [[`   ${'BASE'.padStart(digits)}  ${'SIZE'.padStart(digits)}`, dim]],
    ...shown.map(({ base, size, fate }): Line => {
      const numbers = `${String(base).padStart(digits)}  ${String(size).padStart(digits)}`;
      const rest = fate === 'taken' ? `taken, leaves ${grouped(size - wanted)}` : fate;
      return [
        [fate === 'taken' ? '◂  ' : '   ', (theme) => theme.warning],
        [numbers, fate === 'taken' ? strong : text],
        [`  ${rest}`, dim],
      ];
    }),
  ];
  if (shown.length < holes.length)
    lines.push(...paragraph(`${shown.length} of ${counted(holes.length, 'hole')}.`, width, dim));
  return lines;
}

function table(candidates: readonly Candidate[], letterOf: (pid: string) => string, width: number): Line[] {
  const rows = candidates.map(({ pid, page, frame, number }) => ({
    pid: plain(pid),
    page: String(page),
    frame: String(frame),
    number: plain(number),
  }));
  const widest = (key: 'pid' | 'page' | 'frame', least: number): number =>
    rows.reduce((most, row) => Math.max(most, row[key].length), least);
  const [pid, page, frame] = [widest('pid', 7), widest('page', 4), widest('frame', 5)];
  const head = `   ${'PROCESS'.padEnd(pid + 2)}  ${'PAGE'.padStart(page)}  ${'FRAME'.padStart(frame)}  NUMBER`;
  return [
    [[head, dim]],
    ...rows.map((row, rank): Line => {
      const letter = letterOf(row.pid);
      const look = rank === 0 ? strong : text;
      const numbers = `  ${row.page.padStart(page)}  ${row.frame.padStart(frame)}  ${row.number}`;
      const left = width - 3 - 2 - pid - numbers.length;
      return [
        [rank === 0 ? '◂  ' : '   ', (theme) => theme.warning],
        [letter, letter === ' ' ? text : (theme) => theme.process(fillOf(letter))],
        [` ${row.pid.padEnd(pid)}${numbers}`, look],
        [rank === 0 && left >= 8 ? '  evicted' : '', dim],
      ];
    }),
  ];
}
