/**
 * The two widgets of blessed-contrib that are used, by their own files: its index loads all of them, maps and
 * pictures too, which takes as long as everything else together.
 */
declare module 'blessed-contrib/lib/widget/charts/bar.js' {
  import type { Widgets } from 'blessed';

  interface BarOptions extends Widgets.BoxOptions {
    barWidth: number;
    /** From the left edge of one bar to that of the next; at least barWidth + 3. */
    barSpacing: number;
    xOffset: number;
    /** The value that fills the chart, at least; without it the chart stays empty. */
    maxHeight: number;
    barBgColor: number;
    barFgColor: number;
    labelColor: number;
  }

  /** Vertical bars of one colour. Characters, not dots; numbers and names below the bars. */
  class Bar extends Widgets.BoxElement {
    constructor(options: BarOptions);
    canvasSize: { width: number; height: number };
    calcSize: () => void;
    setData(data: { titles: string[]; data: number[] }): void;
  }
  export default Bar;
}

declare module 'blessed-contrib/lib/widget/charts/line.js' {
  import type { Widgets } from 'blessed';

  interface LineOptions extends Widgets.BoxOptions {
    style: Widgets.BoxOptions['style'] & { line: number; text: number; baseline: number };
    xPadding: number;
    minY: number;
    maxY: number;
    showLegend: boolean;
  }

  interface Series {
    title: string;
    x: string[];
    y: number[];
    style: { line: number };
  }

  /** Of drawille: a cell has two dots by four. */
  export interface DotCanvas {
    /** In dots. */
    readonly width: number;
    readonly height: number;
    /** Of what is drawn now: as it was given in the style. */
    readonly color: number;
    /** Of each cell, which dots are set, a bit each as in Unicode's braille. */
    readonly content: Uint8Array;
    /** The colour of the dots of each cell: contrib's own `set` has it as a code. */
    readonly colors: (number | null | undefined)[];
    /** In place of dots: a character, the first and last of a text with colour codes about it. */
    readonly chars: (string | null | undefined)[];
    set: (x: number, y: number) => void;
  }

  export interface DotContext {
    readonly _canvas: DotCanvas;
    /** In dots; there is a line to each with a stroke, from the one before it. */
    readonly _currentPath: { readonly point: readonly [x: number, y: number]; readonly stroke: boolean }[];
    clearRect: () => void;
    /** Labels, of either axis. */
    fillText: () => void;
    lineTo: (x: number, y: number) => void;
  }

  /** Lines of braille dots over an axis. */
  class Line extends Widgets.BoxElement {
    constructor(options: LineOptions);
    /** Once it is on a screen. */
    readonly ctx: DotContext;
    /** In dots, two a column and four a line. */
    canvasSize: { width: number; height: number };
    calcSize: () => void;
    setData(data: Series[]): void;
  }
  export default Line;
}
