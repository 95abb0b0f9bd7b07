/** A session without a file: `run --fresh`, which tries something out and leaves nothing behind. */
import { configuredOptions } from './cli/configured-options.ts';
import { Memory, type MemoryOptions } from './memory/memory.ts';
import { newOrigin } from './origin.ts';
import { type Executed, NOTHING, type Session } from './session.ts';
import type { Step } from './step.ts';

/** A memory that no file knows: for `run --fresh`. */
export class FreshSession implements Session {
  #memory = Memory.create(configuredOptions(), newOrigin());

  async change(step: Step): Promise<Executed> {
    const result = step(this.#memory);
    if (result.ok) this.#memory.commit(result.happenings);
    return { result, memory: this.#memory, revision: null };
  }

  async look(step: Step): Promise<Executed> {
    return { result: step(this.#memory), memory: this.#memory, revision: null };
  }

  async begin(options: MemoryOptions): Promise<Executed> {
    this.#memory = Memory.create(options, newOrigin());
    return { result: NOTHING, memory: this.#memory, revision: null };
  }

  revision(): null {
    return null;
  }

  settle(): void {
    // There is nothing on a disk.
  }
}
