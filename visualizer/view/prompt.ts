/** Typing after `g`: what each key does to what has been typed. Pure. */
import type { Destination } from './go-to.ts';
import type { Ui } from './ui.ts';

/** More than any name and address need. */
const MAX_LENGTH = 60;

/** `key` by blessed's name, `character` as it was typed; what is no text and no key of the prompt changes nothing. */
export function typed(
  ui: Ui,
  key: string,
  character: string,
  destination: (text: string) => Destination,
): Ui {
  const text = ui.prompt?.text ?? '';
  if (key === 'escape') return { ...ui, prompt: null };
  if (key === 'enter')
    return text.trim() === '' ? { ...ui, prompt: null } : gone(ui, text, destination(text));
  if (key === 'C-u') return { ...ui, prompt: { text: '', problem: null } };
  if (key === 'backspace') return { ...ui, prompt: { text: text.slice(0, -1), problem: null } };
  if (!/^[ -~]$/.test(character) || text.length >= MAX_LENGTH) return ui;
  return { ...ui, prompt: { text: text + character, problem: null } };
}

/**
 * The cursor goes there, in the panel that has the focus if it shows what is there, or else among the frames; where
 * there is nothing, the prompt stays and says why.
 */
function gone(ui: Ui, text: string, destination: Destination): Ui {
  if ('problem' in destination) return { ...ui, prompt: { text, problem: destination.problem } };
  const { frame, owner, pid, follow, address } = destination;
  const others = ui.process !== null && pid !== null && pid !== ui.process;
  const process = follow ? pid : others ? null : ui.process;
  const isShown =
    ui.focus === 'inspector' || (ui.focus === 'pages' && owner !== null && owner === (process ?? owner));
  return {
    ...ui,
    prompt: null,
    focus: isShown ? ui.focus : 'frames',
    scroll: null,
    cursor: frame,
    address,
    process,
  };
}
