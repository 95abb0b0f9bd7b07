/**
 * Characters that are shapes rather than letters: blocks, braille and box lines, as rectangles. Drawn so they meet
 * whatever font the viewer has.
 */

/** In parts of the cell, from its upper left corner. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** Half the thickness of a line. */
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
  '╎': [
    [0.5 - THIN.x, 0.08, 2 * THIN.x, 0.34],
    [0.5 - THIN.x, 0.58, 2 * THIN.x, 0.34],
  ],
};

/** The rectangles that make up a character; none for letters. */
export function rectanglesOf(character: string): readonly Rectangle[] {
  const box = BOX[character];
  if (box) return box;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2581 && code <= 0x2588) {
    const height = (code - 0x2580) / 8;
    return [[0, 1 - height, 1.03, height]];
  }
  if (code >= 0x2589 && code <= 0x258f) return [[0, 0, (0x2590 - code) / 8, 1.02]];
  return dotsOf(character).map(([column, row]) => [0.14 + column * 0.5, 0.07 + row * 0.25, 0.3, 0.15]);
}

/** A braille character's dots in the order of its bits. */
const DOTS = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 3],
  [1, 3],
] as const;

/** Which dots of a braille character are set, from the upper left; none for any other character. */
export function dotsOf(character: string): readonly (readonly [column: number, row: number])[] {
  const bits = (character.codePointAt(0) ?? 0) - 0x2800;
  if (bits <= 0 || bits > 0xff) return [];
  return DOTS.filter((_, bit) => bits & (1 << bit));
}
