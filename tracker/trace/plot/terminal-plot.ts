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
import { POLICY_NAMES, type PolicyName } from '../../../shared/status.ts';
import type { Comparison } from '../../analysis/compare.ts';
import { count } from '../../cli/phrases.ts';
import { type Axis, shortNumber } from './axis.ts';
import { type Curve, type FaultCurves, faultCurves } from './fault-curves.ts';

const ROWS = 18;
const MARGIN = 8;

/** The picture, `columns` wide, without a line feed at its end. */
export function terminalPlot(comparison: Comparison, columns: number): string {
  const width = Math.max(20, columns - MARGIN - 1);
  const plot = faultCurves(comparison, { x: Math.floor(width / 10), y: 6 });
  const letters = policyLetters();
  const canvas = Array.from({ length: ROWS }, () => new Array<string>(width).fill(' '));
  canvas[rowOf(plot.y, plot.coldFaults)]?.fill('┄');
  const drawn = plot.curves.map((curve) => ({
    letter: letters.get(curve.policy) ?? '#',
    cells: cellsOf(curve, plot, width),
  }));
  // The first comes last: where curves meet, it is the one to be seen.
  for (const { letter, cells } of drawn.toReversed()) {
    for (const [row, column] of cells) canvas[row]?.splice(column, 1, letter);
  }
  const scales = [plot.y.logarithmic ? 'faults: log' : '', plot.x.logarithmic ? 'frames: log' : ''].filter(
    Boolean,
  );
  const title = `page faults of ${count(plot.references, 'reference')}${scales.length > 0 ? ` (${scales.join(', ')})` : ''}`;
  const legend = plot.curves.map(({ policy }, i) => `${drawn[i]?.letter} ${policy}`);
  return [
    title,
    ...canvas.map((cells, row) => `${labelOf(row, plot)}${cells.join('')}`.trimEnd()),
    ...xAxis(plot.x, width),
    `${' '.repeat(MARGIN + 1)}${[...legend, '┄ cold faults'].join('  ')}`,
    ...hiddenCurves(drawn, canvas).map((sentence) => `${' '.repeat(MARGIN + 1)}${sentence}`),
  ].join('\n');
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

/** A curve as the cells that have its letter, unless another curve is drawn over them. */
interface Drawn {
  readonly letter: string;
  readonly cells: readonly (readonly [row: number, column: number])[];
}

/** A cell in each column that the curve crosses; between two points it goes straight. */
function cellsOf({ points }: Curve, { x, y }: FaultCurves, width: number): Drawn['cells'] {
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

/**
 * Which curves cannot be seen anywhere, and under which they lie, under one if one covers them: `hidden: C, E under L;
 * R under F, M`. Nothing if all can be seen.
 */
function hiddenCurves(drawn: readonly Drawn[], canvas: readonly (readonly string[])[]): string[] {
  const under = new Map<string, string[]>();
  for (const { letter, cells } of drawn) {
    const seen = new Set(cells.map(([row, column]) => canvas[row]?.[column] ?? ''));
    if (seen.has(letter)) continue;
    const cover = drawn.find((other) => seen.has(other.letter) && covers(other, cells));
    const covering = cover?.letter ?? [...seen].join(', ');
    under.set(covering, [...(under.get(covering) ?? []), letter]);
  }
  if (under.size === 0) return [];
  const hidden = Array.from(under, ([covering, letters]) => `${letters.join(', ')} under ${covering}`);
  return [`hidden: ${hidden.join('; ')}`];
}

function covers({ cells }: Drawn, others: Drawn['cells']): boolean {
  const own = new Set(cells.map(String));
  return others.every((cell) => own.has(String(cell)));
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
  return [`${margin}└${line.join('')}`, `${margin} ${labels.join('').trimEnd()}  frames`.trimEnd()];
}
