/**
 * The segment space as a strip, to scale: segments with their names, holes with their quotient, the largest marked.
 * Where the segments are too small to see at the scale of the whole space, a close-up follows in which the long
 * holes are cut short (≈); where there is room for one strip only, it is the close-up, and the title says so.
 *
 *     ▏0 code   ▏1 data  ╌╌╌╌╌╌ 400 B ╌╌╌╌╌╌▏2 stack      ╌╌╌≈ 63 KiB largest ≈╌╌╌
 *     1000      1100     1300               1700          2000              66536
 */
import { blockConventionsOf } from '../../shared/conventions.ts';
import { part, type Surface } from '../surface.ts';
import { attr, backgroundOf, type Theme } from '../theme.ts';
import { closeUpScale, type Region, type Span, wholeScale } from '../view/space-regions.ts';
import { bytes, counted, grouped, plain } from '../view/wording.ts';
import { firstRow, type Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';

/** Lines for both strips and the addresses of the close-up. */
const BOTH_STRIPS = 3;
/** In the place of the edge of what comes after it. */
const SMALL_HOLE = '╎';
const NOT_TO_SCALE = '≈ not to scale';
const NO_HOLE = 'no hole: external fragmentation 0%';

export const segmentSpace: Panel = {
  title: 'Segment space',

  notes({ picture: { external, regions, status } }, width, height) {
    const { segmentation } = status;
    const rule = [`${segmentation.fit} fit`, ...blockConventionsOf(segmentation)].join(', ');
    const ruled = (text: string): string => `${rule} · ${text}`;
    if (external.free === 0) return [ruled(NO_HOLE), NO_HOLE];
    const quotient = `largest ${bytes(external.largest)} ÷ free ${bytes(external.free)} ${external.share}`;
    const sum = `external fragmentation = 1 − ${quotient}`;
    const shortest = `1 − largest ÷ free ${external.share}`;
    if (height < BOTH_STRIPS && closeUpScale(regions, width - 2)) {
      const terms = [sum, `1 − ${quotient}`, shortest];
      return [...terms.map((term) => `${NOT_TO_SCALE} · ${term}`), NOT_TO_SCALE];
    }
    const terms = [sum, `fragmentation 1 − ${quotient}`, `1 − ${quotient}`, shortest];
    return [ruled(`${counted(external.holes, 'hole')} · ${sum}`), ...terms.map(ruled), ...terms];
  },

  scrollableOnScreen(machine, width, height) {
    const rows = rowsIn(machine, width, height);
    return rows > 0 ? Math.max(0, machine.picture.regions.length - rows) : 0;
  },

  /** Below them is how many more there are. */
  page: (machine, width, height) => rowsIn(machine, width, height) - 1,

  draw(surface, machine, theme) {
    const { picture } = machine;
    const room = part(surface, { x: 1, y: 0, width: surface.width - 2, height: surface.height });
    const whole = wholeScale(picture.regions, room.width);
    const near = closeUpScale(picture.regions, room.width);
    if (!near) {
      const strip = wholeLines(room.height);
      drawStrip(room, 0, strip, whole, theme);
      drawAddresses(room, strip, whole, theme);
      drawList(room, listTop(room.height, false), machine, theme);
      return;
    }
    const both = room.height >= BOTH_STRIPS;
    const detailed = room.height > BOTH_STRIPS;
    if (both) drawStrip(room, 0, 1, whole, theme);
    if (detailed) drawAddresses(room, 1, whole, theme);
    const y = detailed ? 2 : both ? 1 : 0;
    const strip = closeUpLines(room.height);
    drawStrip(room, y, strip, near, theme);
    drawAddresses(room, y + strip, near, theme);
    drawList(room, listTop(room.height, true), machine, theme);
  },
};

function drawStrip(surface: Surface, y: number, height: number, spans: readonly Span[], theme: Theme): void {
  let labelEnd = -1;
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
      labelEnd = drawSegment(surface, box, span, { label: labelEnd === left, hole: afterHole }, theme);
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

/** What ends in the column before a segment: a label, a hole of less than a column. */
interface Before {
  readonly label: boolean;
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
  const { id, limit } = region.segment;
  const name = plain(region.segment.name ?? '');
  const look = theme.process(id);
  if (width === 1) {
    // Numbers side by side would be one number.
    const isNumbered = theme.coloured && id <= 9 && !before.label;
    for (let line = 0; line < height; line++) surface.put(x, y + line, '▌', theme.onPanel(id));
    return isNumbered ? surface.put(x, y, String(id), look) : x;
  }
  // Which segment it is the colour tells as well.
  const short = theme.coloured && name !== '' ? [name, String(id)] : [String(id)];
  const label = [`${id} ${name}`.trimEnd(), ...short].find((text) => text.length < width) ?? '';
  const size = bytes(limit);
  const lines = [label, size.length < width ? size : ''];
  // A thin edge in the colour of the panel: neighbours stay apart, even two of one colour.
  const edge = theme.coloured ? attr(backgroundOf(theme.text), backgroundOf(look)) : look;
  for (let line = 0; line < height; line++) {
    surface.put(x, y + line, ` ${lines[line] ?? ''}`.padEnd(width), look);
    if (before.hole) surface.put(x, y + line, SMALL_HOLE, theme.dim);
    else surface.put(x, y + line, '▏', edge);
  }
  return x + 1 + label.length;
}

/** Its size; without colours an edge too, and a sign that it is a hole before and after the size: it is no segment's. */
function drawHole(surface: Surface, { x, y, width, height }: Box, { region, cut }: Span, theme: Theme): void {
  const size = bytes(region.to - region.from);
  const largest = region.largest ? [`${size} largest`, `◆ ${size}`] : [];
  const texts = [...largest, size, region.largest ? '◆' : ''].map((text) => (cut ? `≈ ${text} ≈` : text));
  const edge = theme.coloured ? 0 : 1;
  const around = theme.coloured || cut ? 2 : 5;
  const text = texts.find((candidate) => candidate.length + around <= width);
  if (text) {
    const at = x + Math.floor((width + edge - text.length - 2) / 2);
    surface.put(
      at,
      y + Math.floor((height - 1) / 2),
      ` ${text} `,
      region.largest ? theme.accent : theme.text,
    );
  }
  if (edge >= width) return;
  for (let line = 0; line < height; line++) surface.put(x, y + line, '▏'.repeat(edge), theme.dim);
}

/**
 * The address at which each region begins, where there is room for it, and the end of the space at the right. Below a
 * segment stands its own: that of anything else only where it ends before the next one begins.
 */
function drawAddresses(surface: Surface, y: number, spans: readonly Span[], theme: Theme): void {
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

function wholeLines(height: number): number {
  return Math.max(1, Math.min(3, height - 1));
}

function closeUpLines(height: number): number {
  return height >= 7 ? 2 : 1;
}

/** The line of the list's heading: below the strip or strips, their addresses, and a blank line. */
function listTop(height: number, isCloseUp: boolean): number {
  return 2 + (isCloseUp ? 2 + closeUpLines(height) : wholeLines(height));
}

/** A row by itself would say nothing. */
function rowsOfList(height: number, top: number): number {
  const rows = height - top - 1;
  return rows < 2 ? 0 : rows;
}

function rowsIn({ picture: { regions } }: Machine, width: number, height: number): number {
  return rowsOfList(height, listTop(height, closeUpScale(regions, width - 2) !== null));
}

/** In a zoomed panel: every region with its numbers. */
function drawList(surface: Surface, top: number, machine: Machine, theme: Theme): void {
  const { regions } = machine.picture;
  const room = rowsOfList(surface.height, top);
  if (room === 0) return;
  const hidden = Math.max(0, regions.length - room);
  const from = firstRow(machine, 'space', hidden);
  const width = 12;
  surface.put(
    0,
    top,
    `${'FROM'.padStart(width)}${'TO'.padStart(width)}${'BYTES'.padStart(width)}   WHAT`,
    theme.strong,
  );
  const shown = regions.slice(from, from + (from < hidden ? room - 1 : room));
  for (const [index, region] of shown.entries()) {
    const numbers = [region.from, region.to, region.to - region.from];
    const x = surface.put(
      0,
      top + 1 + index,
      numbers.map((value) => grouped(value).padStart(width)).join(''),
      theme.text,
    );
    surface.put(
      x + 3,
      top + 1 + index,
      inWords(region),
      region.kind === 'segment' ? theme.onPanel(region.segment?.id ?? -1) : theme.dim,
    );
  }
  if (from < hidden) {
    const below = regions.length - from - shown.length;
    surface.put(0, surface.height - 1, `… and ${counted(below, 'region')} more`, theme.dim);
  }
}

function inWords({ kind, segment, largest }: Region): string {
  if (kind === 'hole') return largest ? 'hole, the largest' : 'hole';
  if (kind === 'overhead' || !segment) return 'headers and rounding';
  const name = segment.name === null ? '' : ` ${plain(segment.name)}`;
  return `segment ${segment.id}${name}${segment.grows === 'down' ? ', grows down' : ''}`;
}
