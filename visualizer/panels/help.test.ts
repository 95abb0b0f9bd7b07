/** The README says that the help explains every sign and state: whatever the panels are written with is looked up in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Grid } from '../surface.ts';
import { MONOCHROME } from '../theme.ts';
import { helpOverlay } from './help.ts';

/** What needs no explanation: borders, bars, arithmetic and what stands between words, the names of keys. */
const PLAIN = [...'─│┌┐└┘', ...'█▉▊▋▍▎▁▂▃▄▅▆▇', ...'÷−', ...'↑↓←'];

/** The labels, a line each. */
function labels(): string[] {
  const overlay = helpOverlay(60);
  const grid = new Grid(60, overlay.height, MONOCHROME.text);
  overlay.draw(grid, 0, MONOCHROME);
  return grid.lines().map((line) => line.slice(0, 13).trimEnd());
}

/** The sources that draw, or word what is drawn, without their comments. */
function sources(): string[] {
  return ['panels', 'view'].flatMap((folder) => {
    const directory = join(import.meta.dirname, '..', folder);
    return readdirSync(directory)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'help.ts')
      .map((name) => readFileSync(join(directory, name), 'utf8').replace(/\/\*.*?\*\/|^ *\/\/.*?$/gms, ''));
  });
}

it('has every glyph that is drawn, and no other', () => {
  const drawn = new Set(sources().flatMap((source) => source.match(/[^\u0000-\u007f]/gu) ?? []));
  const explained = new Set(
    labels()
      .join('')
      .match(/[^\u0000-\u007f]/gu) ?? [],
  );
  expect([...drawn].filter((glyph) => !PLAIN.includes(glyph) && !explained.has(glyph))).toEqual([]);
  expect([...explained].filter((glyph) => !PLAIN.includes(glyph) && !drawn.has(glyph))).toEqual([]);
});

it('has every state of the header, by its sign and its last word', () => {
  const states = sources().flatMap((source) => source.match(/[●○×‖] [A-Z]+( [A-Z]+)?/g) ?? []);
  expect(states).toHaveLength(8);
  for (const state of states) {
    expect(labels().some((label) => label[0] === state[0] && state.endsWith(label.slice(2)))).toBe(true);
  }
});

it('has every heading of the page table that is no word for what stands below it', () => {
  const pageTable = readFileSync(join(import.meta.dirname, 'page-table.ts'), 'utf8');
  const headings = Array.from(pageTable.matchAll(/heading: '([A-Z]+)'/g), ([, heading]) => heading ?? '');
  expect(headings).toHaveLength(9);
  const words = labels().flatMap((label) => label.split(' '));
  expect(headings.filter((heading) => !words.includes(heading))).toEqual(['PAGE', 'FRAME']);
});
