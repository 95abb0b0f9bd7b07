/**
 * Frames by process, as blessed-contrib's bar chart. The chart knows one colour, whole cells and no limit to its
 * bars; so it is given as many bars as fit, and each is gone over with its own colour, its letter, and eighths of
 * a cell. Every bar stands in a track as high as the whole memory, so that it tells a share and not only which is
 * the largest; the line above shows the whole memory, each process with its share.
 */
import Bar from 'blessed-contrib/lib/widget/charts/bar.js';
import { type Attr, backgroundOf, foregroundOf } from '../attr.ts';
import { paintOver, renderOnlyNews } from '../painter.ts';
import type { Surface } from '../surface.ts';
import { fillOf, type Theme } from '../theme.ts';
import type { Usage } from '../view/picture.ts';
import { compact, grouped, percent } from '../view/wording.ts';
import { firstRow, type Machine } from '../view-model.ts';
import { chartStyle, type MakeChart } from './chart.ts';
import { BARS, barLabels, barsIn, followedUsage, roomsBelow, shownUsage, spacingFor } from './usage-bars.ts';

/** contrib wants three columns between bars, of which it fills one. */
const GAP = 3;
/** Lines below the bars: the number and the name. */
const LINES_BELOW = 2;
/** Lines above the highest bar: the memory, and a blank one. */
const LINES_ABOVE = 2;
const EIGHTHS_FROM_BELOW = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];

/** Any colour that nothing else has; every cell of it is painted over. */
const PLACEHOLDER = 57;

export const usageChart: MakeChart = (parent, rect, theme) => {
  const { width, height } = rect;
  const ink = foregroundOf(theme.text);
  const bar = new Bar({
    left: rect.x,
    top: rect.y,
    width,
    height,
    barWidth: BARS.spacing - GAP,
    barSpacing: BARS.spacing,
    xOffset: BARS.left,
    maxHeight: 1,
    barBgColor: PLACEHOLDER,
    barFgColor: ink,
    labelColor: ink,
    style: chartStyle(theme, ink, backgroundOf(theme.text)),
  });
  // Its own size leaves out what a border would take; and its numbers and names stand 4 and 3 above the end.
  bar.calcSize = () => {
    bar.canvasSize = { width, height: height + 2 };
  };
  parent.append(bar);
  const news = renderOnlyNews(bar);

  let shown: readonly Usage[] = [];
  let machine: Machine | null = null;
  /** So many of the largest are scrolled out of sight. */
  let from = 0;
  let followed: Usage | null = null;
  /** Most revisions leave every process what it had. */
  let lastDrawn = '';
  paintOver(bar, (surface) => {
    if (machine) paintBars(surface, machine, shown, theme);
  });

  const notes: string[] = [];
  return {
    element: bar,
    notes,
    update(now) {
      const { usage, used, status } = now.picture;
      const scrolled = firstRow(now, 'usage', usage.length - barsIn(width));
      const nowFollowed = followedUsage(now);
      const changed = machine?.picture !== now.picture || scrolled !== from || nowFollowed !== followed;
      machine = now;
      from = scrolled;
      followed = nowFollowed;
      if (!changed) return;
      shown = shownUsage(usage, barsIn(width), from, followed);
      const hidden = usage.length - shown.length;
      const total = status.paging.totalFrames;
      const usedWords = `${grouped(used)} of ${grouped(total)} used`;
      // The one that is followed may be none of these, in the place of the last.
      const isAside = followed !== null && !shownUsage(usage, barsIn(width), from).includes(followed);
      const range = `${grouped(from + 1)}–${grouped(from + shown.length - Number(isAside))} by size`;
      const more = from > 0 ? range : hidden > 0 ? `+${grouped(hidden)} more` : '';
      notes.splice(
        0,
        notes.length,
        [more, usedWords].filter(Boolean).join(' · '),
        more || `${percent(used, total)} used`,
      );
      const spacing = spacingFor(width, shown.length);
      const lines = height - LINES_BELOW - LINES_ABOVE;
      // A little more than all: contrib would let a full bar touch the line above.
      const full = (Math.max(1, total) * (lines + 1)) / lines;
      Object.assign(bar.options, { barWidth: spacing - GAP, barSpacing: spacing, maxHeight: full });
      const bars = { titles: shown.map(({ letter }) => letter), data: shown.map(({ resident }) => resident) };
      const drawn = JSON.stringify([bars, full, followed?.pid]);
      if (drawn === lastDrawn) return;
      lastDrawn = drawn;
      bar.setData(bars);
      news.stale = true;
    },
  };
};

function paintBars(surface: Surface, machine: Machine, shown: readonly Usage[], theme: Theme): void {
  const { picture } = machine;
  const total = picture.status.paging.totalFrames;
  const followed = followedUsage(machine);
  paintMemory(surface, picture.usage, followed, total, theme);
  const lines = surface.height - LINES_BELOW - LINES_ABOVE;
  const spacing = spacingFor(surface.width, shown.length);
  const nothing = backgroundOf(theme.onTrack(0)) === backgroundOf(theme.text) ? '·' : ' ';
  const drawn = spacing - BARS.between;
  const numberOf = numbersFor(shown, total, roomsBelow(surface.width, shown.length));
  const labels = barLabels(shown, surface.width);
  const bottom = surface.height - LINES_BELOW - 1;
  // contrib's own numbers are longer than the room below their bars.
  for (let y = bottom + 1; y < surface.height; y++) surface.put(0, y, ' '.repeat(surface.width), theme.text);
  for (const [index, entry] of shown.entries()) {
    const { letter, resident } = entry;
    const x = BARS.left + index * spacing;
    const looks = looksOf(entry, followed, theme);
    const eighths = resident === 0 ? 0 : Math.max(1, Math.round((lines * 8 * resident) / Math.max(1, total)));
    for (let line = 0; line < lines; line++) {
      const filled = Math.max(0, Math.min(8, eighths - line * 8));
      const y = bottom - line;
      // Without colours the bar is its letter, and a track that is nothing but paper is what free frames are: dots.
      const all = theme.coloured ? ' ' : letter;
      const glyph = [nothing, ...EIGHTHS_FROM_BELOW, all][filled] ?? nothing;
      surface.put(x, y, glyph.repeat(drawn), filled === 8 ? looks.full : looks.onTrack);
    }
    surface.put(x, surface.height - 2, numberOf(resident, total), theme.strong);
    const label = labels[index] ?? { letter, name: '' };
    surface.put(x + 2, surface.height - 1, label.name, theme.text);
    surface.put(x, surface.height - 1, label.letter, looks.full);
  }
  if (shown.length === 0) surface.put(1, 2, 'No frame is in use.', theme.dim);
}

/** Where a process is followed the others are dimmed; without colours it stands out instead. */
function looksOf(entry: Usage, followed: Usage | null, theme: Theme): { full: Attr; onTrack: Attr } {
  const fill = followed && entry !== followed ? -1 : fillOf(entry.letter);
  if (entry === followed && !theme.coloured) return { full: theme.strong, onTrack: theme.strong };
  return { full: theme.process(fill), onTrack: theme.onTrack(fill) };
}

/** What stands below a bar: count and share, or one of them; the longest first. */
const NUMBERS: readonly ((frames: number, total: number) => string)[] = [
  (frames, total) => `${grouped(frames)} ${percent(frames, total)}`,
  (frames, total) => `${compact(frames)} ${percent(frames, total)}`,
  (frames) => grouped(frames),
  (frames) => compact(frames),
];

/** The first that fits below all bars. */
function numbersFor(
  shown: readonly Usage[],
  total: number,
  rooms: readonly number[],
): (typeof NUMBERS)[number] {
  for (const form of NUMBERS) if (fitsBelow(form, shown, total, rooms)) return form;
  return compact;
}

function fitsBelow(
  form: (typeof NUMBERS)[number],
  shown: readonly Usage[],
  total: number,
  rooms: readonly number[],
): boolean {
  for (const [index, { resident }] of shown.entries()) {
    if (form(resident, total).length > (rooms[index] ?? 0)) return false;
  }
  return true;
}

/** The whole memory in one line: what each process has, in its colour, and what is free. */
function paintMemory(
  surface: Surface,
  usage: readonly Usage[],
  followed: Usage | null,
  total: number,
  theme: Theme,
): void {
  const width = surface.width - 2;
  let frames = 0;
  let x = 0;
  /** Where the followed one stands that has less than half a cell. */
  let small: number | null = null;
  for (const entry of usage) {
    const { letter, resident } = entry;
    frames += resident;
    const end = Math.round((width * frames) / Math.max(1, total));
    const cells = Math.max(0, end - x);
    surface.put(
      1 + x,
      0,
      cells > 0 ? letter + (theme.coloured ? ' ' : letter).repeat(cells - 1) : '',
      looksOf(entry, followed, theme).full,
    );
    if (entry === followed && cells === 0) small = Math.min(x, width - 1);
    x = Math.max(x, end);
  }
  surface.put(1 + x, 0, '·'.repeat(Math.max(0, width - x)), theme.dim);
  if (followed && small !== null) {
    surface.put(1 + small, 0, followed.letter, looksOf(followed, followed, theme).full);
  }
}
