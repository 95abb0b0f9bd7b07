/**
 * Cells as an SVG picture. Blocks, braille and box lines are drawn as shapes, so that they meet whatever font the
 * viewer has; every character has its own place, so that columns stay columns.
 */

import { BOLD, backgroundOf, flagsOf, foregroundOf, INVERSE, NONE, UNDERLINE } from '../attr.ts';
import type { Grid } from '../surface.ts';
import { rectanglesOf } from './glyph-shapes.ts';
import { runsOf } from './runs.ts';
import { rgbOf } from './xterm-colours.ts';

export interface SvgOptions {
  /** Said to people who cannot see the picture. */
  readonly title: string;
  /** The margin, and cells with no colour of their own. */
  readonly background?: string;
  readonly foreground?: string;
}

/** Size of a cell in pixels. */
const CELL_WIDTH = 8.4;
const CELL_HEIGHT = 17;
const MARGIN = 8;
const FONT = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace";

interface Run {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly ink: string;
  /** Null: the picture's own background. */
  readonly paper: string | null;
  readonly bold: boolean;
  readonly underline: boolean;
}

export function toSvg(
  cells: Grid,
  { title, background = '#101418', foreground = '#d8dee9' }: SvgOptions,
): string {
  const width = px(cells.width * CELL_WIDTH + 2 * MARGIN);
  const height = px(cells.height * CELL_HEIGHT + 2 * MARGIN);
  const runs: Run[] = runsOf(cells).map(({ x, y, text, look }) => {
    const flags = flagsOf(look);
    let ink = foregroundOf(look) === NONE ? foreground : rgbOf(foregroundOf(look));
    let paper = backgroundOf(look) === NONE ? null : rgbOf(backgroundOf(look));
    if (flags & INVERSE) [ink, paper] = [paper ?? background, ink];
    return { x, y, text, ink, paper, bold: (flags & BOLD) !== 0, underline: (flags & UNDERLINE) !== 0 };
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<rect width="100%" height="100%" rx="6" fill="${background}"/>`,
    `<g shape-rendering="crispEdges">${runs.map(paperOf).join('')}</g>`,
    runs.map(shapesOf).join(''),
    `<g font-family="${FONT}" font-size="14">${runs.map(textOf).join('')}</g>`,
    '</svg>\n',
  ].join('\n');
}

function paperOf({ x, y, text, paper }: Run): string {
  if (paper === null) return '';
  const [left, top] = corner(x, y);
  return `<rect x="${px(left)}" y="${px(top)}" width="${px(text.length * CELL_WIDTH + 0.3)}" height="${px(CELL_HEIGHT + 0.3)}" fill="${paper}"/>`;
}

/** Everything in a run that is a shape, as one path. */
function shapesOf(run: Run): string {
  let path = '';
  for (const [index, character] of Array.from(run.text).entries()) {
    const [left, top] = corner(run.x + index, run.y);
    for (const [x, y, width, height] of rectanglesOf(character)) {
      path += `M${px(left + x * CELL_WIDTH)} ${px(top + y * CELL_HEIGHT)}h${px(width * CELL_WIDTH)}v${px(height * CELL_HEIGHT)}h${px(-width * CELL_WIDTH)}z`;
    }
  }
  return path === '' ? '' : `<path fill="${run.ink}" d="${path}"/>`;
}

function textOf(run: Run): string {
  const characters = Array.from(run.text, (character) =>
    rectanglesOf(character).length > 0 ? ' ' : character,
  );
  if (characters.every((character) => character === ' ')) return '';
  const first = characters.findIndex((character) => character !== ' ');
  const last = characters.findLastIndex((character) => character !== ' ');
  const places = characters.slice(first, last + 1).map((_, i) => px(corner(run.x + first + i, 0)[0]));
  const y = px(corner(0, run.y)[1] + CELL_HEIGHT - 4.5);
  const style = `${run.bold ? ' font-weight="bold"' : ''}${run.underline ? ' text-decoration="underline"' : ''}`;
  return `<text x="${places.join(' ')}" y="${y}" fill="${run.ink}"${style} xml:space="preserve">${escaped(characters.slice(first, last + 1).join(''))}</text>`;
}

function corner(x: number, y: number): readonly [number, number] {
  return [MARGIN + x * CELL_WIDTH, MARGIN + y * CELL_HEIGHT];
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
