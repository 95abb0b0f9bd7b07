/**
 * One picture as plain text, for `--once`, pipes and TERM=dumb: the same panels as the dashboard, one below the
 * other, each as high as what it has to say.
 */
import { longestThatFit } from './panels/frame.ts';
import { drawHeader } from './panels/header.ts';
import type { Panel } from './panels/panel.ts';
import { PANELS } from './panels/registry.ts';
import { Grid } from './surface.ts';
import { MONOCHROME } from './theme.ts';
import { frameGrid } from './view/frame-grid.ts';
import { PANEL_NAMES, type PanelName } from './view/panel-names.ts';
import { counted } from './view/wording.ts';
import type { Machine, View } from './view-model.ts';

/** Rows of one section at most: what is longer says how much more there is. The events never are. */
const MOST_ROWS = 40;
const MOST_EVENT_ROWS = 400;
/** Below the segments. */
const HOLE_ROWS = 10;
const MOST_FRAME_ROWS = 24;
/** A page table begins a second column after so many. */
const PAGE_ROWS = 17;

export function plainText(view: View, width: number): string {
  const { machine } = view;
  const header = new Grid(width, 2, MONOCHROME.text);
  drawHeader(header, view, MONOCHROME);
  const lines = header.lines();
  if (!machine) return `${lines.join('\n')}\n`;
  for (const name of PANEL_NAMES) {
    const of = name === 'pages' ? machine.picture.status.paging.processes : [machine.process];
    const machines = of.length === 0 ? [machine] : of.map((process) => ({ ...machine, process }));
    for (const each of machines) lines.push('', ...section(name, each, width));
  }
  return `${lines.join('\n')}\n`;
}

function section(name: PanelName, machine: Machine, width: number): string[] {
  const panel = PANELS[name];
  const rows = rowsOf(name, panel, machine, width);
  const grid = new Grid(width, rows, MONOCHROME.text);
  panel.draw(grid, machine, MONOCHROME);
  const lines = grid.lines();
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const hidden = panel.scrollable?.(machine, width, rows) ?? 0;
  if (hidden > 0) lines.push(` … and ${counted(hidden, 'more row', 'more rows')}`);
  return [heading(panel, machine, width, rows), ...lines];
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
    const comfortable = Math.min(PAGE_ROWS, picture.index(machine.process).rows + 1);
    return Math.max(comfortable, rowsToShowAll(panel, machine, width, MOST_ROWS));
  }
  if (name === 'usage') return Math.min(MOST_ROWS, picture.usage.length + 1);
  if (name === 'segments') return rowsToShowAll(panel, machine, width, MOST_ROWS) + HOLE_ROWS;
  if (name === 'space') return Math.min(MOST_ROWS, picture.regions.length + 8);
  // With a height of one, everything but the heading or the last line has to be scrolled to.
  if (!panel.scrollable) return MOST_ROWS;
  return rowsToShowAll(panel, machine, width, name === 'events' ? MOST_EVENT_ROWS : MOST_ROWS);
}

function rowsToShowAll(panel: Panel, machine: Machine, width: number, most: number): number {
  let rows = 2;
  while (rows < most && panel.scrollable?.(machine, width, rows) !== 0) rows++;
  return rows;
}
