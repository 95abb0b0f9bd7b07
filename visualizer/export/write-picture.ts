/** A picture of the dashboard in the form that was asked for. */

import { backgroundOf, foregroundOf } from '../attr.ts';
import type { Format } from '../command-line.ts';
import type { Grid } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { toAnsi } from './ansi.ts';
import { toSvg } from './svg.ts';
import { rgbOf } from './xterm-colours.ts';

/** The picture as text, whatever its form. `title` is for people who cannot see it. */
export function written(cells: Grid, { kind }: Format, theme: Theme, title: string): string {
  if (kind === 'text') return `${cells.lines().join('\n')}\n`;
  if (kind === 'ansi') return toAnsi(cells);
  const colours = theme.coloured
    ? { background: rgbOf(backgroundOf(theme.text)), foreground: rgbOf(foregroundOf(theme.text)) }
    : {};
  return toSvg(cells, { title, ...colours });
}
