/** A picture of the dashboard in the form that was asked for. */
import { replaceStatusFile } from '../../shared/status-file/replace.ts';
import { StatusFileError } from '../../shared/status-file/status-file-error.ts';
import type { Format } from '../command-line.ts';
import type { Grid } from '../surface.ts';
import { backgroundOf, foregroundOf, type Theme } from '../theme.ts';
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

/**
 * Makes `text` the content of a file, whole or not at all. Answers what went wrong, in words; then whatever was
 * there before is there still.
 */
export function pictureTrouble(file: string, text: string): string | null {
  try {
    replaceStatusFile(file, Buffer.from(text), { sync: false });
    return null;
  } catch (error) {
    if (!(error instanceof StatusFileError)) throw error;
    // It is worded for the status file, whose option is --file.
    return error.message.replaceAll('--file', '--svg');
  }
}
