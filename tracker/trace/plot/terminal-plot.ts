/**
 * Page-fault curves drawn with letters, for a terminal:
 *
 *     10M ┤L
 *         │ O L
 *      1k ┤   O L L L
 *     319 ┄┄┄┄┄┄┄┄O┄O┄        the cold faults
 *         └┬─────┬─────
 *          1     64           frames
 *     C clock  L lru  O opt
 *     hidden: C under L
 */
import { policyInWords } from '../../../shared/conventions.ts';
import { POLICY_NAMES, type PolicyName } from '../../../shared/status.ts';
import type { Comparison } from '../../analysis/compare.ts';
import { count } from '../../cli/phrases.ts';
import { type Axis, shortNumber } from './axis.ts';
import { type Curve, type FaultCurves, faultCurves } from './fault-curves.ts';
import { hiddenCurves } from './hidden-curves.ts';

const ROWS = 18;
const MARGIN = 8;
const X_NAME = '  frames';
/** A blank at which no line is broken. */
const GLUE = '\u00a0';

/** The picture, at most `columns` wide, without a line feed at its end. */
export function terminalPlot(comparison: Comparison, columns: number): string {
  const width = Math.max(20, columns - MARGIN - 1 - X_NAME.length);
  const plot = faultCurves(comparison, { x: Math.floor(width / 10), y: 6 });
  const letters = policyLetters();
  const canvas = Array.from({ length: ROWS }, () => new Array<string>(width).fill(' '));
  canvas[rowOf(plot.y, plot.coldFaults)]?.fill('┄');
  const drawn = plot.curves.map((curve) => ({
    letter: letters.get(curve.told.policy) ?? '#',
    cells: cellsOf(curve, plot, width),
  }));
  const hidden = hiddenCurves(
    drawn.map(({ letter, cells }) => ({ name: letter, places: cells.map(String) })),
  );
  // The first comes last: where curves meet, it is the one to be seen.
  for (const { letter, cells } of drawn.toReversed()) {
    for (const [row, column] of cells) canvas[row]?.splice(column, 1, letter);
  }
  const scales = [plot.y.logarithmic ? 'faults: log' : '', plot.x.logarithmic ? 'frames: log' : ''].filter(
    Boolean,
  );
  const title = `page faults of ${count(plot.references, 'reference')}${scales.length > 0 ? ` (${scales.join(', ')})` : ''}`;
  const legend = plot.curves.map(({ told }, i) => `${drawn[i]?.letter} ${policyInWords(told)}`);
  return [
    title,
    ...canvas.map((cells, row) => `${labelOf(row, plot)}${cells.join('')}`.trimEnd()),
    ...xAxis(plot.x, width),
    ...[...inLines([...legend, '┄ cold faults'], width + X_NAME.length), ...hidden].map(
      (line) => `${' '.repeat(MARGIN + 1)}${line}`,
    ),
  ].join('\n');
}

/** Lines of at most `width` columns, broken between entries, and within one only if it is longer than a line. */
function inLines(entries: readonly string[], width: number): string[] {
  const glued = entries.map((entry) => (entry.length > width ? entry : entry.replaceAll(' ', GLUE)));
  const lines = glued.join('  ').match(new RegExp(`\\S.{0,${width - 1}}(?= |$)`, 'g')) ?? [];
  return lines.map((line) => line.replaceAll(GLUE, ' ').trimEnd());
}

/** Of each policy the first letter of its name that none before it has; none where all are taken. */
function policyLetters(): ReadonlyMap<PolicyName, string> {
  const letters = new Map<PolicyName, string>();
  for (const policy of POLICY_NAMES) {
    const taken = new Set(letters.values());
    const letter = [...policy.toUpperCase()].find((each) => !taken.has(each));
    if (letter !== undefined) letters.set(policy, letter);
  }
  return letters;
}

type Cell = readonly [row: number, column: number];

/** A cell in each column that the curve crosses; between two points it goes straight. */
function cellsOf({ points }: Curve, { x, y }: FaultCurves, width: number): Cell[] {
  return points.flatMap((point, i) => {
    const next = points[i + 1] ?? point;
    const [from, to] = [columnOf(x, point.frames, width), columnOf(x, next.frames, width)];
    const [first, last] = [y.position(point.faults), y.position(next.faults)];
    return Array.from({ length: to - from + 1 }, (_, step) => {
      const share = to === from ? 0 : step / (to - from);
      return [rowAt(first + share * (last - first)), from + step] as const;
    });
  });
}

function columnOf(x: Axis, frames: number, width: number): number {
  return Math.round(x.position(frames) * (width - 1));
}

function rowOf(y: Axis, faults: number): number {
  return rowAt(y.position(faults));
}

function rowAt(position: number): number {
  return Math.round((1 - position) * (ROWS - 1));
}

/** What stands left of a row: the value of a tick, or of the cold faults. */
function labelOf(row: number, { y, coldFaults }: FaultCurves): string {
  const values = [coldFaults, ...y.ticks];
  const value = values.find((each) => rowOf(y, each) === row);
  return `${(value === undefined ? '' : shortNumber(value)).padStart(MARGIN - 1)} ${value === undefined ? '│' : '┤'}`;
}

function xAxis(x: Axis, width: number): string[] {
  const line = new Array<string>(width).fill('─');
  const labels = new Array<string>(width).fill(' ');
  let free = 0;
  for (const tick of x.ticks) {
    const column = columnOf(x, tick, width);
    const label = shortNumber(tick);
    const start = Math.min(column, width - label.length);
    if (start < free) continue;
    line[column] = '┬';
    labels.splice(start, label.length, ...label);
    free = start + label.length + 1;
  }
  const margin = ' '.repeat(MARGIN);
  return [`${margin}└${line.join('')}`, `${margin} ${labels.join('').trimEnd()}${X_NAME}`];
}
