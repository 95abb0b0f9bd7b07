/**
 * The terminal: blessed with its traps disarmed, one box over the whole window that our painter draws on, and the
 * charts of blessed-contrib on top of it. One `render` a picture, and only ours: blessed would render by itself
 * after a resize, with everything still where it was.
 */
import type { Readable, Writable } from 'node:stream';
import blessed from 'blessed';
import { backgroundOf, foregroundOf } from './attr.ts';
import { drawDashboard, type Part } from './drawing.ts';
import type { Layout } from './layout.ts';
import { copyOfCells, drawInAscii, paintInstead, paintOver } from './painter.ts';
import type { Chart, MakeChart } from './panels/chart.ts';
import { inside } from './panels/frame.ts';
import { drawOverlay, overlayOf, overlayRect } from './panels/overlay.ts';
import { usageChart } from './panels/usage-chart.ts';
import { type Grid, part, type Rect, type Surface } from './surface.ts';
import type { Theme } from './theme.ts';
import type { PanelName } from './view/panel-names.ts';
import type { View } from './view-model.ts';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Which terminfo to use; undefined: what TERM says. */
  readonly terminal: string | undefined;
  /** How many colours it has. Default: what its terminfo says. */
  readonly colours?: number;
  /** Draw with nothing but ASCII. Default false. */
  readonly ascii?: boolean;
}

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** How many colours the terminal has. */
  readonly colours: number;
  /** With `only`, nothing but that part is different from the last picture. */
  draw(view: View, layout: Layout | null, theme: Theme, only?: Part): void;
  /** Keys by blessed's names, `q`, `S-tab`, `C-c`, and the character that was typed, if it was one. */
  onKey(listener: (key: string, character: string) => void): void;
  /** Calls `listener` when the picture on the screen is no longer right: after a resize, or when a chart is ready. */
  onStale(listener: () => void): void;
  /** Takes nothing for granted of what stands on the terminal: clears it, so that the next picture is drawn whole. */
  clear(): void;
  /** What was drawn last. */
  cells(): Grid;
  /** Resolves when every chart is. */
  readonly ready: Promise<void>;
  /** Gives the terminal back, calls `stop`, and takes it again when that returns; does nothing meanwhile. */
  suspended(stop: () => Promise<void>): Promise<void>;
  /** Gives the terminal back for good. Further calls do nothing. */
  close(): void;
}

/** Of a terminal: asks the system for its size, and tells of another as of a resize; Node's types leave it out. */
interface Sized extends Writable {
  _refreshSize?(): void;
}

/** A chart smaller than this throws, or says nothing. */
const MIN_CHART = { width: 20, height: 5 };

/** The terminfo to ask for: blessed knows few names, and takes one that it does not know for eight colours. */
export function terminalFor({ TERM = '', COLORTERM = '' }: NodeJS.ProcessEnv): string | undefined {
  const promises = /256color|direct|kitty|alacritty|ghostty|foot|wezterm|iterm|rio|contour/i.test(TERM);
  return promises || COLORTERM !== '' ? 'xterm-256color' : undefined;
}

export function openScreen({ input, output, terminal, colours, ascii = false }: Terminal): Screen {
  const screen = blessed.screen({
    // The types have input and output the wrong way round.
    input: input as unknown as Writable,
    output: output as unknown as Readable,
    ...(terminal === undefined ? {} : { terminal }),
    smartCSR: true,
    // Without it braille becomes `?` where LANG does not say UTF-8.
    forceUnicode: true,
  });
  const inner = screen as unknown as {
    // Borders are `lqqk` in tmux without it.
    tput: { brokenACS: boolean; colors?: number };
    enter(): void;
    leave(): void;
    alloc(dirty?: boolean): void;
    /** Sends what is another than before in the lines from `first` to `last`. */
    draw(first: number, last: number): void;
  };
  inner.tput.brokenACS = true;
  if (colours !== undefined) inner.tput.colors = colours;
  if (ascii) drawInAscii(screen);
  /** The terminal is someone else's for now: whatever comes then must not draw on it. */
  let lent = false;
  const render = screen.render.bind(screen);
  screen.render = () => {};

  // It clears the terminal, and is called at every resize.
  const alloc = inner.alloc.bind(screen);
  inner.alloc = (dirty) => {
    if (!lent) alloc(dirty);
  };

  const base = blessed.box({ parent: screen, left: 0, top: 0, width: '100%', height: '100%' });
  let paint: (surface: Surface) => void = () => {};
  const charts = new ChartSet(screen);
  let blank = 0;
  let partly = false;
  /** Panels draw on parts that last no longer than the picture: one stays, for the reason parsingObjects gives. */
  const kept: { part?: Surface } = {};
  paintInstead(base, { blank: () => blank, covered: () => charts.rects, kept: () => partly }, (surface) => {
    kept.part = part(surface, { x: 0, y: 0, width: 1, height: 1 });
    paint(surface);
  });
  const ready = charts.loadTheRest();
  const over = blessed.box({ parent: screen, hidden: true });
  let paintOverlay: (surface: Surface) => void = () => {};
  paintOver(over, (surface) => paintOverlay(surface));
  let closed = false;

  return {
    get width() {
      return Number(screen.width);
    },
    get height() {
      return Number(screen.height);
    },
    colours: inner.tput.colors ?? 0,
    draw(view, layout, theme, only) {
      if (closed || lent) return;
      const style = theme.coloured ? { fg: foregroundOf(theme.text), bg: backgroundOf(theme.text) } : {};
      blank = theme.text;
      over.style = style;
      partly = only !== undefined;
      if (!partly) {
        charts.place(view.machine ? layout : null, theme);
        if (view.machine) charts.update(view.machine);
      }
      paint = (surface) =>
        drawDashboard({ surface, view, layout, theme, charts: charts.drawn, ...(only ? { only } : {}) });
      const overlay = layout && overlayOf(view, layout.room);
      over.hidden = overlay === null;
      if (overlay) {
        const { x, y, width, height } = overlayRect(overlay, layout.room);
        Object.assign(over, { left: x, top: y, width, height });
        over.setFront();
        paintOverlay = (surface) => drawOverlay(surface, overlay, view.ui.overlayScroll, theme);
      }
      if (partly && over.hidden) {
        base.render();
        inner.draw(0, Number(screen.height) - 1);
      } else render();
    },
    onKey(listener) {
      screen.on('keypress', (character: string | undefined, key: { full: string; name?: string }) => {
        // blessed tells of the Return key twice.
        if (key.full !== 'return') listener(key.full, character ?? '');
      });
    },
    onStale(listener) {
      screen.on('resize', listener);
      ready.then(listener);
    },
    clear() {
      if (closed || lent) return;
      (output as Sized)._refreshSize?.();
      inner.alloc(true);
    },
    cells: () => copyOfCells(screen),
    ready,
    async suspended(stop) {
      if (closed || lent) return;
      inner.leave();
      lent = true;
      const raw = input as Partial<Pick<NodeJS.ReadStream, 'setRawMode'>>;
      raw.setRawMode?.(false);
      input.pause();
      await stop();
      if (closed) return;
      raw.setRawMode?.(true);
      input.resume();
      // Who is not in the foreground is not told that the window was resized.
      (output as Sized)._refreshSize?.();
      lent = false;
      inner.enter();
    },
    close() {
      if (closed) return;
      closed = true;
      screen.destroy();
    },
  };
}

/** The charts that are on the screen, made anew when their place or the colours change. */
class ChartSet {
  readonly shown = new Map<PanelName, Chart>();
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
    const drawn = new Map<PanelName, { readonly notes: readonly string[] }>(this.shown);
    return this.#makers.has('trend') ? drawn : drawn.set('trend', { notes: [] });
  }

  /** The line chart brings all of lodash, which takes as long to load as blessed: the first picture comes before it. */
  async loadTheRest(): Promise<void> {
    const { trendChart } = await import('./panels/trend-chart.ts');
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
    for (const { element } of this.shown.values()) element.detach();
    this.shown.clear();
    for (const { name, make, room } of wanted) this.shown.set(name, make(this.#screen, room, theme));
  }

  update(machine: NonNullable<View['machine']>): void {
    for (const chart of this.shown.values()) chart.update(machine);
  }
}
