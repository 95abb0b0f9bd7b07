/**
 * The last line: the keys, cut at whole items. When something is wrong it says what and what to do, and only as
 * many keys as still fit.
 */
import { KEY_TABLE } from '../keys.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { cut, grouped, plain } from '../view/wording.ts';
import type { View } from '../view-model.ts';

export function drawKeyLine(surface: Surface, view: View, theme: Theme): void {
  // With nothing to show the message has the whole screen (waiting.ts).
  const message = view.machine && messageOf(view);
  let x = 0;
  if (message) {
    // The way out stays on the screen, whatever else there is to say.
    x = surface.put(x, 0, ` ${cut(message, surface.width - 18)} `, theme.alarm);
  }
  for (const { label, short } of KEY_TABLE) {
    if (short === null) continue;
    if (x + label.length + short.length + 4 > surface.width) break;
    x = surface.put(x, 0, ` ${label} `, theme.key);
    x = surface.put(x, 0, ` ${short} `, theme.text);
  }
}

/** What is wrong, if anything is. */
export function messageOf({ liveness, file, companionTrouble }: View): string | null {
  if (liveness.state === 'bad') {
    const { line, found, expected } = liveness;
    return `${file}:${grouped(line)}: found ${plain(found)}, expected ${plain(expected)}`;
  }
  if (liveness.state === 'unreadable') return `${file}: ${plain(liveness.reason)}`;
  return companionTrouble;
}
