/** Long answers, on a terminal and elsewhere. */
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Place, temporaryDirectory } from '../testing/run-tracker.ts';
import { trackerMain } from './tracker-main.ts';
import { wrapped } from './wrapped.ts';

describe('a line', () => {
  it('breaks at blanks where it is a sentence', () => {
    expect(wrapped('a bcd ef\nghij klm', 5)).toBe('a bcd\nef\nghij\nklm');
    expect(wrapped('12345 12345', 5)).toBe('12345\n12345');
  });

  it('keeps a word that is too long in one piece', () => {
    expect(wrapped('a 123456789 b', 5)).toBe('a\n123456789\nb');
  });

  it('stays where it fits, belongs to a table, or no terminal reads it', () => {
    expect(wrapped('12345\n 1 2 3 4 5\na  1 2 3 4', 5)).toBe('12345\n 1 2 3 4 5\na  1 2 3 4');
    expect(wrapped('a bcd ef', undefined)).toBe('a bcd ef');
    expect(wrapped('a bcd ef', 0)).toBe('a bcd ef');
  });
});

describe('a row whose last column is a sentence', () => {
  it('goes on below that column', () => {
    expect(wrapped('r1  alloc   P1 has 4 pages now', 24)).toBe('r1  alloc   P1 has 4\n            pages now');
    expect(wrapped('r1  alloc   P1 has 4 pages now', 30)).toBe('r1  alloc   P1 has 4 pages now');
    expect(wrapped('r1  alloc   123456789012345 now', 24)).toBe(
      'r1  alloc   123456789012345\n            now',
    );
  });

  it('stays as it is where that column has little room, or where it begins with a blank', () => {
    expect(wrapped('alloc  free  P1 has 4 pages now', 20)).toBe('alloc  free  P1 has 4 pages now');
    expect(wrapped(' r1  alloc   P1 has 4 pages now', 24)).toBe(' r1  alloc   P1 has 4 pages now');
  });

  it('is one of the events, on a terminal', async () => {
    const place = new Place();
    await place.tell([], 'alloc P1 4\nsegment alloc 100\naccess P1 0\n');
    const lines = (await place.tell(['show', 'events'], '', 60)).stdout.split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
    expect(lines.some((line) => /^ {19}\S/.test(line))).toBe(true);
    const whole = (await place.tell(['show', 'events'])).stdout;
    expect(lines.join(' ').split(/\s+/)).toEqual(whole.split(/\s+/));
  });
});

describe('a grid', () => {
  it('that is too wide stands in parts, one below the other, broken between cells', () => {
    const grid = '  7 0w 10 7w\n  F  F  F  .\nsum';
    expect(wrapped(grid, 12)).toBe(grid);
    expect(wrapped(grid, 11)).toBe('  7 0w 10\n  F  F  F\n\n 7w\n  .\nsum');
    expect(wrapped(grid, 6)).toBe('  7 0w\n  F  F\n\n 10 7w\n  F  .\nsum');
  });

  it('whose cells are wider than the terminal stays as it is', () => {
    const grid = ' 1234567 8\n       F F';
    expect(wrapped(grid, 5)).toBe(grid);
  });
});

it('answers and complaints are as wide as the terminal at most, and on one line elsewhere', async () => {
  const lines = 'init --total-frames 2\nreserve P1 3\nrefs P1 "0 1"\naccess P1 --page 2\nalloc P1 9\n';
  const told = async (columns?: number) => {
    let text = '';
    const sink = { write: (part: string) => (text += part), ...(columns === undefined ? {} : { columns }) };
    const env = { MEMORY_STATUS_FILE: `${temporaryDirectory()}/s.txt` };
    await trackerMain([], { stdin: Readable.from([lines]), stdout: sink, stderr: sink, env });
    return text;
  };
  const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
  const narrow = await told(50);
  expect(widest(narrow)).toBeLessThanOrEqual(50);
  expect(widest(await told())).toBeGreaterThan(150);
  expect(narrow.split(/\s+/)).toEqual((await told()).split(/\s+/));
});
