/**
 * Numbers, sizes and times as people read them, and text that fits where it is put. Everything here answers
 * characters that are one column wide: a cell of the screen holds exactly one.
 */
import { printable } from '../../shared/printable.ts';

/** What may stand in a cell: Latin, Greek and Cyrillic letters, punctuation, arrows, mathematics, boxes, blocks, braille. */
const ONE_COLUMN =
  /[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u21ff\u2200-\u22ff\u2500-\u25ff\u2800-\u28ff]/u;

const ASCII = /^[ -~]*$/;

/** Text from a file or an argument, safe for a cell: nothing invisible, nothing wide. */
export function plain(text: string, limit = 200): string {
  if (text.length <= limit && ASCII.test(text)) return text;
  return Array.from(printable(text, limit), (character) =>
    ONE_COLUMN.test(character) ? character : '?',
  ).join('');
}

/** `text`, or as much of it as fits with an ellipsis after it. */
export function cut(text: string, width: number): string {
  if (text.length <= width) return text;
  return width <= 1 ? '…'.slice(0, Math.max(0, width)) : `${text.slice(0, width - 1).trimEnd()}…`;
}

/**
 * A line of what goes on where there is no room, with dots after it: as much of it as fits, cut at whole words, or at
 * whole items of a list whose `between` is given.
 */
export function goingOn(line: string, width: number, between = ' '): string {
  const mark = between.trimEnd();
  let shown = line;
  let isPart = mark !== '' && !line.endsWith(mark);
  while (isPart || shown.length + 2 > width) {
    const at = shown.lastIndexOf(between);
    if (at <= 0) break;
    shown = shown.slice(0, at + mark.length);
    isPart = false;
  }
  return cut(`${shown} …`, width);
}

/** `name`, or its beginning and its end with an ellipsis between: of long names it is often the end that differs. */
export function cutName(name: string, width: number): string {
  const end = Math.floor((width - 1) / 2);
  if (name.length <= width || end < 1) return cut(name, width);
  return `${name.slice(0, width - 1 - end)}…${name.slice(-end)}`;
}

/** Shorter than `A name`: the letter, which says all of one process; many have the `#`, of whom it is the name. */
export function letterOf(
  { letter, pid }: { readonly letter: string; readonly pid: string },
  width = 8,
): string {
  return letter === '#' ? cutName(plain(pid), width) : letter;
}

/**
 * `text` broken at spaces into lines of at most `width`, the first of at most `first`; a word that is longer than a
 * line is broken anywhere.
 */
export function wrap(text: string, width: number, first = width): string[] {
  const lines: string[] = [];
  let line = '';
  let room = Math.max(1, first);
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = '';
      room = Math.max(1, width);
    }
    line = line === '' ? word : `${line} ${word}`;
    while (line.length > room) {
      lines.push(line.slice(0, room));
      line = line.slice(room);
      room = Math.max(1, width);
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Items joined by `between`, broken only between them. */
export function wrapItems(items: readonly string[], between: string, width: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + between.length + item.length <= width) {
      lines[lines.length - 1] = last + between + item;
    } else lines.push(item);
  }
  return lines;
}

/** 1234567 as `1,234,567`: an amount. Pages and frames have numbers for names, written as they are everywhere. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The eight bits of an age, as aging shifts them. */
export function ageBits(age: number): string {
  return age.toString(2).padStart(8, '0');
}

/** How many, with the noun: `1 hole`, `3 holes`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Below, a tenth is told; from there on it would be rounded to the next whole, 100. */
const TENTHS_BELOW = 99.95;

/** Bytes in the unit of which there are fewer than 1024, to a tenth of up to a hundred: `100 B`, `4 KiB`, `62.4 KiB`. */
export function bytes(count: number): string {
  let value = count;
  let unit = 0;
  while (Math.round(value) >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = unit === 0 || Number.isInteger(value) ? 0 : value < TENTHS_BELOW ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** `part` of `whole` in whole percent: `<1%` and `>99%` of what would be nothing or all, and is not. */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0%';
  const rounded = Math.round((100 * part) / whole);
  if (rounded === 0) return '<1%';
  return rounded === 100 && part < whole ? '>99%' : `${rounded}%`;
}

/** `part` of `whole` to a tenth of a percent, for rates: `<0.1%` and `>99.9%` as `percent` has it. */
export function rate(part: number, whole: number): string {
  if (whole === 0) return '–';
  const rounded = ((100 * part) / whole).toFixed(1);
  if (rounded === '0.0' && part > 0) return '<0.1%';
  return rounded === '100.0' && part < whole ? '>99.9%' : `${rounded}%`;
}

/** How long ago: `0.4 s`, `12 s`, `3 min`, `2 h`, `5 days`. */
export function age(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 1) return `${(Math.floor(seconds * 10) / 10).toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}

/** An address as `0x1a2b`, at least `digits` long. */
export function hex(address: number, digits = 1): string {
  return `0x${address.toString(16).padStart(digits, '0')}`;
}

/** A large count in at most five characters: 12345 as `12.3K`, in powers of 1000 like the numbers that are written out beside it. */
export function compact(count: number): string {
  if (count < 10_000) return String(count);
  const [value, unit] = count < 999_500 ? [count / 1e3, 'K'] : [count / 1e6, 'M'];
  return `${value.toFixed(value < TENTHS_BELOW && !Number.isInteger(value) ? 1 : 0)}${unit}`;
}
