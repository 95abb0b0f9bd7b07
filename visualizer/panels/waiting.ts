/** Before there is anything to draw: what we wait for, and what to type. Also what is said of a window too small. */

import type { Attr } from '../attr.ts';
import { inFolder, shellLines } from '../first-command.ts';
import { MIN_HEIGHT, MIN_WIDTH } from '../layout.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { wrap } from '../view/wording.ts';
import type { View } from '../view-model.ts';
import { messageOf } from './key-line.ts';

export function drawWaiting(surface: Surface, view: View, theme: Theme): void {
  const trouble = messageOf(view);
  const width = Math.min(72, surface.width - 4);
  const left = Math.max(1, Math.floor((surface.width - width) / 2));
  const all: [x: number, text: string, look: Attr][] = [];
  const paragraph = (text: string, look: Attr): void => {
    for (const line of wrap(text, width)) all.push([left, line, look]);
    all.push([left, '', theme.text]);
  };
  // To be copied: what is too long begins where the lines of the terminal do.
  const command = (text: string): void => {
    const x = text.length <= width - 2 ? left + 2 : 0;
    for (const line of shellLines(text, surface.width)) all.push([x, line, theme.strong]);
    all.push([left, '', theme.text]);
  };
  if (trouble) {
    paragraph('There is nothing to show yet', theme.accent);
    paragraph(trouble, theme.warning);
  } else {
    paragraph(`Waiting for ${view.file}`, theme.accent);
    const first = view.firstCommand();
    paragraph(`It is not there yet. In another terminal, type${inFolder(first)}`, theme.text);
    command(first.command);
  }
  paragraph('The picture appears by itself as soon as the file can be read.', theme.dim);
  const lines = all.length <= surface.height ? all : all.filter(([, text]) => text !== '');
  const top = Math.max(0, Math.floor((surface.height - lines.length) / 2));
  for (const [index, [x, text, look]] of lines.entries()) surface.put(x, top + index, text, look);
}

export function drawTooSmall(surface: Surface, theme: Theme): void {
  const least = `${MIN_WIDTH}x${MIN_HEIGHT}`;
  const forms = [`needs ${least}, has ${surface.width}x${surface.height}`, `needs ${least}`, least];
  const text = forms.find(({ length }) => length <= surface.width) ?? '';
  const y = Math.floor((surface.height - 1) / 2);
  surface.put(
    Math.max(0, Math.floor((surface.width - text.length) / 2)),
    Math.max(0, y),
    text,
    theme.warning,
  );
}
