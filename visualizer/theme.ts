/**
 * The colours, by what they mean. An `Attr` is blessed's own packing of a cell's look: flags, foreground and
 * background in one integer, so that a cell can be painted without a style object.
 *
 * Seven process colours that colour-blind eyes tell apart (simulated ΔE ≥ 24); a colour is never the only sign,
 * the letter is always there. Foreground and background are both set in every coloured theme: what the
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
  /** The same colour as a block on the panel's background. */
  block(fill: number): Attr;
  /** The same colour as a block on what a bar could fill. */
  onTrack(fill: number): Attr;
  /** The same colour for letters on the panel's background. */
  faint(fill: number): Attr;
}

const PALETTE = [214, 117, 29, 228, 27, 166, 133];
/** Black letters on all of them but the dark blue. */
const INK = [16, 16, 16, 16, 231, 16, 16];
const NOBODY = 250;

function coloured(
  name: 'dark' | 'light',
  background: number,
  ink: Record<
    'text' | 'dim' | 'strong' | 'accent' | 'border' | 'good' | 'warning' | 'alarm' | 'faults' | 'track',
    number
  >,
  onPaper: readonly number[],
): Theme {
  const on = (foreground: number, flags = 0): Attr => attr(foreground, background, flags);
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
    victim: attr(231, 124, BOLD),
    utilisation: on(ink.accent),
    faultRate: on(ink.faults),
    process: (fill) => attr(INK[fill % 7] ?? 16, PALETTE[fill % 7] ?? NOBODY),
    block: (fill) => on(PALETTE[fill % 7] ?? NOBODY),
    onTrack: (fill) => attr(PALETTE[fill % 7] ?? NOBODY, ink.track),
    faint: (fill) => on(onPaper[fill % 7] ?? ink.dim),
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
  PALETTE,
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
  [130, 31, 22, 100, 27, 166, 90],
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
  block: () => bare(),
  onTrack: () => bare(),
  faint: () => bare(),
};

/** The names that people give them. */
export const THEMES = { dark: DARK, light: LIGHT, mono: MONOCHROME } as const;
export type ThemeName = keyof typeof THEMES;

/** Which colour belongs to a process: its letter decides, so that it is the same in every picture. */
export function fillOf(letter: string): number {
  return letter === '#' ? -1 : letter.charCodeAt(0) - 65;
}
