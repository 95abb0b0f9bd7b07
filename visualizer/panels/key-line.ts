/** The last line: the keys, cut at whole items, or a word on the last of them; and above it, when something is wrong, what it is. */
import { keyLine } from '../keys.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { GO_TO_FORMS } from '../view/go-to.ts';
import type { Prompt } from '../view/ui.ts';
import { cut, grouped, plain, wrap } from '../view/wording.ts';
import type { View } from '../view-model.ts';

/** A message has at most so many lines; no file name and no command is worth more. */
const MAX_MESSAGE_LINES = 3;

/** What is wrong, in lines; none when all is well, or when there is nothing else to show (waiting.ts). */
export function messageLines(view: View, width: number): string[] {
  const message = view.machine && messageOf(view);
  if (!message) return [];
  const lines = wrap(message, width - 2);
  if (lines.length <= MAX_MESSAGE_LINES) return lines;
  return [
    ...lines.slice(0, MAX_MESSAGE_LINES - 1),
    cut(lines.slice(MAX_MESSAGE_LINES - 1).join(' '), width - 2),
  ];
}

export function drawKeyLine(surface: Surface, view: View, theme: Theme): void {
  const message = messageLines(view, surface.width);
  for (const [y, line] of message.entries()) surface.put(0, y, ` ${line}`.padEnd(surface.width), theme.alarm);
  const y = surface.height - 1;
  let x = 0;
  if (view.ui.prompt) {
    drawPrompt(surface, y, view.ui.prompt, theme);
    return;
  }
  if (view.ui.notice !== null) {
    surface.put(x + 1, y, cut(view.ui.notice, surface.width - 2), theme.warning);
    return;
  }
  for (const { label, short } of keyLine(view.ui, view.machine !== null)) {
    if (x + label.length + short.length + 4 > surface.width) break;
    x = surface.put(x, y, ` ${label} `, theme.key);
    x = surface.put(x, y, ` ${short} `, theme.text);
  }
}

/** Of what is being typed so much of the end is shown, whatever else is to be said. */
const LEAST_TYPED = 12;

/** What is being typed, and after it what may be, or why it leads nowhere. */
function drawPrompt(surface: Surface, y: number, { text, problem }: Prompt, theme: Theme): void {
  let x = surface.put(0, y, ' Go to ', theme.badge);
  const beside = (answer: string): number => surface.width - x - 2 - (answer === '' ? 0 : answer.length + 3);
  const least = Math.min(LEAST_TYPED, text.length);
  const answer = problem?.find((form) => beside(form) >= least) ?? problem?.at(-1) ?? '';
  const room = Math.max(LEAST_TYPED, beside(answer));
  const tail = text.length <= room ? text : `…${text.slice(1 - room)}`;
  x = surface.put(x, y, ` ${tail}`, theme.strong);
  x = surface.put(x, y, ' ', theme.selected);
  if (answer !== '') {
    surface.put(x, y, `  ${cut(answer, surface.width - x - 3)}`, theme.warning);
    return;
  }
  for (const [index, form] of [...GO_TO_FORMS, 'Esc leaves'].entries()) {
    const item = `${index === 0 ? '  ' : ' · '}${form}`;
    if (x + item.length > surface.width) return;
    x = surface.put(x, y, item, theme.dim);
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
