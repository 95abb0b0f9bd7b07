/** Looks: what stands where in which ink, for tests that look at scenes at every size and in each theme. */
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, MONOCHROME, type Theme } from '../theme.ts';
import type { TestDashboardOptions } from './dashboard-on.ts';
import { cellsIn, type Ink, inWords, lookIn, lookOf, type Place } from './inks.ts';
import { opened, type TestDashboard } from './shown.ts';

const SIZES = ['60x20', '80x24', '100x30', '120x40', '200x60'] as const;
type Size = (typeof SIZES)[number];

/** Those that have no room for something. */
export const SMALLEST: readonly Size[] = ['60x20'];
export const SMALL: readonly Size[] = ['60x20', '80x24'];
const MEDIUM: readonly Size[] = ['80x24', '100x30'];
export const LARGE: readonly Size[] = ['120x40', '200x60'];
export const ALL_BUT_SMALLEST: readonly Size[] = [...MEDIUM, ...LARGE];

interface But {
  /** Sizes that have no room for it. */
  readonly no?: readonly Size[];
  /** Its ink without colours, where that differs from what `ink` is there. */
  readonly bare?: Ink;
}
type Row = readonly [text: string | RegExp, ink: Ink, but?: But];

export interface Scene {
  readonly options?: TestDashboardOptions;
  readonly arrange: (screen: TestDashboard) => Promise<void>;
  readonly looks: Readonly<Partial<Record<Place, readonly Row[]>>>;
}

/** A test of each scene, by its name, at each size in each theme. */
export function describeLooks(scenes: Readonly<Record<string, Scene>>): void {
  describe.each(SIZES)('at %s', (size) => {
    const [columns = 0, rows = 0] = size.split('x').map(Number);
    describe.each([DARK, LIGHT, MONOCHROME])('$name', (theme) => {
      it.each(Object.entries(scenes))('%s', async (_, { options, arrange, looks }) => {
        const screen = opened(columns, rows, { ...options, theme });
        await arrange(screen);
        expectLooks(screen, looks, size, theme);
      });
    });
  });
}

function expectLooks(screen: TestDashboard, looks: Scene['looks'], size: Size, theme: Theme): void {
  const found: (readonly string[])[] = [];
  const expected: (readonly string[])[] = [];
  for (const place of Object.keys(looks) as Place[]) {
    const cellsOf = cellsIn(screen, place);
    for (const [text, ink, { no = [], bare = ink } = {}] of looks[place] ?? []) {
      const row = `${place}: ${text}`;
      const look = lookOf(theme.coloured ? ink : bare, theme);
      found.push([row, ...new Set(cellsOf(text).map((cell) => inWords(lookIn(cell))))]);
      expected.push([row, ...(no.includes(size) ? [] : [inWords(look)])]);
    }
  }
  expect(found).toEqual(expected);
}
