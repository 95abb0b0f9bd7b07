/**
 * One whole picture of a view: the header, the panels in their places, the key line. The help lies over it (screen.ts).
 *
 * What all of this does for every cell, row or sample it does in loops and in functions that last, rather than in
 * closures: V8 forgets the code of a closure when the last one made of it is collected. At 1 Hz it then compiled dozens
 * anew after each collection, which took a fifth of a percent of a core.
 */
import type { Layout, Place } from './layout.ts';
import { drawFrame, type Frame, inside, type Tab } from './panels/frame.ts';
import { gridOf } from './panels/frame-map.ts';
import { drawHeader } from './panels/header.ts';
import { drawKeyLine } from './panels/key-line.ts';
import { PANELS } from './panels/registry.ts';
import { drawTooSmall, drawWaiting } from './panels/waiting.ts';
import { part, type Surface } from './surface.ts';
import type { Theme } from './theme.ts';
import type { PanelName } from './view/panel-names.ts';
import type { Machine, View } from './view-model.ts';

/** What can be drawn without the rest: the header, or what has flashed as it is otherwise. */
export type Part = 'header' | 'flash';

export interface Drawn {
  readonly surface: Surface;
  readonly view: View;
  readonly layout: Layout | null;
  readonly theme: Theme;
  /** Panels whose inside someone else draws: the charts of blessed-contrib. */
  readonly charts: ReadonlyMap<PanelName, { readonly notes: readonly string[] }>;
  /** Whatever is not in this part stands there from the last time. */
  readonly only?: Part;
}

export function drawDashboard({ surface, view, layout, theme, charts, only }: Drawn): void {
  if (!layout) {
    drawTooSmall(surface, theme);
    return;
  }
  const machine = view.machine && { ...view.machine, framesPerCell: framesPerCell(view.machine, layout) };
  if (only === 'flash') {
    for (const { name, rect } of layout.places) {
      if (machine) PANELS[name].settle?.(part(surface, inside(rect)), machine, theme);
    }
    return;
  }
  drawHeader(blanked(part(surface, layout.header), theme), view, theme);
  if (only === 'header') return;
  drawKeyLine(part(surface, layout.keys), view, theme);
  if (machine) {
    for (const place of layout.places) drawPlace({ surface, machine, theme, charts }, place, view.ui.focus);
  } else {
    drawWaiting(part(surface, layout.room), view, theme);
  }
}

function framesPerCell({ picture, zoomed }: Machine, { places }: Layout): number {
  const map = places.find(({ name }) => name === 'frames');
  if (!map) return 1;
  const { width, height } = inside(map.rect);
  return gridOf(picture, width, height, zoomed).framesPerCell;
}

/** Words that become fewer leave nothing behind. */
function blanked(surface: Surface, theme: Theme): Surface {
  for (let y = 0; y < surface.height; y++) surface.put(0, y, ' '.repeat(surface.width), theme.text);
  return surface;
}

function drawPlace(
  {
    surface,
    machine,
    theme,
    charts,
  }: Pick<Drawn, 'surface' | 'theme' | 'charts'> & { readonly machine: Machine },
  { name, rect, tabs }: Place,
  focus: PanelName,
): void {
  const panel = PANELS[name];
  const content = inside(rect);
  const chart = charts.get(name);
  const blank = panel.blankLines?.(machine, content.width, content.height) ?? 0;
  const frame: Frame = {
    name,
    title: `${panel.title} ${panel.subtitle?.(machine) ?? ''}`.trimEnd(),
    labels: panel.labels?.(machine, content.width, content.height) ?? [],
    notes: chart?.notes ?? panel.notes?.(machine, content.width, content.height) ?? [],
    focused: name === focus,
    others: tabs.filter((tab) => tab !== name).map(tabOf),
    legend: panel.legend?.(machine, theme, content.width, content.height) ?? [],
    // One of them sets the legend off from what is above it.
    legendLines: blank > 1 ? 2 : 1,
  };
  drawFrame(surface, rect, frame, theme);
  if (!chart) panel.draw(part(surface, content), machine, theme);
}

function tabOf(name: PanelName): Tab {
  const { title, short = title } = PANELS[name];
  return { name, title, short };
}
