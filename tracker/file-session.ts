/**
 * Where the model meets the disk: lock → load → execute → save → unlock, once for every command that changes
 * something. There is no state between two commands but the file; a session only keeps the last machine it saved,
 * to spare itself the parsing while the file still holds exactly those bytes.
 */
import { printable } from '../shared/printable.ts';
import type { Door } from '../shared/status.ts';
import { Aside } from '../shared/status-file/aside.ts';
import { acquireLock } from '../shared/status-file/lock.ts';
import { readContent, readStatusFile, understood } from '../shared/status-file/read.ts';
import { type ReplaceOptions, replaceStatusFile, syncStatusFile } from '../shared/status-file/replace.ts';
import { sweepSiblings } from '../shared/status-file/sibling.ts';
import { formatStatus } from '../shared/status-text/format.ts';
import { checkConfig, configuredOptions } from './cli/configured-options.ts';
import { Trouble } from './cli/trouble.ts';
import { Memory, type MemoryOptions } from './memory/memory.ts';
import type { Happening } from './memory/outcome.ts';
import { configChanged, configSentence, newOrigin, overtakenSentence } from './origin.ts';
import { type Executed, NOTHING, type Session } from './session.ts';
import { damaged, inTrouble, noMemory, shownPath } from './status-trouble.ts';
import type { Step } from './step.ts';

export interface FileSessionOptions {
  readonly path: string;
  /** What a command line needs to name this file: ` --file PATH`, or nothing. */
  readonly fileOption: string;
  readonly door: Door;
  /** Whether a save reaches the disk before the answer does: where a person waits for one answer. */
  readonly sync: boolean;
  /** What the person at the terminal should know besides the answer. */
  readonly notice: (sentence: string) => void;
}

/** A memory whose file is locked for as long as somebody holds it: a replay. */
export interface HeldMemory {
  readonly memory: Memory;
  /** Writes it down, one revision on, with what happened since. With `sync` it reaches the disk first. */
  save(happenings: readonly Happening[], sync: boolean): void;
  /** What was saved reaches the disk; from here on nothing is put back. */
  settle(): void;
  /** Makes the file and FILE.bak what they were before: the command is refused after all. Throws `io`, saying what is where. */
  putBack(): void;
}

/** The memory in a status file. */
export class FileSession implements Session {
  readonly #options: FileSessionOptions;
  #memory: Memory | null = null;
  /** What the file held when `#memory` was saved or read; null where there is none. */
  #saved: Uint8Array | null = null;
  /** Whether the file has held a memory begun under the config that this process was started with. */
  #agreed = false;
  /** Whether something was saved that may not have reached the disk. */
  #unsettled = false;

  constructor(options: FileSessionOptions) {
    this.#options = options;
  }

  async change(step: Step, text: string): Promise<Executed> {
    return this.#locked(() => {
      const found = this.#read();
      if (found && this.#isOfAnotherConfig(found)) return this.#executeInPlaceOf(found, step, text);
      const memory = found ?? Memory.create(configuredOptions(), newOrigin());
      const result = step(memory);
      if (result.ok) {
        memory.commit(result.happenings);
        this.#save(memory, text);
      }
      return { result, memory, revision: this.#saved === null ? null : memory.revision };
    });
  }

  async look(step: Step): Promise<Executed> {
    const found = this.#read();
    if (found === null || !this.#isOfAnotherConfig(found)) return this.#lookAt(found, step);
    return this.#locked(() => this.#lookAt(this.#read(), step));
  }

  #lookAt(found: Memory | null, step: Step): Executed {
    if (found === null) throw noMemory(this.#options.path, this.#options.fileOption);
    if (this.#isOfAnotherConfig(found)) return this.#executeInPlaceOf(found, step, null);
    return { result: step(found), memory: found, revision: found.revision };
  }

  async begin(options: MemoryOptions, text: string): Promise<Executed> {
    return this.#locked(() => {
      const { memory, kept } = this.#beginLocked(options, text);
      this.#tellOf(kept);
      return { result: NOTHING, memory, revision: 0 };
    });
  }

  /**
   * Holds the memory while `work` lasts: the one in the file, or with `options` a fresh one, as `begin` makes it. Others
   * are told that it is locked. Where `work` throws, all is put back.
   */
  async hold<T>(
    options: MemoryOptions | null,
    text: string,
    work: (held: HeldMemory) => Promise<T>,
  ): Promise<T> {
    return this.#locked(async () => {
      const found = options === null ? this.#read() : null;
      const old = found && this.#isOfAnotherConfig(found) ? found : null;
      const fresh = options ?? (old && configuredOptions());
      const before = new Aside(this.#options.path);
      const undo = (): void => {
        if (before.putBack() && old)
          this.#options.notice(`${configSentence(old)}: the file keeps the old memory`);
      };
      try {
        const { memory, kept } = fresh
          ? this.#beginLocked(fresh, text)
          : { memory: found ?? Memory.create(configuredOptions(), newOrigin()), kept: null };
        return await work({
          memory,
          save: (happenings, sync) => {
            memory.commit(happenings);
            troubled(() => this.#save(memory, text, { sync }));
          },
          settle: () => {
            this.settle();
            before.forget();
            if (old) this.#tellOfConfig(old);
            this.#tellOf(kept);
          },
          putBack: () => {
            this.#forget();
            troubled(undo);
          },
        });
      } catch (error) {
        undo();
        throw error;
      } finally {
        before.forget();
      }
    });
  }

  revision(): number | null {
    const file = readStatusFile(this.#options.path);
    return file.kind === 'ok' ? file.status.revision : null;
  }

  settle(): void {
    if (!this.#unsettled || this.#saved === null) return;
    troubled(() => syncStatusFile(this.#options.path));
    this.#unsettled = false;
  }

  /** `kept`: where the memory that there was is now. */
  #beginLocked(options: MemoryOptions, text: string): { memory: Memory; kept: string | null } {
    const memory = Memory.create(options, newOrigin());
    const kept = this.#save(memory, text, { sync: this.#options.sync, backup: true });
    return { memory, kept };
  }

  #tellOf(kept: string | null): void {
    if (kept !== null) this.#options.notice(`the memory there was is kept in ${shownPath(kept)}`);
  }

  /**
   * Executes on a fresh memory, which comes in place of `old`, of another config: unless it refuses. `text`: what
   * mutates; null for a command that only looks.
   */
  #executeInPlaceOf(old: Memory, step: Step, text: string | null): Executed {
    const memory = Memory.create(configuredOptions(), newOrigin());
    const result = step(memory);
    if (!result.ok) {
      this.#options.notice(
        `${configSentence(old)}: a fresh memory refused this, and the file keeps the old one`,
      );
      return { result, memory, revision: old.revision };
    }
    if (text !== null) memory.commit(result.happenings);
    const kept = this.#save(memory, text ?? 'init', { sync: this.#options.sync, backup: true });
    this.#tellOfConfig(old);
    this.#tellOf(kept);
    return { result, memory, revision: memory.revision };
  }

  #tellOfConfig(old: Memory): void {
    this.#options.notice(`${configSentence(old)}: a fresh memory begins`);
  }

  /** Throws where it has come in place of one of this config: to begin afresh would undo what someone has done since. */
  #isOfAnotherConfig(memory: Memory): boolean {
    checkConfig();
    if (!configChanged(memory)) {
      this.#agreed = true;
      return false;
    }
    if (this.#agreed) throw new Trouble('bad-file', overtakenSentence(memory));
    return true;
  }

  #read(): Memory | null {
    const { path } = this.#options;
    const content = readContent(path, null);
    if (content.kind === 'read' && this.#saved && Buffer.compare(this.#saved, content.bytes) === 0) {
      return this.#memory;
    }
    const file = content.kind === 'read' ? understood(content.bytes) : content;
    if (file.kind === 'missing') return this.#forget();
    if (file.kind === 'unreadable') throw new Trouble('io', file.error.message, file.error);
    if (file.kind === 'bad') throw damaged(path, file.problem, this.#options.fileOption);
    this.#memory = Memory.restore(file.status);
    this.#saved = file.bytes;
    return this.#memory;
  }

  /** Returns where the backup is, if one was asked for and there was a file. */
  #save(memory: Memory, text: string, options: ReplaceOptions = this.#options): string | null {
    const { path, door } = this.#options;
    const written = new Date().toISOString();
    const bytes = formatStatus(
      memory.snapshot({ written, tracker: process.pid, door, command: printable(text) }),
    );
    this.#forget();
    const kept = replaceStatusFile(path, bytes, options);
    this.#memory = memory;
    this.#saved = bytes;
    this.#agreed = true;
    this.#unsettled = !options.sync;
    return kept;
  }

  #forget(): null {
    this.#memory = null;
    this.#saved = null;
    return null;
  }

  async #locked<T>(work: () => T | Promise<T>): Promise<T> {
    const { path } = this.#options;
    try {
      const lock = await acquireLock(path);
      try {
        sweepSiblings(path);
        return await work();
      } finally {
        lock.release();
      }
    } catch (error) {
      this.#forget();
      throw inTrouble(error);
    }
  }
}

/** What goes wrong in `work` is thrown as trouble of whoever gave the command. */
function troubled<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inTrouble(error);
  }
}
