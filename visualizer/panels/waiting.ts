/** Before there is anything to draw: what we wait for, and what to type. Also what is said of a window too small. */

import { MIN_HEIGHT, MIN_WIDTH } from '../layout.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { cut, wrap } from '../view/wording.ts';
import type { View } from '../view-model.ts';
import { messageOf } from './key-line.ts';

/** What makes the file appear, for the default file or another. */
export function commandsToType(file: string, defaultFile: boolean): readonly string[] {
  const where = defaultFile ? '' : `--file ${/^[\w./-]+$/.test(file) ? file : `'${file}'`} `;
  return [`npm run tracker -- ${where}alloc P1 4`, `memory-tracker ${where}alloc P1 4`];
}

export function drawWaiting(surface: Surface, view: View, theme: Theme): void {
  const [inClone = '', installed = ''] = commandsToType(view.file, view.defaultFile);
  const trouble = messageOf(view);
  const width = Math.min(72, surface.width - 4);
  const lines: [text: string, look: number][] = [
    [trouble ? 'There is nothing to show yet' : `Waiting for ${view.file}`, theme.accent],
    ['', theme.text],
    ...wrap(trouble ?? 'It is not there yet. In another terminal, type', width).map(
      (text): [string, number] => [text, trouble ? theme.warning : theme.text],
    ),
    ['', theme.text],
  ];
  if (!trouble) {
    lines.push(
      [`  ${inClone}`, theme.strong],
      ['', theme.text],
      ['in the project folder, or, where the package is installed,', theme.text],
      ['', theme.text],
      [`  ${installed}`, theme.strong],
      ['', theme.text],
    );
  }
  lines.push(['The picture appears by itself as soon as the file can be read.', theme.dim]);
  const left = Math.max(1, Math.floor((surface.width - width) / 2));
  const top = Math.max(0, Math.floor((surface.height - lines.length) / 2));
  for (const [index, [text, look]] of lines.entries())
    surface.put(left, top + index, cut(text, surface.width - 2), look);
}

export function drawTooSmall(surface: Surface, theme: Theme): void {
  const text = `needs ${MIN_WIDTH}x${MIN_HEIGHT}, has ${surface.width}x${surface.height}`;
  const y = Math.floor((surface.height - 1) / 2);
  surface.put(
    Math.max(0, Math.floor((surface.width - text.length) / 2)),
    Math.max(0, y),
    text,
    theme.warning,
  );
}
