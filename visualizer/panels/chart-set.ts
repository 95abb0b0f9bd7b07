/** The charts of blessed-contrib that are on the screen, each where its panel has it. */
import type blessed from 'blessed';
import type { Layout } from '../layout.ts';
import type { Rect } from '../surface.ts';
import type { Theme } from '../theme.ts';
import type { PanelName } from '../view/panel-names.ts';
import type { Machine } from '../view-model.ts';
import type { Chart, MakeChart } from './chart.ts';
import { inside } from './frame.ts';
import { usageChart } from './usage-chart.ts';

/** A chart smaller than this throws, or says nothing. */
const MIN_CHART = { width: 20, height: 5 };

/** They are made anew when their place or the colours change. */
export class ChartSet {
  readonly #shown = new Map<PanelName, Chart>();
  /** Where they are. */
  rects: readonly Rect[] = [];
  readonly #screen: ReturnType<typeof blessed.screen>;
  readonly #makers = new Map<PanelName, MakeChart>([['usage', usageChart]]);
  #places = '';

  constructor(screen: ReturnType<typeof blessed.screen>) {
    this.#screen = screen;
  }

  /** The panels that are not to be drawn otherwise: the inside of one whose chart is still being loaded stays blank. */
  get drawn(): ReadonlyMap<PanelName, { readonly notes: readonly string[] }> {
    const drawn = new Map<PanelName, { readonly notes: readonly string[] }>(this.#shown);
    return this.#makers.has('trend') ? drawn : drawn.set('trend', { notes: [] });
  }

  /** The line chart brings all of lodash, which takes as long to load as blessed: the first picture comes before it. */
  async loadTheRest(): Promise<void> {
    const { trendChart } = await import('./trend-chart.ts');
    this.#makers.set('trend', trendChart);
  }

  place(layout: Layout | null, theme: Theme): void {
    const wanted = (layout?.places ?? []).flatMap(({ name, rect }) => {
      const make = this.#makers.get(name);
      const room = inside(rect);
      const fits = room.width >= MIN_CHART.width && room.height >= MIN_CHART.height;
      return make && fits ? [{ name, make, room }] : [];
    });
    const places = JSON.stringify([theme.name, wanted]);
    if (places === this.#places) return;
    this.#places = places;
    this.rects = wanted.map(({ room }) => room);
    for (const { element } of this.#shown.values()) element.detach();
    this.#shown.clear();
    for (const { name, make, room } of wanted) this.#shown.set(name, make(this.#screen, room, theme));
  }

  update(machine: Machine): void {
    for (const chart of this.#shown.values()) chart.update(machine);
  }
}
