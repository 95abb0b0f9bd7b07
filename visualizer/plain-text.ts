/**
 * One picture as plain text, for `--once`, pipes and TERM=dumb: the same panels as the dashboard, one below the
 * other, each as high as what it has to say.
 */
import type { ProcessStatus } from '../shared/status.ts';
import { longestThatFit } from './panels/frame.ts';
import { drawHeader } from './panels/header.ts';
import { linesInFull } from './panels/page-table.ts';
import type { Panel } from './panels/panel.ts';
import { PANELS } from './panels/registry.ts';
import { Grid } from './surface.ts';
import { MONOCHROME } from './theme.ts';
import { frameGrid } from './view/frame-grid.ts';
import { commandWords, counterWords, machineWords } from './view/headline.ts';
import { firstPages } from './view/page-rows.ts';
import { PANEL_NAMES, type PanelName } from './view/panel-names.ts';
import type { Picture } from './view/picture.ts';
import { counted, wrap, wrapItems } from './view/wording.ts';
import type { Machine, View } from './view-model.ts';

/** Rows of one section at most, and pages of one table: what is longer says how much more there is, and where. */
const MOST_ROWS = 400;
const MOST_PAGES = 512;
/** Below the segments. */
const HOLE_ROWS = 10;
const MOST_FRAME_ROWS = 24;
/** Of the segment space, with its addresses; a list of the regions needs more. */
const ROWS_OF_STRIP = 5;
/** A page table begins a second column after so many. */
const PAGE_ROWS = 17;
/** What `tracker show` has whole of what may be cut. */
const WHOLE_IN: Partial<Record<PanelName, string>> = {
  pages: 'pages',
  segments: 'segments',
  space: 'segments',
};

export function plainText(view: View, width: number): string {
  const { machine } = view;
  const header = new Grid(width, 2, MONOCHROME.text);
  drawHeader(header, view, MONOCHROME);
  const lines = header.lines();
  if (!machine) return `${lines.join('\n')}\n`;
  lines.splice(1, 1, ...restOfHeader(lines[0] ?? '', machine.picture, width));
  for (const name of PANEL_NAMES) {
    const of = name === 'pages' ? machine.picture.status.paging.processes : [machine.process];
    // From its first row on, whichever frame is inspected, and with all that it has to say.
    const top = { ...machine, scroll: { panel: name, row: 0 }, zoomed: true };
    const machines = of.length === 0 ? [top] : of.map((process) => ({ ...top, process }));
    for (const each of machines) lines.push('', ...section(name, each, width));
  }
  return `${lines.join('\n')}\n`;
}

/** What the header has in its second line, and all that it has no room for in either. */
function restOfHeader(first: string, picture: Picture, width: number): string[] {
  const command = commandWords(picture.status, Number.POSITIVE_INFINITY, 0).text;
  const counters = counterWords(picture).map(({ text }) => text);
  const said = [first, ...counters];
  const machine = machineWords(picture).map(({ text }) => text);
  const unsaid = machine.filter((text) => !said.some((line) => line.includes(text)));
  return wrapItems([command, ...unsaid, ...counters], ' · ', width - 2).flatMap((line) =>
    wrap(line, width - 2).map((part) => ` ${part}`),
  );
}

function section(name: PanelName, whole: Machine, width: number): string[] {
  const panel = PANELS[name];
  const machine = name === 'pages' && whole.process ? withFirstPages(whole, whole.process) : whole;
  const rows = rowsOf(name, panel, machine, width);
  const grid = new Grid(width, rows, MONOCHROME.text);
  panel.draw(grid, machine, MONOCHROME);
  const lines = grid.lines();
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const more = name === 'pages' ? pagesIn(whole) - pagesIn(machine) : 0;
  if (more > 0) lines.push(` … and ${counted(more, 'page')} more`);
  const part = WHOLE_IN[name];
  if (part && lines.at(-1)?.endsWith(' more')) lines.push(` tracker show ${part} has them all.`);
  return [heading(panel, machine, width, rows), ...lines];
}

/** Of a table with millions of pages the first, as a table of its own. */
function withFirstPages(machine: Machine, process: ProcessStatus): Machine {
  if (pagesIn(machine) <= MOST_PAGES) return machine;
  return { ...machine, process: { ...process, table: firstPages(process.table, MOST_PAGES) } };
}

function pagesIn({ picture, process }: Machine): number {
  return process ? picture.index(process).rows : 0;
}

function heading(panel: Panel, machine: Machine, width: number, rows: number): string {
  const labels = panel.labels?.(machine, width, rows) ?? [];
  const notes = panel.scrollable ? [] : (panel.notes?.(machine, width, rows) ?? []);
  const { label, note } = longestThatFit(labels, notes, width - panel.title.length - 6);
  const start = `── ${panel.title}${label === '' ? '' : `  ${label}`} `;
  const end = note === '' ? '' : ` ${note} ──`;
  return `${start.slice(0, width)}${'─'.repeat(Math.max(0, width - start.length - end.length))}${end}`;
}

/** As many rows as the panel has to say, up to a limit. */
function rowsOf(name: PanelName, panel: Panel, machine: Machine, width: number): number {
  const { picture } = machine;
  if (name === 'frames') {
    const { totalFrames } = picture.status.paging;
    return frameGrid(totalFrames, width, MOST_FRAME_ROWS, picture.pageDigits).rows;
  }
  if (name === 'pages' && machine.process) {
    return Math.max(Math.min(PAGE_ROWS, pagesIn(machine) + 1), linesInFull(machine, width));
  }
  // A line for each process, as each has a page table.
  if (name === 'usage') return picture.usage.length + 1;
  if (name === 'segments') {
    return Math.min(MOST_ROWS, picture.status.segmentation.segments.length + 1) + HOLE_ROWS;
  }
  if (name === 'space') {
    const [only, ...others] = picture.regions;
    // Of one hole the strip says all that there is to say.
    if (only?.kind === 'hole' && others.length === 0) return ROWS_OF_STRIP;
    return Math.min(MOST_ROWS, picture.regions.length + 8);
  }
  // With a height of one, everything but the heading or the last line has to be scrolled to.
  if (!panel.scrollable) return MOST_ROWS;
  let rows = 2;
  while (rows < MOST_ROWS && panel.scrollable(machine, width, rows) !== 0) rows++;
  return rows;
}
