/**
 * What of the frames and of the segment space was in use, and page faults by references, over the revisions seen, as
 * blessed-contrib's line chart. Its own labels of the horizontal axis run into each other, and those of the vertical
 * one stand a line off; so it draws none, and ours are painted.
 */
import Line, { type DotCanvas } from 'blessed-contrib/lib/widget/charts/line.js';
import { attr, backgroundOf, foregroundOf, NONE } from '../attr.ts';
import { paintInstead } from '../painter.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { type Trend, trendOf } from '../view/trend.ts';
import { chartStyle, type MakeChart } from './chart.ts';
import { drawWithLess } from './dot-canvas.ts';
import { type Curve, curvesOf, drawTrendLegend, type TrendCurve } from './trend-legend.ts';

/** Dots left of the axis, for the numbers. */
const AXIS = 8;
/** The axis has room for so many revisions from the start: a few of them do not fill it. */
const FEWEST = 24;
/** So many stay free after the last: contrib begins two dots late, and a letter and a blank come before the border. */
const FREE = 6;
/** The braille character without a dot. */
const BRAILLE = 0x2800;
/** contrib leaves so many dots below the axis, and so many between the axis and the zero of the curve. */
const BELOW_AXIS = 11;
const ABOVE_AXIS = 2;

export const trendChart: MakeChart = (parent, rect, theme) => {
  const { width, height } = rect;
  const ink = foregroundOf(theme.text);
  const dots = dotsOf(height);
  const line = new Line({
    left: rect.x,
    top: rect.y,
    width,
    height,
    xPadding: AXIS,
    minY: 0,
    maxY: topOf(dots),
    showLegend: false,
    style: {
      ...chartStyle(theme, ink, backgroundOf(theme.text)),
      line: foregroundOf(theme.utilisation),
      text: ink,
      baseline: foregroundOf(theme.dim),
    },
  });
  line.calcSize = () => {
    line.canvasSize = { width: width * 2, height: dots };
  };
  parent.append(line);
  const canvas = line.ctx._canvas;
  drawWithLess(line.ctx);
  line.ctx.fillText = () => {};
  let shown: Trend | null = null;
  let samples: unknown = null;
  paintInstead(line, { blank: () => theme.text }, (surface) => {
    paintCanvas(surface, canvas, theme);
    paintValues(surface, theme);
    if (!shown) return;
    paintEnds(surface, curvesOf(shown, theme));
    drawTrendLegend(surface, AXIS / 2, shown, theme);
  });

  return {
    element: line,
    notes: [],
    update(machine) {
      if (samples === machine.samples) return;
      samples = machine.samples;
      shown = trendOf(machine.samples, Math.max(FEWEST, width * 2 - AXIS) - FREE);
      const x = new Array<string>(stepsFor(shown.revisions.length)).fill(' ');
      const curves = curvesOf(shown, theme).map(({ letter, points, look }) => {
        return { title: letter, x, y: numbersOf(points), style: { line: foregroundOf(look) } };
      });
      // Where they meet, the last is seen.
      line.setData(curves.reverse());
    },
  };
};

/** Into how many steps the axis is divided for so many revisions. */
function stepsFor(revisions: number): number {
  return Math.max(FEWEST, revisions + FREE);
}

/** What is no number contrib leaves out; a line needs two points. */
function numbersOf(curve: Curve): number[] {
  const numbers: number[] = [];
  for (const value of curve) numbers.push(value ?? Number.NaN);
  return numbers.length === 1 ? [...numbers, ...numbers] : numbers;
}

/**
 * The canvas as it is: dots, in the colour of the last that was set in a cell.
 * Made into a string with a colour code for every dot, blessed would have to read it anew for every picture.
 */
function paintCanvas(surface: Surface, { content, colors, width }: DotCanvas, theme: Theme): void {
  const columns = width / 2;
  const background = backgroundOf(theme.text);
  for (let y = 0; y < surface.height; y++) {
    for (let x = 0; x < Math.min(columns, surface.width); x++) {
      const cell = y * columns + x;
      const dots = content[cell] ?? 0;
      if (dots === 0) continue;
      const look = theme.coloured ? attr(colors[cell] ?? NONE, background) : theme.text;
      surface.put(x, y, String.fromCharCode(BRAILLE + dots), look);
    }
  }
}

/**
 * Left of the axis, each in the line whose upper edge its value is nearest to, of two the upper: zero beside the axis, and
 * no curve above a value that it is below.
 */
function paintValues(surface: Surface, theme: Theme): void {
  const step = surface.height >= 12 ? 25 : 50;
  for (let value = 0; value <= 100; value += step) {
    surface.put(
      0,
      Math.ceil(dotOf(surface, value) / 4 - 0.5),
      String(value).padStart(AXIS / 2 - 1),
      theme.text,
    );
  }
}

/** A letter at the end of each curve: the colour is not the only sign. */
function paintEnds(surface: Surface, curves: readonly TrendCurve[]): void {
  const ends = curves.map(({ points }) => endOf(surface, points));
  for (const [index, [column, row]] of apart(ends, surface.width).entries()) {
    const { letter = '', look = 0 } = curves[index] ?? {};
    surface.put(column, row, letter, look);
  }
}

type Cell = readonly [column: number, row: number];

/** Side by side those that would stand on each other. */
function apart(cells: readonly Cell[], width: number): Cell[] {
  const isAt = ([column, row]: Cell, [other, otherRow]: Cell): boolean =>
    column === other && row === otherRow;
  return cells.map((cell, index) => {
    const together = cells.filter((other) => isAt(cell, other)).length;
    const before = cells.slice(0, index).filter((other) => isAt(cell, other)).length;
    return [Math.min(cell[0], width - 1 - together) + before, cell[1]];
  });
}

/** The cell after the last point of a curve, by the sums that contrib does. */
function endOf(surface: Surface, curve: Curve): Cell {
  const { width } = surface;
  const step = (width * 2 - AXIS) / stepsFor(curve.length);
  const last = curve.findLastIndex((value) => value !== null);
  const x = step * Math.max(1, last) + AXIS + 2;
  const y = dotOf(surface, curve[last] ?? 0);
  return [Math.min(width - 2, Math.floor(x / 2) + 1), Math.max(0, Math.floor(y / 4))];
}

/** The line of dots in which a value is, from above. */
function dotOf({ height }: Surface, value: number): number {
  const dots = dotsOf(height);
  return dots - BELOW_AXIS - ABOVE_AXIS - ((dots - BELOW_AXIS) / topOf(dots)) * value;
}

/** A line more than there is: contrib leaves one below the axis for labels. */
function dotsOf(height: number): number {
  return height * 4 + 4;
}

/** The value at the upper edge: one of 100 would be above it by as much as zero is above the axis. */
function topOf(dots: number): number {
  return (100 * (dots - BELOW_AXIS)) / (dots - BELOW_AXIS - ABOVE_AXIS - 1);
}
