/**
 * A strip of the segment space at one scale: segments by number and name, holes with their sizes, and the addresses
 * below it. What is said of each is the same with colours and without.
 */
import type { SegmentStatus } from '../../shared/status.ts';
import { attr, backgroundOf } from '../attr.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import type { Span } from '../view/space-regions.ts';
import { bytes, plain } from '../view/wording.ts';

const EDGE = '▏';
/** In the place of the edge of what comes after it. */
const SMALL_HOLE = '╎';

export function drawStrip(
  surface: Surface,
  y: number,
  height: number,
  spans: readonly Span[],
  theme: Theme,
): void {
  let labelEnd = -1;
  let blockEnd = -1;
  let afterHole = false;
  for (const span of spans) {
    const left = Math.round(span.left);
    const width = Math.round(span.right) - left;
    if (width === 0) {
      afterHole ||= span.region.kind === 'hole';
      continue;
    }
    const box = { x: left, y, width, height };
    if (span.region.kind === 'segment') {
      const before = { label: labelEnd === left, block: blockEnd === left, hole: afterHole };
      labelEnd = drawSegment(surface, box, span, before, theme);
      if (width > 1) blockEnd = left + width;
    } else {
      const filler = span.region.kind === 'hole' ? '╌' : '░';
      for (let line = 0; line < height; line++) surface.put(left, y + line, filler.repeat(width), theme.dim);
      if (span.region.kind === 'hole') drawHole(surface, box, span, theme);
    }
    afterHole = false;
  }
  if (afterHole) {
    for (let line = 0; line < height; line++) surface.put(surface.width - 1, y + line, SMALL_HOLE, theme.dim);
  }
  // After the rest, so that a segment too small for a column still shows.
  for (const { region, left, right } of spans) {
    if (region.kind !== 'segment' || Math.round(right) > Math.round(left)) continue;
    for (let line = 0; line < height; line++) {
      surface.put(
        Math.min(surface.width - 1, Math.floor(left)),
        y + line,
        '▌',
        theme.onPanel(region.segment?.id ?? -1),
      );
    }
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What ends in the column before a segment: a label, a segment of several columns, a hole of less than one. */
interface Before {
  readonly label: boolean;
  readonly block: boolean;
  readonly hole: boolean;
}

/** Answers the column after its label. */
function drawSegment(
  surface: Surface,
  { x, y, width, height }: Box,
  { region }: Span,
  before: Before,
  theme: Theme,
): number {
  if (!region.segment) return x;
  const { id } = region.segment;
  const look = theme.process(id);
  const sign = before.hole ? SMALL_HOLE : EDGE;
  if (width === 1) {
    for (let line = 0; line < height; line++) surface.put(x, y + line, '▌', theme.onPanel(id));
    // Numbers side by side would be one number.
    if (id > 9 || before.label) return x;
    // Without colours nothing else tells that it is not one of the segment before.
    if (before.block && !theme.coloured) surface.put(x - 1, y, sign, theme.dim);
    return surface.put(x, y, String(id), look);
  }
  const lines = linesOf(region.segment, width, height);
  // A thin edge in the colour of the panel: neighbours stay apart, even two of one colour.
  const edge = theme.coloured ? attr(backgroundOf(theme.text), backgroundOf(look)) : look;
  for (let line = 0; line < height; line++) {
    surface.put(x, y + line, ` ${lines[line] ?? ''}`.padEnd(width), look);
    surface.put(x, y + line, sign, before.hole ? theme.dim : edge);
  }
  return x + 1 + (lines[0] ?? '').length;
}

/** The number first, with the name beside it or, where it is too long for that and there are lines enough, below; then the size. */
function linesOf({ id, name, limit }: SegmentStatus, width: number, height: number): readonly string[] {
  const ifFits = (text: string): string => (text.length < width ? text : '');
  const named = plain(name ?? '');
  const beside = ifFits(`${id} ${named}`.trimEnd());
  if (beside !== '') return [beside, ifFits(bytes(limit))];
  const below = height > 2 && ifFits(named) !== '' ? [named] : [];
  return [ifFits(String(id)), ...below, ifFits(bytes(limit))];
}

/** Its size, and a sign that it is a hole before and after that: it is no segment's. Without colours an edge too. */
function drawHole(surface: Surface, { x, y, width, height }: Box, { region, cut }: Span, theme: Theme): void {
  const size = bytes(region.to - region.from);
  const largest = region.largest ? [`${size} largest`, `◆ ${size}`] : [];
  const texts = [...largest, size, region.largest ? '◆' : ''].map((text) => (cut ? `≈ ${text} ≈` : text));
  const around = cut ? 2 : 4;
  const text = texts.find((candidate) => candidate.length + around <= width);
  if (text) {
    surface.put(
      x + Math.floor((width - text.length - 1) / 2),
      y + Math.floor((height - 1) / 2),
      ` ${text} `,
      region.largest ? theme.accent : theme.text,
    );
  }
  const room = width - (text?.length ?? 0) - around;
  if (theme.coloured || width === 1 || (text && !cut && room === 0)) return;
  for (let line = 0; line < height; line++) surface.put(x, y + line, EDGE, theme.dim);
}

/**
 * The address at which each region begins, where there is room for it, and the end of the space at the right. Below a
 * segment stands its own: that of anything else only where it ends before the next one begins.
 */
export function drawAddresses(surface: Surface, y: number, spans: readonly Span[], theme: Theme): void {
  const end = String(spans.at(-1)?.region.to ?? 0);
  let free = 0;
  for (const { region, left, right } of spans) {
    const x = Math.round(left);
    const text = String(region.from);
    if (region.kind !== 'segment' && x + text.length >= Math.round(right)) continue;
    if (x < free || x + text.length >= surface.width - end.length) continue;
    free = surface.put(x, y, text, theme.dim) + 1;
  }
  surface.put(surface.width - end.length, y, end, theme.dim);
}
