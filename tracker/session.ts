/** A session: what the doors of the tracker speak to, whether its memory is in a file or nowhere. */
import type { Memory, MemoryOptions } from './memory/memory.ts';
import type { Done, Refused, Step } from './step.ts';

/** What a command came to, and the machine as it is now. `revision` is null where no file was needed or made. */
export interface Executed {
  readonly result: Done | Refused;
  readonly memory: Memory;
  readonly revision: number | null;
}

/** One memory, wherever it lives, that commands are executed on. */
export interface Session {
  /** A command that mutates: saved if it was done, and nothing at all happened if it was refused. */
  change(step: Step, text: string): Promise<Executed>;
  /** A command that only looks. Throws `no-input` where there is no memory yet. */
  look(step: Step): Promise<Executed>;
  /** A fresh memory in place of whatever there was. */
  begin(options: MemoryOptions, text: string): Promise<Executed>;
  /** Of the memory as it is now; null where no file has it. */
  revision(): number | null;
  /** At the end of a script or a pipe: what was saved reaches the disk. */
  settle(): void;
}

/** The answer of a memory that has just begun. */
export const NOTHING: Done = { ok: true, fields: {}, text: '', happenings: [] };
