import type { Readable, Writable } from 'node:stream';
import blessed from 'blessed';
import Line from 'blessed-contrib/lib/widget/charts/line.js';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { nobodysTerminal } from '../export/offscreen.ts';
import { drawWithLess } from './dot-canvas.ts';

const { input, output } = nobodysTerminal({ width: 60, height: 20 });
const screen = blessed.screen({
  // blessed's types have input and output the wrong way round.
  input: input as unknown as Writable,
  output: output as unknown as Readable,
  terminal: 'xterm-256color',
});
afterAll(() => screen.destroy());

function chart(width: number, height: number) {
  const style = { line: 117, text: 252, baseline: 244 };
  const line = new Line({
    width,
    height,
    xPadding: 8,
    minY: 0,
    maxY: 100,
    showLegend: false,
    style,
  });
  screen.append(line);
  return line;
}

/** What is on the canvas, colours by their numbers. */
function drawnOn({ ctx }: Line) {
  const { content, colors, chars } = ctx._canvas;
  const codes: readonly unknown[] = colors;
  return Array.from(content, (dots, cell) => {
    const colour = dots === 0 ? null : Number(/\d+(?=m$|$)/.exec(String(codes[cell]))?.[0]);
    return [dots, colour, chars[cell] ?? null];
  });
}

it('draws with less what contrib draws, however often', () => {
  const value = fc.oneof(fc.double({ min: -20, max: 140, noNaN: true }), fc.constant(Number.NaN));
  const curves = fc.array(fc.array(value, { minLength: 2, maxLength: 80 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 60 }),
      fc.integer({ min: 5, max: 20 }),
      fc.array(curves, { minLength: 1, maxLength: 3 }),
      (width, height, pictures) => {
        const [own, ours] = [chart(width, height), chart(width, height)];
        drawWithLess(ours.ctx);
        for (const picture of pictures) {
          const x = new Array<string>(Math.max(...picture.map((y) => y.length))).fill(' ');
          const data = picture.map((y, i) => ({ title: `${i}`, x, y, style: { line: 100 + i } }));
          for (const line of [own, ours]) line.setData(data);
          expect(drawnOn(ours)).toEqual(drawnOn(own));
        }
        for (const line of [own, ours]) screen.remove(line);
      },
    ),
    { numRuns: 60 },
  );
});
