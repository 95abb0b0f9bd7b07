/**
 * A terminal's buffer as an SVG picture. Blocks, braille and box lines are drawn as shapes, so that they meet
 * whatever font the viewer has; every character has its own place, so that columns stay columns.
 */
import type { Terminal } from '@xterm/headless';

export interface PictureOptions {
  /** Said to people who cannot see the picture. */
  readonly title?: string;
  /** The terminal's own colours. */
  readonly background?: string;
  readonly foreground?: string;
}

/** Size of a cell in pixels. */
const CELL_WIDTH = 8.4;
const CELL_HEIGHT = 17;
const MARGIN = 8;
const FONT = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace";

const ANSI = [
  ...['#000000', '#cd3131', '#0dbc79', '#e5e510', '#2472c8', '#bc3fbc', '#11a8cd', '#e5e5e5'],
  ...['#666666', '#f14c4c', '#23d18b', '#f5f543', '#3b8eea', '#d670d6', '#29b8db', '#ffffff'],
];

interface Run {
  readonly x: number;
  readonly y: number;
  text: string;
  readonly foreground: string;
  readonly background: string | null;
  readonly bold: boolean;
  readonly underline: boolean;
}

export function toSvg(
  terminal: Terminal,
  { title = 'a terminal', background = '#101418', foreground = '#d8dee9' }: PictureOptions = {},
): string {
  const width = terminal.cols * CELL_WIDTH + 2 * MARGIN;
  const height = terminal.rows * CELL_HEIGHT + 2 * MARGIN;
  const runs = runsOf(terminal, background, foreground);
  const backgrounds = runs.map(backgroundOf).join('');
  const shapes = runs.map(shapesOf).join('');
  const texts = runs.map(textOf).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-label="${escaped(title)}">`,
    `<rect width="100%" height="100%" rx="6" fill="${background}"/>`,
    `<g shape-rendering="crispEdges">${backgrounds}</g>`,
    shapes,
    `<g font-family="${FONT}" font-size="14">${texts}</g>`,
    '</svg>\n',
  ].join('\n');
}

/** Neighbouring cells that look the same. */
function runsOf(terminal: Terminal, background: string, foreground: string): Run[] {
  const runs: Run[] = [];
  const buffer = terminal.buffer.active;
  for (let y = 0; y < terminal.rows; y++) {
    const line = buffer.getLine(buffer.viewportY + y);
    let run: Run | null = null;
    for (let x = 0; x < terminal.cols; x++) {
      const cell = line?.getCell(x);
      if (!cell) continue;
      let ink = cell.isFgDefault() ? foreground : colour(cell.getFgColor(), cell.isFgRGB());
      let paper = cell.isBgDefault() ? null : colour(cell.getBgColor(), cell.isBgRGB());
      if (cell.isInverse()) [ink, paper] = [paper ?? background, ink];
      const [bold, underline] = [cell.isBold() !== 0, cell.isUnderline() !== 0];
      const text = cell.getChars() || ' ';
      const same =
        run?.foreground === ink &&
        run.background === paper &&
        run.bold === bold &&
        run.underline === underline;
      if (run && same) run.text += text;
      else {
        run = { x, y, text, foreground: ink, background: paper, bold, underline };
        runs.push(run);
      }
    }
  }
  return runs;
}

function backgroundOf({ x, y, text, background }: Run): string {
  if (background === null) return '';
  const [left, top] = corner(x, y);
  return `<rect x="${px(left)}" y="${px(top)}" width="${px(text.length * CELL_WIDTH + 0.3)}" height="${px(CELL_HEIGHT + 0.3)}" fill="${background}"/>`;
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
  return path === '' ? '' : `<path fill="${run.foreground}" d="${path}"/>`;
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
  return `<text x="${places.join(' ')}" y="${y}" fill="${run.foreground}"${style} xml:space="preserve">${escaped(characters.slice(first, last + 1).join(''))}</text>`;
}

type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** Half the thickness of a line, as a part of the cell. */
const THIN = { x: 0.07, y: 0.035 };
const RIGHT: Rectangle = [0.5 - THIN.x, 0.5 - THIN.y, 0.5 + THIN.x, 2 * THIN.y];
const LEFT: Rectangle = [0, 0.5 - THIN.y, 0.5 + THIN.x, 2 * THIN.y];
const DOWN: Rectangle = [0.5 - THIN.x, 0.5 - THIN.y, 2 * THIN.x, 0.5 + THIN.y];
const UP: Rectangle = [0.5 - THIN.x, 0, 2 * THIN.x, 0.5 + THIN.y];

const BOX: Readonly<Record<string, readonly Rectangle[]>> = {
  '─': [LEFT, RIGHT],
  '│': [UP, DOWN],
  '┌': [RIGHT, DOWN],
  '┐': [LEFT, DOWN],
  '└': [RIGHT, UP],
  '┘': [LEFT, UP],
  '━': [[0, 0.5 - 2 * THIN.y, 1, 4 * THIN.y]],
  '╌': [
    [0.08, 0.5 - THIN.y, 0.34, 2 * THIN.y],
    [0.58, 0.5 - THIN.y, 0.34, 2 * THIN.y],
  ],
};

/** A braille character's dots: column, row, bit. */
const DOTS = [
  [0, 0, 1],
  [0, 1, 2],
  [0, 2, 4],
  [1, 0, 8],
  [1, 1, 16],
  [1, 2, 32],
  [0, 3, 64],
  [1, 3, 128],
] as const;

/** The rectangles that make up a character, in parts of the cell; none for letters. */
function rectanglesOf(character: string): readonly Rectangle[] {
  const box = BOX[character];
  if (box) return box;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2801 && code <= 0x28ff) {
    return DOTS.filter(([, , bit]) => (code - 0x2800) & bit).map(([column, row]) => [
      0.14 + column * 0.5,
      0.07 + row * 0.25,
      0.3,
      0.15,
    ]);
  }
  if (code >= 0x2581 && code <= 0x2588) {
    const height = (code - 0x2580) / 8;
    return [[0, 1 - height, 1.03, height]];
  }
  if (code >= 0x2589 && code <= 0x258f) return [[0, 0, (0x2590 - code) / 8, 1.02]];
  return [];
}

function corner(x: number, y: number): readonly [number, number] {
  return [MARGIN + x * CELL_WIDTH, MARGIN + y * CELL_HEIGHT];
}

function colour(value: number, rgb: boolean): string {
  if (rgb) return `#${value.toString(16).padStart(6, '0')}`;
  if (value < 16) return ANSI[value] ?? '#000000';
  if (value >= 232) return `#${(8 + 10 * (value - 232)).toString(16).padStart(2, '0').repeat(3)}`;
  const levels = [0, 95, 135, 175, 215, 255];
  const cube = value - 16;
  return `#${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6]
    .map((level) => (levels[level] ?? 0).toString(16).padStart(2, '0'))
    .join('')}`;
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
