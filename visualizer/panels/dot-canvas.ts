/** The canvas of blessed-contrib's line chart, on which a curve is drawn anew for each revision. */
import type { DotContext } from 'blessed-contrib/lib/widget/charts/line.js';

/** Of the dots of a cell, by line and column, each its bit in Unicode's braille. */
const DOTS: readonly (readonly [left: number, right: number])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

/**
 * Has less done for the same dots. contrib's canvas takes longer to clear itself, dot by dot, than to draw; for each
 * point it makes two vectors, to turn and move it by nothing; and for each dot the code of its colour in letters, of
 * which we would have to make a number again.
 */
export function drawWithLess(context: DotContext): void {
  const { _canvas: canvas } = context;
  context.clearRect = () => {
    canvas.content.fill(0);
    canvas.chars.fill(null);
  };
  context.lineTo = (x, y) => {
    // A vector's numbers are of single precision.
    const point = [Math.floor(Math.fround(x)), Math.floor(Math.fround(y))] as const;
    context._currentPath.push({ point, stroke: true });
  };
  canvas.set = (x, y) => {
    if (x < 0 || x >= canvas.width || y < 0 || y >= canvas.height) return;
    const cell = (canvas.width >> 1) * (y >> 2) + (x >> 1);
    canvas.content[cell] = (canvas.content[cell] ?? 0) | (DOTS[y & 3]?.[x & 1] ?? 0);
    canvas.colors[cell] = canvas.color;
    canvas.chars[cell] = null;
  };
}
