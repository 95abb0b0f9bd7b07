/**
 * What happened, in the tracker's own words, the newest at the bottom; what the shown revision brought stands out.
 * One event can be chosen: Enter then tells it in full (event-in-full.ts), and the panel stays with it, whatever comes.
 */
import type { EventKind, StatusEvent } from '../../shared/status.ts';
import type { Attr } from '../attr.ts';
import type { Theme } from '../theme.ts';
import { filterInWords } from '../view/event-filter.ts';
import { goingOn, plain, wrap } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';
import type { LegendEntry, Panel } from './panel.ts';

interface Line {
  readonly head: string;
  readonly text: string;
  readonly event: StatusEvent;
}

export const eventLog: Panel = {
  title: 'Events',

  subtitle: ({ filter }) => filterInWords(filter),

  scrollable: (machine, width, height) => Math.max(0, eventLines(machine, width).length - height),

  page(machine, width, height) {
    const lines = eventLines(machine, width);
    const end = endOfWindow(lines, machine.event, height);
    return eventsWithin(lines, Math.max(0, end - height), end);
  },

  legend: newerBelow,

  draw(surface, machine, theme) {
    const lines = eventLines(machine, surface.width);
    if (lines.length === 0) {
      const none = machine.filter === 'all' ? 'Nothing has happened yet.' : 'None lately. (f shows others)';
      surface.put(1, 0, none, theme.dim);
    }
    const chosen = machine.event;
    const end = endOfWindow(lines, chosen, surface.height);
    for (const [y, { head, text, event }] of wholeEvents(
      lines,
      end - surface.height,
      end,
      surface.width,
    ).entries()) {
      const fresh = event.revision === machine.picture.status.revision;
      if (event === chosen) surface.put(0, y, ' '.repeat(surface.width), theme.selected);
      const look = (otherwise: Attr): Attr => (event === chosen ? theme.selected : otherwise);
      const x = surface.put(1, y, head, look(fresh ? kindLook(event.kind, theme) : theme.dim));
      surface.put(x, y, text, look(fresh ? theme.strong : theme.text));
    }
  },
};

/** That newer ones are not in sight, for an older one is chosen, and what shows them. */
function newerBelow(machine: Machine, theme: Theme, width: number, height: number): readonly LegendEntry[] {
  if (!machine.event) return [];
  const lines = eventLines(machine, width);
  const end = endOfWindow(lines, machine.event, height);
  const lastInSight = lines[end - 1]?.event;
  const below = new Set(lines.slice(end).map(({ event }) => event));
  if (lastInSight) below.delete(lastInSight);
  if (below.size === 0) return [];
  // Alone on the screen Esc would let go of that first.
  const [letter, shows] = machine.zoomed ? ['↓', ''] : ['Esc', 'shows '];
  return [{ letter, text: `${shows}${below.size} newer`, look: theme.key }];
}

/** The newest lines are shown, unless the chosen event is above them: then it is at the top. */
function endOfWindow(lines: readonly Line[], chosen: StatusEvent | null, height: number): number {
  const first = lines.findIndex(({ event }) => event === chosen);
  return first < 0 || first >= lines.length - height ? lines.length : Math.min(lines.length, first + height);
}

/** How many have all their lines from `from` to `to`; of one that is longer it is the one. */
function eventsWithin(lines: readonly Line[], from: number, to: number): number {
  const events = new Set(lines.slice(from, to).map(({ event }) => event));
  for (const { event } of [...lines.slice(from - 1, from), ...lines.slice(to, to + 1)]) events.delete(event);
  return Math.max(1, events.size);
}

/**
 * The lines from `from` to `to`. Of an event that begins above, its beginning is shown instead of its end: as many
 * lines as there is room for. Dots follow what goes on where there is no room.
 */
function wholeEvents(lines: readonly Line[], from: number, to: number, width: number): readonly Line[] {
  const first = Math.max(0, from);
  const cutEvent = lines[first]?.event;
  const begins = lines.findIndex(({ event }) => event === cutEvent);
  const window = lines.slice(first, to);
  const goesOn = lines[to]?.event === window.at(-1)?.event;
  const shown = goesOn ? withDots(window, width) : window;
  const room = shown.findLastIndex(({ event }) => event === cutEvent) + 1;
  const hidden = first - begins;
  if (hidden <= 0) return shown;
  return [...withDots(lines.slice(begins, begins + room), width), ...shown.slice(room)];
}

function withDots(lines: readonly Line[], width: number): readonly Line[] {
  const last = lines.at(-1);
  if (!last) return lines;
  return [...lines.slice(0, -1), { ...last, text: goingOn(last.text, width - 2 - last.head.length) }];
}

/** Where there is room the sentences begin below each other. */
const ALIGNED_WIDTH = 56;

/** All the events as lines that fit: what is long goes on below. */
function eventLines({ picture, events }: Machine, width: number): Line[] {
  const { revision } = picture.status;
  const revisionWidth = String(revision).length;
  let longest = 0;
  for (const { kind } of events) longest = Math.max(longest, kindInWords(kind).length);
  const lines: Line[] = [];
  for (const event of events) {
    const number = String(event.revision).padStart(revisionWidth);
    const kind = kindInWords(event.kind).padEnd(width >= ALIGNED_WIDTH ? longest : 0);
    let head = `${number} ${kind}  `;
    const indent = width >= ALIGNED_WIDTH ? head.length : revisionWidth + 1;
    for (const text of wrap(plain(event.text, 400), width - 2 - indent, width - 2 - head.length)) {
      lines.push({ head, text, event });
      head = ' '.repeat(indent);
    }
  }
  return lines;
}

function kindInWords(kind: EventKind): string {
  return kind.replace('segment-', 'seg ');
}

function kindLook(kind: EventKind, theme: Theme): Attr {
  if (kind === 'fault' || kind === 'evict') return theme.warning;
  return kind === 'hit' ? theme.good : theme.accent;
}
