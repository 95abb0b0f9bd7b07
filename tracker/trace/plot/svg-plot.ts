/** Page-fault curves as an SVG picture for a report: nothing but lines and text, no script, no outside font. */
import { conventionsOf, policyInWords } from '../../../shared/conventions.ts';
import type { PolicyName } from '../../../shared/status.ts';
import type { Comparison } from '../../analysis/compare.ts';
import { type Axis, shortNumber } from './axis.ts';
import { type Curve, type FaultCurves, faultCurves } from './fault-curves.ts';
import { hiddenCurves } from './hidden-curves.ts';

const WIDTH = 760;
const HEIGHT = 460;
const LEFT = 72;
const RIGHT = 160;
const TOP = 44;
const BOTTOM = 56;
const RIGHT_EDGE = WIDTH - RIGHT;
const BOTTOM_EDGE = HEIGHT - BOTTOM;
/** Labels at the ends of curves stay this far apart. */
const LABEL_HEIGHT = 15;
/** A line of text below everything. */
const NOTE_HEIGHT = 15;
/** How much of its line stands before a name. */
const SAMPLE_WIDTH = 28;

type Stroke = readonly [colour: string, dashes: string];

/**
 * A colour for each policy that colour-blind eyes tell from the others (Okabe & Ito 2008, and two of Tol 2021); dashes,
 * and names at the ends, for everybody else.
 */
const STROKES: Readonly<Partial<Record<PolicyName, Stroke>>> = {
  fifo: ['#d55e00', ''],
  lru: ['#0072b2', ''],
  mru: ['#cc79a7', '2 3'],
  clock: ['#009e73', ''],
  'enhanced-clock': ['#882255', '6 3'],
  nru: ['#e69f00', ''],
  lfu: ['#56b4e9', ''],
  aging: ['#999933', '6 3'],
  random: ['#999999', '2 3'],
  opt: ['#000000', '8 4'],
};
const OTHER_STROKE: Stroke = ['#666666', '1 3'];

/** A whole SVG document. `title` may say anything. */
export function svgPlot(comparison: Comparison, title: string): string {
  const plot = faultCurves(comparison, { x: 9, y: 7 });
  const notes = notesOn(plot);
  const height = HEIGHT + notes.length * NOTE_HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(LEFT, 26, title, 'font-size="15" font-weight="600"'),
    ...plot.x.ticks.flatMap((frames) => verticalTick(plot.x, frames)),
    ...plot.y.ticks.flatMap((faults) => horizontalTick(plot.y, faults)),
    `<path d="M${LEFT} ${TOP}V${BOTTOM_EDGE}H${RIGHT_EDGE}" fill="none" stroke="#333333"/>`,
    coldLine(plot),
    ...plot.curves.map((curve) => line(curve, plot)),
    ...endLabels(plot),
    ...coldLabel(plot),
    text((LEFT + RIGHT_EDGE) / 2, HEIGHT - 14, `frames${scaleOf(plot.x)}`, 'text-anchor="middle"'),
    text(
      18,
      (TOP + BOTTOM_EDGE) / 2,
      `page faults${scaleOf(plot.y)}`,
      `text-anchor="middle" transform="rotate(-90 18 ${(TOP + BOTTOM_EDGE) / 2})"`,
    ),
    ...notes.map((note, i) => text(LEFT, HEIGHT + i * NOTE_HEIGHT + 4, note, 'fill="#333333"')),
    '</svg>',
    '',
  ].join('\n');
}

function verticalTick(x: Axis, frames: number): string[] {
  const at = xAt(x, frames);
  return [
    `<path d="M${at} ${TOP}V${BOTTOM_EDGE}" stroke="#e6e6e6"/>`,
    text(at, BOTTOM_EDGE + 18, shortNumber(frames), 'text-anchor="middle" fill="#333333"'),
  ];
}

function horizontalTick(y: Axis, faults: number): string[] {
  const at = yAt(y, faults);
  return [
    `<path d="M${LEFT} ${at}H${RIGHT_EDGE}" stroke="#e6e6e6"/>`,
    text(LEFT - 8, at + 4, shortNumber(faults), 'text-anchor="end" fill="#333333"'),
  ];
}

const COLD_STROKE = 'stroke="#888888" stroke-dasharray="1 4"';

function coldLine({ y, coldFaults }: FaultCurves): string {
  return `<path d="M${LEFT} ${yAt(y, coldFaults)}H${RIGHT_EDGE}" ${COLD_STROKE}/>`;
}

/** In the corner below the names, where neither curves nor the title can come. */
function coldLabel({ coldFaults }: FaultCurves): string[] {
  const left = RIGHT_EDGE + 8;
  return [
    `<path d="M${left} ${HEIGHT - 18}h${SAMPLE_WIDTH}" ${COLD_STROKE}/>`,
    text(left + SAMPLE_WIDTH + 6, HEIGHT - 14, `cold faults: ${coldFaults}`, 'fill="#666666"'),
  ];
}

/** By which rules the policies went, where there is more to say than a name, and which curves lie under others. */
function notesOn({ curves, x, y }: FaultCurves): string[] {
  const told = curves.map(({ told }) => told).filter((told) => conventionsOf(told).length > 0);
  const drawn = curves.map((curve) => ({
    name: curve.told.policy,
    places: segmentsOf(pointsOf(curve, x, y)),
    dashed: strokeOf(curve.told.policy)[1] !== '',
  }));
  return [...told.map(policyInWords), ...hiddenCurves(drawn.toReversed())];
}

function segmentsOf(points: readonly string[]): string[] {
  return points.map((point, i) => `${points[i - 1] ?? point} ${point}`);
}

function pointsOf({ points }: Curve, x: Axis, y: Axis): string[] {
  return points.map(({ frames, faults }) => `${xAt(x, frames)},${yAt(y, faults)}`);
}

function line(curve: Curve, { x, y }: FaultCurves): string {
  const points = pointsOf(curve, x, y).join(' ');
  return `<polyline points="${points}" fill="none" ${stroke(curve.told.policy)} stroke-linejoin="round"/>`;
}

function strokeOf(policy: PolicyName): Stroke {
  return STROKES[policy] ?? OTHER_STROKE;
}

function stroke(policy: PolicyName): string {
  const [colour, dashes] = strokeOf(policy);
  return `stroke="${colour}" stroke-width="2"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}`;
}

/** The names of the policies, with a sample of the line, beside the ends of their curves; pushed apart where those meet. */
function endLabels({ curves, x, y }: FaultCurves): string[] {
  const ends = curves
    .map(({ told: { policy }, points }) => ({ policy, last: points.at(-1) ?? { frames: 0, faults: 0 } }))
    .sort((a, b) => b.last.faults - a.last.faults);
  let lowest = TOP;
  return ends.flatMap(({ policy, last }, i) => {
    const wanted = yAt(y, last.faults) + 4;
    const mostAllowed = BOTTOM_EDGE + 4 - (ends.length - 1 - i) * LABEL_HEIGHT;
    lowest = Math.min(Math.max(wanted, lowest + (i === 0 ? 0 : LABEL_HEIGHT)), mostAllowed);
    const from = xAt(x, last.frames) + 8;
    const [name, fill] = [from + SAMPLE_WIDTH + 6, strokeOf(policy)[0]];
    return [
      `<path d="M${from} ${lowest - 4}h${SAMPLE_WIDTH}" ${stroke(policy)}/>`,
      text(name, lowest, policy, `fill="${fill}" font-weight="600"`),
    ];
  });
}

function xAt(x: Axis, frames: number): number {
  return Number((LEFT + x.position(frames) * (RIGHT_EDGE - LEFT)).toFixed(1));
}

function yAt(y: Axis, faults: number): number {
  return Number((BOTTOM_EDGE - y.position(faults) * (BOTTOM_EDGE - TOP)).toFixed(1));
}

function scaleOf({ logarithmic }: Axis): string {
  return logarithmic ? ' (logarithmic)' : '';
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
