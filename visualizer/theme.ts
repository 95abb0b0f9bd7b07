/**
 * The colours, by what they mean.
 *
 * Dark and light have seven colours for processes and segments, on terminals with 256. Colour-blind eyes tell them
 * apart (simulated ΔE ≥ 24), and they stand out from the panel and from the track of a bar: 2.5:1 in the dark, 3.7:1 in
 * the light. A colour is never the only sign, the letter is always there. Foreground and background are both set in
 * every coloured theme: what the terminal's own colours are does not matter.
 */
import { type Attr, attr, BOLD, INVERSE, NONE, underlined } from './attr.ts';

export interface Theme {
  readonly name: 'dark' | 'light' | 'monochrome';
  /** False: no colour at all, only letters, bold, underline and inverse. */
  readonly coloured: boolean;
  readonly text: Attr;
  readonly dim: Attr;
  readonly strong: Attr;
  readonly accent: Attr;
  readonly border: Attr;
  readonly focusedBorder: Attr;
  readonly good: Attr;
  readonly warning: Attr;
  readonly alarm: Attr;
  /** The name at the top left, and the keys of the key line. */
  readonly badge: Attr;
  readonly key: Attr;
  /** Under the cursor. */
  readonly selected: Attr;
  /** The sign of the next victim, and its letter. */
  readonly victim: Attr;
  /** A line of the chart: frames in use, segment space in use, fault rate. */
  readonly utilisation: Attr;
  readonly segmentUse: Attr;
  readonly faultRate: Attr;
  /** A cell filled with the colour of a process or segment; `fill` counts round the palette, −1 is nobody's. */
  process(fill: number): Attr;
  /** The same colour on the panel's background, for blocks and for letters. */
  onPanel(fill: number): Attr;
  /** The same colour as a block on what a bar could fill. */
  onTrack(fill: number): Attr;
  /** A frame that the shown revision changed: hollow in that colour, and underlined as wide as its cell; null: it is nobody's. */
  changed(fill: number | null): Attr;
}

const BLACK = 16;
const WHITE = 231;

/** The colours of processes and segments, and that of the letters on each. */
interface Palette {
  readonly fills: readonly number[];
  readonly letters: readonly number[];
  /** What stands for each on the panel's background. Default: the same. */
  readonly onPanel?: readonly number[];
}

function coloured(
  name: 'dark' | 'light',
  background: number,
  ink: Record<
    | ('text' | 'dim' | 'strong' | 'accent' | 'border' | 'good' | 'warning' | 'faults')
    // The grounds of alarms, of the name at the top left, of bars.
    | ('alarm' | 'badge' | 'track'),
    number
  >,
  victim: Attr,
  { fills, letters, onPanel = fills }: Palette,
  /** The flags of bold letters on such a ground. */
  boldOn: (ground: number) => number = () => BOLD,
): Theme {
  const on = (foreground: number): Attr => attr(foreground, background);
  const bold = (foreground: number, ground = background): Attr => attr(foreground, ground, boldOn(ground));
  const colourOf = (fill: number): number => fills[fill % fills.length] ?? ink.dim;
  const inkOf = (fill: number, otherwise: number): number => onPanel[fill % fills.length] ?? otherwise;
  return {
    name,
    coloured: true,
    text: on(ink.text),
    dim: on(ink.dim),
    strong: bold(ink.strong),
    accent: bold(ink.accent),
    border: on(ink.border),
    focusedBorder: on(ink.accent),
    good: bold(ink.good),
    warning: bold(ink.warning),
    alarm: bold(WHITE, ink.alarm),
    badge: bold(BLACK, ink.badge),
    key: bold(background, ink.dim),
    selected: bold(background, ink.strong),
    victim,
    utilisation: on(ink.accent),
    segmentUse: on(ink.text),
    faultRate: on(ink.faults),
    process: (fill) => attr(letters[fill % fills.length] ?? background, colourOf(fill)),
    onPanel: (fill) => on(inkOf(fill, ink.dim)),
    onTrack: (fill) => attr(colourOf(fill), ink.track),
    changed: (fill) => underlined(bold(fill === null ? ink.strong : inkOf(fill, ink.strong))),
  };
}

export const DARK = coloured(
  'dark',
  234,
  {
    text: 252,
    dim: 245,
    strong: 231,
    accent: 117,
    border: 240,
    good: 114,
    warning: 214,
    alarm: 124,
    badge: 214,
    faults: 214,
    track: 236,
  },
  attr(WHITE, 124, BOLD),
  // Black letters on all of them but the dark blue.
  { fills: [214, 117, 29, 228, 27, 166, 133], letters: [16, 16, 16, 16, 231, 16, 16] },
);

export const LIGHT = coloured(
  'light',
  255,
  {
    text: 236,
    dim: 242,
    strong: 16,
    accent: 25,
    border: 248,
    good: 22,
    warning: 130,
    alarm: 124,
    badge: 214,
    faults: 130,
    track: 253,
  },
  // Among colours that are all dark, a bright one.
  attr(BLACK, 214, BOLD),
  { fills: [160, 24, 128, 95, 21, 52, 18], letters: [231, 231, 231, 231, 231, 231, 231] },
);

const bare = (flags = 0): Attr => attr(NONE, NONE, flags);

/** NO_COLOR, and terminals without colours: letters, inverse and `·`. */
export const MONOCHROME: Theme = {
  name: 'monochrome',
  coloured: false,
  text: bare(),
  dim: bare(),
  strong: bare(BOLD),
  accent: bare(BOLD),
  border: bare(),
  focusedBorder: bare(BOLD),
  good: bare(BOLD),
  warning: bare(BOLD),
  alarm: bare(BOLD | INVERSE),
  badge: bare(BOLD | INVERSE),
  key: bare(INVERSE),
  selected: bare(INVERSE),
  victim: bare(BOLD),
  utilisation: bare(),
  segmentUse: bare(),
  faultRate: bare(BOLD),
  process: () => bare(),
  onPanel: () => bare(),
  onTrack: () => bare(),
  changed: () => underlined(bare(BOLD)),
};

/** The names that people give them. */
export const THEMES = { dark: DARK, light: LIGHT, mono: MONOCHROME } as const;
export type ThemeName = keyof typeof THEMES;

/** Bold letters are often brighter ones, which only a dark ground bears. */
function boldOnDark(ground: number): number {
  return ground === BLACK || ground === 1 ? BOLD : 0;
}

/**
 * What is left with eight colours. From 8 to 15 is the brighter one of a pair, which a terminal with sixteen shows, and
 * blessed makes it the other one where there are eight. Black stays 16, because contrib takes a colour 0 for none.
 * A track has the colour of the paper, so that whoever draws one needs a sign for it.
 */
const FEW = {
  dark: coloured(
    'dark',
    BLACK,
    {
      ...{ text: 7, dim: 7, strong: 15, accent: 6, border: 7, good: 2, warning: 3, faults: 3 },
      ...{ alarm: 1, badge: 3, track: BLACK },
    },
    attr(WHITE, 1, BOLD),
    {
      fills: [3, 6, 2, 5, 4, 1],
      letters: [BLACK, BLACK, BLACK, BLACK, WHITE, BLACK],
      // The blue is too dark for letters.
      onPanel: [3, 6, 2, 5, 7, 1],
    },
    boldOnDark,
  ),
  light: coloured(
    'light',
    15,
    {
      ...{ text: BLACK, dim: 8, strong: BLACK, accent: 4, border: 8, good: 4, warning: 1, faults: 1 },
      ...{ alarm: 1, badge: 3, track: 15 },
    },
    attr(BLACK, 3),
    {
      fills: [1, 4, 2, 5, 6],
      letters: [WHITE, WHITE, BLACK, BLACK, BLACK],
      // Green and cyan are too light for letters.
      onPanel: [1, 4, BLACK, 5, BLACK],
    },
    boldOnDark,
  ),
  mono: MONOCHROME,
} as const;

const NO_COLOURS = { dark: MONOCHROME, light: MONOCHROME, mono: MONOCHROME } as const;

/** The themes as a terminal with so many colours can show them. */
export function themesFor(colours: number): Readonly<Record<ThemeName, Theme>> {
  if (colours < 8) return NO_COLOURS;
  return colours < 256 ? FEW : THEMES;
}

/** Which colour belongs to a process: its letter decides, so that it is the same in every picture. */
export function fillOf(letter: string): number {
  return letter === '#' ? -1 : letter.charCodeAt(0) - 65;
}
