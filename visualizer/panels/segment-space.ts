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
import type { Theme } from '../theme.ts';
import type { Picture } from '../view/picture.ts';
import { closeUpScale, type Region, wholeScale } from '../view/space-regions.ts';
import { bytes, counted, cutName, grouped, plain } from '../view/wording.ts';
import { firstRow, type Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';
import { drawAddresses, drawStrip } from './segment-strip.ts';

/** Lines for both strips and the addresses of the close-up. */
const BOTH_STRIPS = 3;
const BOTH_WITH_ADDRESSES = 4;
const STRIP_AND_ADDRESSES = 2;
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

/** Rows for what there is to see: segments without room for a name beside their number have it below. */
export function spaceRowsOf({ status }: Picture): number {
  return status.segmentation.segments.length === 0 ? STRIP_AND_ADDRESSES : BOTH_WITH_ADDRESSES;
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

/** Between the numbers and the words. */
const BEFORE_WORDS = 3;

/** In a zoomed panel: every region with its numbers. */
function drawList(surface: Surface, top: number, machine: Machine, theme: Theme): void {
  const { regions } = machine.picture;
  const room = rowsOfList(surface.height, top);
  if (room === 0) return;
  const hidden = Math.max(0, regions.length - room);
  const from = firstRow(machine, 'space', hidden);
  const width = numberWidth(regions);
  const headings = ['FROM', 'TO', 'BYTES'].map((heading) => heading.padStart(width)).join('');
  surface.put(0, top, `${headings}${' '.repeat(BEFORE_WORDS)}WHAT`, theme.strong);
  const x = headings.length + BEFORE_WORDS;
  const shown = regions.slice(from, from + (from < hidden ? room - 1 : room));
  for (const [index, region] of shown.entries()) {
    const numbers = [region.from, region.to, region.to - region.from];
    const text = numbers.map((value) => grouped(value).padStart(width)).join('');
    surface.put(0, top + 1 + index, text, theme.text);
    const look = region.kind === 'segment' ? theme.onPanel(region.segment?.id ?? -1) : theme.dim;
    surface.put(x, top + 1 + index, inWords(region, surface.width - 1 - x), look);
  }
  if (from < hidden) {
    const below = regions.length - from - shown.length;
    surface.put(0, surface.height - 1, `… and ${counted(below, 'region')} more`, theme.dim);
  }
}

/** Columns of each number, the blanks before it included. */
function numberWidth(regions: readonly Region[]): number {
  return 2 + Math.max('BYTES'.length, grouped(regions.at(-1)?.to ?? 0).length);
}

/** A name that has no room is cut, as everywhere in its middle; all else stays. */
function inWords({ kind, segment, largest }: Region, width: number): string {
  if (kind === 'hole') return largest ? 'hole, the largest' : 'hole';
  if (kind === 'overhead' || !segment) return 'headers and rounding';
  const [start, end] = [`segment ${segment.id}`, segment.grows === 'down' ? ', grows down' : ''];
  if (segment.name === null) return `${start}${end}`;
  return `${start} ${cutName(plain(segment.name), width - start.length - 1 - end.length)}${end}`;
}
