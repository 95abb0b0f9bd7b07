/**
 * The screen of the dashboard: one box over the whole window that our painter draws on, and the charts of
 * blessed-contrib on top of it. One `render` a picture, and only ours.
 */
import type { Writable } from 'node:stream';
import blessed from 'blessed';
import { backgroundOf, foregroundOf } from './attr.ts';
import { openBlessed, type Terminal } from './blessed-screen.ts';
import { drawDashboard, type Part } from './drawing.ts';
import type { Layout } from './layout.ts';
import { copyOfCells, paintInstead, paintOver } from './painter.ts';
import { ChartSet } from './panels/chart-set.ts';
import { drawOverlay, overlayOf, overlayRect } from './panels/overlay.ts';
import { type Grid, part, type Surface } from './surface.ts';
import type { Theme } from './theme.ts';
import type { View } from './view-model.ts';

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

export function openScreen(terminal: Terminal): Screen {
  const screen = openBlessed(terminal);
  const { root } = screen;
  const { input, output } = terminal;
  const base = blessed.box({ parent: root, left: 0, top: 0, width: '100%', height: '100%' });
  let paint: (surface: Surface) => void = () => {};
  const charts = new ChartSet(root);
  let blank = 0;
  let partly = false;
  /** Panels draw on parts that last no longer than the picture: one stays, for the reason that Parser gives. */
  const kept: { part?: Surface } = {};
  paintInstead(base, { blank: () => blank, covered: () => charts.rects, kept: () => partly }, (surface) => {
    kept.part = part(surface, { x: 0, y: 0, width: 1, height: 1 });
    paint(surface);
  });
  const ready = charts.loadTheRest();
  const over = blessed.box({ parent: root, hidden: true });
  let paintOverlay: (surface: Surface) => void = () => {};
  paintOver(over, (surface) => paintOverlay(surface));
  let closed = false;

  return {
    get width() {
      return Number(root.width);
    },
    get height() {
      return Number(root.height);
    },
    colours: screen.colours,
    draw(view, layout, theme, only) {
      if (closed || screen.lent) return;
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
        screen.send();
      } else screen.render();
    },
    onKey(listener) {
      root.on('keypress', (character: string | undefined, key: { full: string; name?: string }) => {
        // blessed tells of the Return key twice.
        if (key.full !== 'return') listener(key.full, character ?? '');
      });
    },
    onStale(listener) {
      root.on('resize', listener);
      ready.then(listener);
    },
    clear() {
      if (closed || screen.lent) return;
      (output as Sized)._refreshSize?.();
      screen.clear();
    },
    cells: () => copyOfCells(root),
    ready,
    async suspended(stop) {
      if (closed || screen.lent) return;
      screen.lend();
      const raw = input as Partial<Pick<NodeJS.ReadStream, 'setRawMode'>>;
      raw.setRawMode?.(false);
      input.pause();
      await stop();
      if (closed) return;
      raw.setRawMode?.(true);
      input.resume();
      // Who is not in the foreground is not told that the window was resized.
      (output as Sized)._refreshSize?.();
      screen.takeBack();
    },
    close() {
      if (closed) return;
      closed = true;
      root.destroy();
    },
  };
}
