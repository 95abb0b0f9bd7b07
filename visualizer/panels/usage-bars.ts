/** The bars of the usage chart: which processes have one, how far apart they stand, and what is named below them. */
import type { Usage } from '../view/picture.ts';
import { cutName, letterOf, plain } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';

/** Columns left of the first, between two of them, and from one to the next at least and at most. */
export const BARS = { left: 1, between: 2, spacing: 7, mostSpacing: 40 };

/** Names are cut to no less. */
const SHORT_NAME = 8;

/**
 * The largest, in their own order, where there is no room for all; `from`: without so many of the largest. Of these the
 * smallest makes room for `followed`, who is looked for.
 */
export function shownUsage(
  all: readonly Usage[],
  room: number,
  from = 0,
  followed: Usage | null = null,
): readonly Usage[] {
  if (all.length <= room) return all;
  const shown = [...all].sort(largestFirst).slice(from, from + Math.max(0, room));
  if (followed && !shown.includes(followed)) shown.splice(-1, 1, followed);
  return all.filter((entry) => shown.includes(entry));
}

/** What the process that is followed has; null where none is. */
export function followedUsage({ picture, process, followed }: Machine): Usage | null {
  return (followed && picture.usage.find(({ pid }) => pid === process?.pid)) || null;
}

function largestFirst(one: Usage, other: Usage): number {
  return other.resident - one.resident;
}

export function barsIn(width: number): number {
  return Math.max(1, Math.floor(roomForBars(width) / BARS.spacing));
}

/** Columns from one bar to the next. */
export function spacingFor(width: number, bars: number): number {
  const widest = Math.min(BARS.mostSpacing, Math.floor(roomForBars(width) / Math.max(1, bars)));
  return Math.max(BARS.spacing, widest);
}

/** Columns from the left end of the first bar to where one more would begin: the last is as far from its border. */
function roomForBars(width: number): number {
  return width - 2 * BARS.left + BARS.between;
}

/** Columns below each bar: up to the next one, or to the border, and a blank. */
export function roomsBelow(width: number, bars: number): number[] {
  const spacing = spacingFor(width, bars);
  const rooms: number[] = [];
  for (let x = BARS.left; rooms.length < bars; x += spacing) rooms.push(Math.min(spacing, width - x) - 1);
  return rooms;
}

export interface BarLabel {
  /** The letter, or what stands for it. */
  readonly letter: string;
  /** After the letter; empty where there is no room for names: of a few letters nobody can guess one. */
  readonly name: string;
}

/** What stands below each of the bars, which name all their processes or none. */
export function barLabels(shown: readonly Usage[], width: number): BarLabel[] {
  const rooms = roomsBelow(width, shown.length);
  const named = haveRoomForNames(shown, rooms);
  const labels: BarLabel[] = [];
  for (const [index, { letter, pid }] of shown.entries()) {
    const room = rooms[index] ?? 0;
    const name = named ? cutName(plain(pid), room - 2) : '';
    labels.push({ letter: named ? letter : letterOf({ letter, pid }, room), name });
  }
  return labels;
}

/** Whether every name, cut at worst, has room after its letter. */
function haveRoomForNames(shown: readonly Usage[], rooms: readonly number[]): boolean {
  for (const [index, { pid }] of shown.entries()) {
    if ((rooms[index] ?? 0) - 2 < Math.min(SHORT_NAME, plain(pid).length)) return false;
  }
  return true;
}

/** Those of all whose whole name stands below none of the bars: first those with a bar, then the others. */
export function unnamedBelow(all: readonly Usage[], shown: readonly Usage[], width: number): Usage[] {
  const labels = barLabels(shown, width);
  const unnamed = shown.filter(({ pid }, index) => {
    const { letter, name } = labels[index] ?? { letter: '', name: '' };
    return (name || letter) !== plain(pid);
  });
  return [...unnamed, ...all.filter((entry) => !shown.includes(entry))];
}
