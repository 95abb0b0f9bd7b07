/**
 * The colours, by what they mean. An `Attr` is blessed's own packing of a cell's look: flags, foreground and
 * background in one integer, so that a cell can be painted without a style object.
 *
 * Each theme has seven colours for processes and segments. Colour-blind eyes tell them apart (simulated ΔE ≥ 24), and
 * they stand out from the panel and from the track of a bar: 2.5:1 in the dark, 3.7:1 in the light. A colour is never
 * the only sign, the letter is always there. Foreground and background are both set in every coloured theme: what the
 * terminal's own colours are does not matter.
 */

/** flags << 18 | foreground << 9 | background; a colour is an xterm index, or `NONE`. */
export type Attr = number;

/** The terminal's own colour. */
export const NONE = 0x1ff;

export const BOLD = 1;
export const UNDERLINE = 2;
export const INVERSE = 8;

export function attr(foreground: number, background: number, flags = 0): Attr {
  return (flags << 18) | (foreground << 9) | background;
}

export function foregroundOf(look: Attr): number {
  return (look >> 9) & 0x1ff;
}

export function backgroundOf(look: Attr): number {
  return look & 0x1ff;
}

export function flagsOf(look: Attr): number {
  return look >> 18;
}

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
  /** A frame that the shown revision changed: hollow, and underlined as wide as its cell. */
  readonly changed: Attr;
  /** The sign of the next victim, and its letter. */
  readonly victim: Attr;
  /** A line of the chart: utilisation, fault rate. */
  readonly utilisation: Attr;
  readonly faultRate: Attr;
  /** A cell filled with the colour of a process or segment; `fill` counts round the palette, −1 is nobody's. */
  process(fill: number): Attr;
  /** The same colour on the panel's background, for blocks and for letters. */
  onPanel(fill: number): Attr;
  /** The same colour as a block on what a bar could fill. */
  onTrack(fill: number): Attr;
}

/** The colours of processes and segments, and that of the letters on each. */
interface Palette {
  readonly fills: readonly number[];
  readonly letters: readonly number[];
}

function coloured(
  name: 'dark' | 'light',
  background: number,
  ink: Record<
    'text' | 'dim' | 'strong' | 'accent' | 'border' | 'good' | 'warning' | 'alarm' | 'faults' | 'track',
    number
  >,
  victim: Attr,
  { fills, letters }: Palette,
): Theme {
  const on = (foreground: number, flags = 0): Attr => attr(foreground, background, flags);
  const colourOf = (fill: number): number => fills[fill % 7] ?? ink.dim;
  return {
    name,
    coloured: true,
    text: on(ink.text),
    dim: on(ink.dim),
    strong: on(ink.strong, BOLD),
    accent: on(ink.accent, BOLD),
    border: on(ink.border),
    focusedBorder: on(ink.accent),
    good: on(ink.good, BOLD),
    warning: on(ink.warning, BOLD),
    alarm: attr(231, 124, BOLD),
    badge: attr(16, 214, BOLD),
    key: attr(background, ink.dim, BOLD),
    selected: attr(background, ink.strong, BOLD),
    changed: attr(ink.strong, background, BOLD | UNDERLINE),
    victim,
    utilisation: on(ink.accent),
    faultRate: on(ink.faults),
    process: (fill) => attr(letters[fill % 7] ?? background, colourOf(fill)),
    onPanel: (fill) => on(colourOf(fill)),
    onTrack: (fill) => attr(colourOf(fill), ink.track),
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
    alarm: 203,
    faults: 214,
    track: 236,
  },
  attr(231, 124, BOLD),
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
    faults: 130,
    track: 253,
  },
  // Among colours that are all dark, a bright one.
  attr(16, 214, BOLD),
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
  changed: bare(BOLD | UNDERLINE),
  victim: bare(BOLD),
  utilisation: bare(),
  faultRate: bare(BOLD),
  process: () => bare(),
  onPanel: () => bare(),
  onTrack: () => bare(),
};

/** The names that people give them. */
export const THEMES = { dark: DARK, light: LIGHT, mono: MONOCHROME } as const;
export type ThemeName = keyof typeof THEMES;

/** Which colour belongs to a process: its letter decides, so that it is the same in every picture. */
export function fillOf(letter: string): number {
  return letter === '#' ? -1 : letter.charCodeAt(0) - 65;
}
