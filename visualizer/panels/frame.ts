/**
 * The border of a panel, with its title, its tabs and its note, and below it a legend. Draws around the content,
 * never into it, but for a second line of the legend where the content is blank; what does not fit is left out whole.
 */
import type { Rect, Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { digitOf, type PanelName } from '../view/panel-names.ts';
import { cutName } from '../view/wording.ts';
import type { LegendEntry } from './panel.ts';

export interface Frame {
  readonly name: PanelName;
  readonly title: string;
  /** The same in several lengths, the longest first. */
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  readonly focused: boolean;
  /** The other panels that share the place, with their titles. */
  readonly others: readonly Tab[];
  /** In the lower border, and above it where it has two lines. */
  readonly legend: readonly LegendEntry[];
  readonly legendLines: 1 | 2;
}

export interface Tab {
  readonly name: PanelName;
  readonly title: string;
  /** The title where there is little room. */
  readonly short: string;
}

export function drawFrame(surface: Surface, { x, y, width, height }: Rect, frame: Frame, theme: Theme): void {
  const look = frame.focused ? theme.focusedBorder : theme.border;
  surface.put(x, y, `┌${'─'.repeat(width - 2)}┐`, look);
  for (let row = 1; row < height - 1; row++) {
    surface.put(x, y + row, '│', look);
    surface.put(x + width - 1, y + row, '│', look);
  }
  surface.put(x, y + height - 1, `└${'─'.repeat(width - 2)}┘`, look);

  const end = x + width - 2;
  const title = ` ${digitOf(frame.name)} ${frame.title} `;
  const { tabs, between } = tabsFor(frame.others, end - x - 2 - title.length);
  const tabsWidth = tabs.reduce((sum, text) => sum + text.length + between, 0);
  // Between titles that stand as close as that a label of words would look like one of them.
  const labels = between < 0 ? frame.labels.filter((label) => label.length === 1) : frame.labels;
  const { label, note } = longestThatFit(labels, frame.notes, end - x - 2 - title.length - tabsWidth);
  let at = surface.put(x + 2, y, title, frame.focused ? theme.accent : theme.strong);
  if (label !== '') at = surface.put(at, y, `${label} `, theme.text);
  for (const text of tabs) at = surface.put(at + between, y, text, theme.dim);
  if (note !== '') surface.put(end - note.length - 2, y, ` ${note} `, theme.text);
  const lines = frame.legendLines;
  drawLegend(
    surface,
    { x: x + 2, y: y + height - lines, width: width - 4, height: lines },
    frame.legend,
    theme,
  );
}

/** The titles of the tabs, and the columns between them, so that they fit into `room`: a bare digit leads there too, the last first. */
function tabsFor(others: readonly Tab[], room: number): { tabs: readonly string[]; between: number } {
  const titled = (tab: Tab, text: string): string => ` ${digitOf(tab.name)} ${text} `;
  const full = others.map((tab) => titled(tab, tab.title));
  const width = (tabs: readonly string[], between: number): number =>
    tabs.reduce((sum, text) => sum + text.length + between, 0);
  if (width(full, 1) <= room) return { tabs: full, between: 1 };
  // Side by side a blank of the one runs into a blank of the other.
  if (width(full, -1) <= room) return { tabs: full, between: -1 };
  const short = others.map((tab) => titled(tab, tab.short));
  for (let named = short.length; named > 0; named--) {
    const tabs = others.map(({ name }, index) => (index < named && short[index]) || ` ${digitOf(name)} `);
    if (width(tabs, -1) <= room) return { tabs, between: -1 };
  }
  return { tabs: others.map(({ name }) => ` ${digitOf(name)} `), between: -1 };
}

/** Names longer than this are cut where otherwise not all of them would fit. */
const SHORT_NAME = 12;
/** The blanks before, in and after an entry. */
const AROUND_ENTRY = 3;
const UNRANKED = 9;

/** As many entries as fit, on the last line if that is enough, and how many there are besides. */
function drawLegend(
  surface: Surface,
  { x, y, width, height }: Rect,
  legend: readonly LegendEntry[],
  theme: Theme,
): void {
  const longest = widthOf(legend, Number.POSITIVE_INFINITY) <= width ? Number.POSITIVE_INFINITY : SHORT_NAME;
  const ordered = widthOf(legend, longest) <= width ? legend : legend.toSorted(byRank);
  const bottom = y + height - 1;
  let line = ordered === legend ? bottom : y;
  let at = x;
  for (const [index, { letter, text: name, look }] of ordered.entries()) {
    const text = cutName(name, longest);
    const end = at + letter.length + text.length + AROUND_ENTRY;
    const more = line === bottom ? moreThan(index + 1, ordered) : '';
    if (end + more.length > x + width) {
      if (line === bottom) {
        if (index > 0) surface.put(at, line, moreThan(index, ordered), theme.dim);
        return;
      }
      line = bottom;
      at = x;
    }
    at = surface.put(at, line, ' ', theme.text);
    at = surface.put(at, line, letter, look);
    at = surface.put(at, line, ` ${text} `, theme.text);
  }
}

function byRank(one: LegendEntry, other: LegendEntry): number {
  return (one.rank ?? UNRANKED) - (other.rank ?? UNRANKED);
}

function moreThan(shown: number, { length }: readonly LegendEntry[]): string {
  return shown < length ? ` +${length - shown} ` : '';
}

function widthOf(legend: readonly LegendEntry[], longest: number): number {
  let width = 0;
  for (const { letter, text } of legend)
    width += letter.length + Math.min(text.length, longest) + AROUND_ENTRY;
  return width;
}

/** More than that of any note. */
const LABEL_WORTH = 1000;

/** The pair of texts that says most in `room` columns, each with a blank around it; a label says more than a note. */
export function longestThatFit(
  labels: readonly string[],
  notes: readonly string[],
  room: number,
): { label: string; note: string } {
  let best = { label: '', note: '' };
  for (const label of [...labels, '']) {
    for (const note of [...notes, '']) {
      if (widthWith(label, 1) + widthWith(note, 3) > room) continue;
      if (worth(label, note) > worth(best.label, best.note)) best = { label, note };
    }
  }
  return best;
}

function widthWith(text: string, around: number): number {
  return text === '' ? 0 : text.length + around;
}

/** Whose pages are shown says more than which rows of them, be it a letter. */
function worth(label: string, note: string): number {
  const said = label === '' ? 0 : LABEL_WORTH;
  return said + 3 * label.length + note.length;
}

/** Where the content of a panel goes. */
export function inside({ x, y, width, height }: Rect): Rect {
  return { x: x + 1, y: y + 1, width: Math.max(0, width - 2), height: Math.max(0, height - 2) };
}
