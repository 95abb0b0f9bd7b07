/**
 * The figures that theme.ts states: WCAG 2 contrast, and the CIE 1976 difference of colours as colour-blind eyes see
 * them (Machado, Oliveira and Fernandes 2009, severity 1).
 */
import { describe, expect, it } from 'vitest';
import { type Attr, attr, backgroundOf, foregroundOf, NONE } from './attr.ts';
import { rgbOf } from './export/xterm-colours.ts';
import { shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { DARK, LIGHT, MONOCHROME, type Theme } from './theme.ts';

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

/** From linear red, green and blue to those that look the same to these eyes. */
const EYES: readonly Matrix[] = [
  // Usual.
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  // Protanopia.
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  // Deuteranopia.
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  // Tritanopia.
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

/** To CIE XYZ, each in parts of the white D65. */
const XYZ: Matrix = [
  [0.433953, 0.376219, 0.189828],
  [0.212673, 0.715152, 0.072175],
  [0.017758, 0.109477, 0.872765],
];

function times(matrix: Matrix, [x, y, z]: Vector): Vector {
  const [r, g, b] = matrix.map(([p, q, s]) => p * x + q * y + s * z);
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** Red, green and blue in parts of the strongest light. */
function linear(colour: number): Vector {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(rgbOf(colour).slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return [r ?? 0, g ?? 0, b ?? 0];
}

function lab(light: Vector): Vector {
  const [x, y, z] = times(XYZ, light).map((part) =>
    part > 216 / 24_389 ? Math.cbrt(part) : (part * 24_389) / 27 / 116 + 16 / 116,
  );
  const [p, q, r] = [x ?? 0, y ?? 0, z ?? 0];
  return [116 * q - 16, 500 * (p - q), 200 * (q - r)];
}

/** ΔE of two colours to the eyes that tell them apart worst. */
function difference(one: number, other: number): number {
  const seen = (eyes: Matrix, colour: number): Vector => {
    const [r, g, b] = times(eyes, linear(colour)).map((part) => Math.min(1, Math.max(0, part)));
    return lab([r ?? 0, g ?? 0, b ?? 0]);
  };
  return Math.min(
    ...EYES.map((eyes) => {
      const [a, b] = [seen(eyes, one), seen(eyes, other)];
      return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }),
  );
}

function contrast(look: Attr): number {
  const luminance = (colour: number): number => times(XYZ, linear(colour))[1];
  const [darker = 0, lighter = 0] = [luminance(foregroundOf(look)), luminance(backgroundOf(look))].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** Of two colours of `colours`, the least that any eyes see. */
function leastDifference(colours: readonly number[]): number {
  return Math.min(
    ...colours.flatMap((one, at) => colours.slice(at + 1).map((other) => difference(one, other))),
  );
}

const SEVEN = [0, 1, 2, 3, 4, 5, 6];
/** And the colour of those that have none of their own. */
const ALL = [-1, ...SEVEN];
const floor = (value: number): number => Math.floor(value * 10) / 10;

describe.each([
  { theme: DARK, apart: 24.4, panel: 3.3, track: 2.5, ink: 4.6, victim: 22.8 },
  { theme: LIGHT, apart: 25, panel: 4.5, track: 3.7, ink: 4.5, victim: 35.3 },
])('the colours of processes and segments: $theme.name', ({ theme, apart, panel, track, ink, victim }) => {
  const fills = SEVEN.map((fill) => backgroundOf(theme.process(fill)));

  it('are told apart by all eyes, and so is the next victim from them', () => {
    expect(floor(leastDifference(fills))).toBe(apart);
    const sign = backgroundOf(theme.victim);
    expect(floor(Math.min(...fills.map((fill) => difference(fill, sign))))).toBe(victim);
  });

  it('are the same filled, on the panel and on the track', () => {
    for (const look of ['onPanel', 'onTrack'] as const) {
      expect(SEVEN.map((fill) => foregroundOf(theme[look](fill)))).toEqual(fills);
    }
  });

  it('stand out from what is behind, and letters from them', () => {
    const least = (look: 'process' | 'onPanel' | 'onTrack'): number =>
      floor(Math.min(...ALL.map((fill) => contrast(theme[look](fill)))));
    expect({ panel: least('onPanel'), track: least('onTrack'), ink: least('process') }).toEqual({
      panel,
      track,
      ink,
    });
  });
});

/** All that do not depend on a process or a segment. */
function inksOf(theme: Theme): readonly (readonly [name: string, look: Attr])[] {
  return Object.entries(theme).flatMap(([name, look]) =>
    typeof look === 'number' ? [[name, look] as const] : [],
  );
}

it.each([DARK, LIGHT])('every ink stands out from what is behind: $name', (theme) => {
  // That of a border is only a line.
  const least = (name: string): number => (name === 'border' ? 2 : 3);
  const faint = inksOf(theme).filter(([name, look]) => contrast(look) < least(name));
  expect(faint).toEqual([]);
});

it('no ink of the monochrome theme has a colour', () => {
  for (const [name, look] of inksOf(MONOCHROME))
    expect([name, foregroundOf(look), backgroundOf(look)]).toEqual([name, NONE, NONE]);
});

it('bars of less than a row are seen on light paper', async () => {
  const screen = await shown(120, 40, madeStatus({ totalFrames: 4096, filled: 0.02 }), { theme: LIGHT });
  const bars = screen
    .lines()
    .flatMap((line, row) => Array.from(line, (character, x) => ({ character, cell: screen.cell(x, row) })))
    .filter(({ character }) => /[▁-▇]/.test(character));
  expect(bars.length).toBeGreaterThan(0);
  for (const { cell } of bars)
    expect(contrast(attr(cell.foreground ?? 0, cell.background ?? 0))).toBeGreaterThan(3);
});
