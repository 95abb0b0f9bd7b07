/**
 * One event with all that the tracker kept of it: of an eviction the candidates and the number that decided. Of a
 * segment that was placed the holes it could have been placed in, where the revision before was seen.
 */
import type { Attr } from '../attr.ts';
import { fillOf, type Theme } from '../theme.ts';
import { eventAt } from '../view/chosen-event.ts';
import { filterInWords } from '../view/event-filter.ts';
import type { Explanation, HolesShown, VictimChoice } from '../view/explanation.ts';
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

/** The title says where the event is now; what is said of it stays as it was when it was asked for. */
export function eventInFull(explanation: Explanation, machine: Machine, most: number): Overlay {
  const width = Math.min(most, MAX_WIDTH);
  const lines = linesOf(explanation, width);
  return {
    title: withKeys(`Event ${placeOf(explanation, machine)}`, width),
    width,
    height: lines.length,
    draw(inside, from, theme) {
      for (const [y, line] of lines.slice(from, from + inside.height).entries()) {
        let x = 0;
        for (const [piece, look] of line) x = inside.put(x, y, piece, look(theme));
      }
    },
  };
}

/** Which of those it is that are listed, or why it is none of them. */
function placeOf({ mark }: Explanation, { picture: { status }, events, filter }: Machine): string {
  if (mark.session !== status.session) return 'of another memory';
  if (mark.revision > status.revision) return 'of a later revision';
  const event = eventAt(status, mark);
  if (!event) return 'no longer listed';
  const among = filter === 'all' ? '' : ` (events ${filterInWords(filter)})`;
  return events.includes(event)
    ? `${events.indexOf(event) + 1} of ${events.length}${among}`
    : `not listed${among}`;
}

function withKeys(title: string, width: number): string {
  const whole = `${title}: Enter or Esc closes it, ↑↓ the others`;
  return whole.length < width ? whole : `${title}: Esc closes it`;
}

function linesOf({ event, eviction, victims, holes, reason }: Explanation, width: number): Line[] {
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
  if (victims) lines.push([], ...victimsIn(victims, width));
  if (holes) lines.push([], ...holesIn(holes, width));
  if (reason !== null) lines.push([], ...paragraph(reason, width, dim));
  return lines;
}

function paragraph(sentence: string, width: number, look: (theme: Theme) => Attr): Line[] {
  return wrap(plain(sentence, 400), width).map((line): Line => [[line, look]]);
}

function victimsIn({ policy, candidates, pages }: VictimChoice, width: number): Line[] {
  const heading = `Candidates under ${policy}, the victim first, and the number that decided`;
  const lines = [...paragraph(heading, width, strong), ...table(candidates, width)];
  if (candidates.length === pages) return lines;
  const first =
    candidates.length === 1 ? 'The first' : `The first ${counted(candidates.length, 'candidate')}`;
  const most = `${first} of ${grouped(pages)} pages that could have gone.`;
  return [...lines, ...paragraph(most, width, dim)];
}

function holesIn({ wanted, holes, total }: HolesShown, width: number): Line[] {
  const heading = `Holes before it, in the order of their list; ${counted(wanted, 'byte')} were wanted`;
  const digits = Math.max(4, ...holes.flatMap(({ base, size }) => [base, size].map((n) => String(n).length)));
  const lines: Line[] = [
    ...paragraph(heading, width, strong),
    [[`   ${'BASE'.padStart(digits)}  ${'SIZE'.padStart(digits)}`, dim]],
    ...holes.map(({ base, size, fate }): Line => {
      const numbers = `${String(base).padStart(digits)}  ${String(size).padStart(digits)}`;
      const rest = fate === 'taken' ? `taken, leaves ${grouped(size - wanted)}` : fate;
      return [
        [fate === 'taken' ? '◂  ' : '   ', (theme) => theme.warning],
        [numbers, fate === 'taken' ? strong : text],
        [`  ${rest}`, dim],
      ];
    }),
  ];
  if (holes.length < total)
    lines.push(...paragraph(`${holes.length} of ${counted(total, 'hole')}.`, width, dim));
  return lines;
}

function table(candidates: VictimChoice['candidates'], width: number): Line[] {
  const rows = candidates.map(({ letter, pid, page, frame, number }) => ({
    letter,
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
      const { letter } = row;
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
