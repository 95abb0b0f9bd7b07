/** The surroundings of a command: where the status file is, how to answer, and where more input comes from. */
import type { Readable } from 'node:stream';
import { printable } from '../../shared/printable.ts';
import type { Door } from '../../shared/status.ts';
import { wholePath } from '../../shared/status-file/whole-path.ts';
import { FileSession } from '../file-session.ts';
import type { Session } from '../session.ts';
import { inTrouble } from '../status-trouble.ts';
import type { Output } from './output.ts';
import { Trouble } from './trouble.ts';
import { joinWords } from './words.ts';

export class Program {
  readonly output: Output;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly #file: string;
  readonly #fileOption: string;

  /** `file`: the status file. `named`: the word behind --file, where it was given. */
  constructor(file: string, output: Output, stdin: Readable & { readonly isTTY?: boolean }, named?: string) {
    this.#file = file;
    this.#fileOption = named === undefined ? '' : ` --file ${printable(joinWords([named]), 200)}`;
    this.output = output;
    this.stdin = stdin;
  }

  /** Of the status file, whole. Throws `io` where it is relative to a directory that has been removed. */
  get path(): string {
    try {
      return wholePath(this.#file);
    } catch (error) {
      throw inTrouble(error);
    }
  }

  /**
   * For an answer in JSON: what the memory of `session` has now, by default that of the status file; null where no file
   * has it.
   */
  revision(session?: Session): number | null {
    if (!this.output.json) return null;
    try {
      return (session ?? this.session('command', false)).revision();
    } catch (error) {
      if (error instanceof Trouble) return null;
      throw error;
    }
  }

  /** The same where there is a bug already: null where it is met again. */
  lastRevision(session?: Session): number | null {
    try {
      return this.revision(session);
    } catch {
      return null;
    }
  }

  /** A session on the status file. `sync`: every answer waits until its save has reached the disk. */
  session(door: Door, sync: boolean): FileSession {
    return new FileSession({
      path: this.path,
      // In the menu, a pipe and a script no command names the file again.
      fileOption: door === 'command' ? this.#fileOption : '',
      door,
      sync,
      notice: (sentence) => this.output.notice(sentence),
    });
  }
}
