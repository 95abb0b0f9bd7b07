/** Cells as text with colour codes (ECMA-48 SGR) and nothing else: no cursor is moved, no mode is set. */

import { type Attr, BOLD, backgroundOf, flagsOf, foregroundOf, INVERSE, NONE, UNDERLINE } from '../attr.ts';
import type { Grid } from '../surface.ts';
import { runsOf } from './runs.ts';

const RESET = '\u001b[0m';

/** A line a row. Each begins and ends with the terminal's own look, so that they can be cut, sorted and paged. */
export function toAnsi(cells: Grid): string {
  const rows = new Array<string>(cells.height).fill('');
  for (const { y, text, look } of runsOf(cells)) {
    const codes = codesOf(look);
    rows[y] += codes === '' ? text : `\u001b[${codes}m${text}${RESET}`;
  }
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`;
}

function codesOf(look: Attr): string {
  const flags = flagsOf(look);
  const codes: (string | number)[] = [];
  if (flags & BOLD) codes.push(1);
  if (flags & UNDERLINE) codes.push(4);
  if (flags & INVERSE) codes.push(7);
  if (foregroundOf(look) !== NONE) codes.push(`38;5;${foregroundOf(look)}`);
  if (backgroundOf(look) !== NONE) codes.push(`48;5;${backgroundOf(look)}`);
  return codes.join(';');
}
