/**
 * Why the memory is as an `expect` line finds it: what the commands before it said of themselves. Some commands bear on the
 * frames, some on the counters, some on the holes; the last of them has the reason.
 */
import { printable } from '../../shared/printable.ts';
import type { Done, Refused } from '../step.ts';
import type { Invocation } from './command.ts';
import { worded } from './wording.ts';

/** The first words of the commands that bear on a subject; those that begin a fresh memory bear on all. */
const BEARING = new Map<string, readonly string[]>(
  Object.entries({
    free: ['alloc', 'reserve', 'map', 'free', 'access', 'refs'],
    frames: ['alloc', 'reserve', 'map', 'free', 'access', 'refs'],
    faults: ['access', 'refs', 'reset'],
    hits: ['access', 'refs', 'reset'],
    holes: ['segment'],
  }),
);

export class Reasons {
  /** By the first word of the command, the latest last. */
  readonly #sentences = new Map<string, string>();
  #beginning = 'no command before it changed that';

  /** A command that changes the memory was done or refused. */
  add({ command, text }: Invocation, result: Done | Refused): void {
    const [word = ''] = command.words;
    this.#sentences.delete(word);
    const refused = `'${printable(text, 60)}' was refused, so it changed nothing`;
    this.#sentences.set(word, result.ok ? sentenceOf(result) : refused);
  }

  /** The memory is another now; `sentence` says so. */
  begin(sentence: string): void {
    this.#sentences.clear();
    this.#beginning = sentence;
  }

  /** Of what the memory has of `subject`, such as `holes`. */
  of(subject: string): string {
    const bearing = [...this.#sentences].filter(([word]) => BEARING.get(subject)?.includes(word));
    return bearing.at(-1)?.[1] ?? this.#beginning;
  }
}

/** What a command has to say for itself in one sentence; nothing where it showed tables. */
export function sentenceOf(result: Done | Refused): string {
  if (!result.ok) return worded(result.refusal);
  return result.sentence ?? (result.text.includes('\n') ? '' : result.text);
}
