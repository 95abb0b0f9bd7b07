/** A person at a prompt: one line after another, on a terminal with its editing or from what is none. */
import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import { stopForeground } from '../../shared/stop-foreground.ts';
import type { Program } from './program.ts';

/** Asks on the terminal, or reads the next line of what is no terminal; undefined at the end of the input. */
export class Prompt {
  readonly #program: Program;
  readonly #interface;
  readonly #lines: AsyncIterator<string>;

  constructor(program: Program) {
    this.#program = program;
    const terminal = program.stdin.isTTY === true;
    this.#interface = createInterface({
      input: program.stdin,
      ...(terminal ? { output: process.stdout } : {}),
      terminal,
    });
    this.#interface.on('SIGINT', () => {
      program.output.print('\n');
      process.kill(process.pid, 'SIGINT');
    });
    this.#interface.on('SIGTSTP', () => this.#suspend());
    this.#lines = this.#interface[Symbol.asyncIterator]();
  }

  async ask(question: string): Promise<string | undefined> {
    if (this.#program.stdin.isTTY === true) {
      this.#interface.setPrompt(question);
      this.#interface.prompt();
    } else {
      this.#program.output.print(question);
    }
    const { done, value } = await this.#lines.next();
    return done ? undefined : value;
  }

  async #suspend(): Promise<void> {
    const terminal = this.#program.stdin as ReadStream;
    terminal.setRawMode(false);
    await stopForeground();
    // A stream sees keys again only when it begins anew.
    this.#interface.pause();
    terminal.setRawMode(true);
    this.#interface.prompt(true);
  }

  close(): void {
    this.#interface.close();
  }
}
