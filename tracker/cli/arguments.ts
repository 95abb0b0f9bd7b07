/** The arguments of one command, after the parser and before they become values. */
import type { Command } from './command.ts';
import { usage } from './trouble.ts';

export class Arguments {
  readonly #command: Command;
  readonly #positionals: readonly string[];
  readonly #options: ReadonlyMap<string, string | true>;

  constructor(command: Command, positionals: readonly string[], options: ReadonlyMap<string, string | true>) {
    this.#command = command;
    this.#positionals = positionals;
    this.#options = options;
  }

  /** The positional called `name`; the parser has seen to it that a required one is there. */
  get(name: string): string {
    const word = this.find(name);
    if (word === undefined) throw usage(`${this.#command.words.join(' ')} needs ${name.toUpperCase()}`);
    return word;
  }

  find(name: string): string | undefined {
    return this.#positionals[(this.#command.positionals ?? []).findIndex((spec) => spec.name === name)];
  }

  /** All words from the positional called `name` on. */
  rest(name: string): readonly string[] {
    return this.#positionals.slice((this.#command.positionals ?? []).findIndex((spec) => spec.name === name));
  }

  option(name: string): string | undefined {
    const value = this.#options.get(name);
    return value === true ? undefined : value;
  }

  flag(name: string): boolean {
    return this.#options.has(name);
  }

  /** `parse` applied to the option, where it was given. */
  optional<T>(name: string, parse: (word: string, what: string) => T): T | undefined {
    const word = this.option(name);
    return word === undefined ? undefined : parse(word, `--${name}`);
  }
}
