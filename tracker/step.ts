/** One command between the command line, which makes it, and a session, which takes it on a memory. */
import type { Memory } from './memory/memory.ts';
import type { Happening, Refusal } from './memory/outcome.ts';

/** The command did what it was asked: the `--json` fields, the same for eyes, and what happened on the way. */
export interface Done {
  readonly ok: true;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Why it came out so, in one sentence, where `text` is not that. */
  readonly sentence?: string;
  readonly happenings: readonly Happening[];
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
  /** What was found out before it was refused. */
  readonly context?: Pick<Done, 'fields' | 'text'>;
}

/** What a parsed command does to a memory. */
export type Step = (memory: Memory) => Done | Refused;
