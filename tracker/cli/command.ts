/**
 * What a command is. Each lives in a file of its own under commands/ and says what it takes; the parser, the
 * help, the shell completion and the menu are all derived from that one description.
 */

import type { MemoryOptions } from '../memory/memory.ts';
import type { Session } from '../session.ts';
import type { Step } from '../step.ts';
import type { Arguments } from './arguments.ts';
import type { Program } from './program.ts';

export interface PositionalSpec {
  readonly name: string;
  readonly describe: string;
  readonly optional?: boolean;
  /** The words that it may be, for help and completion; the command refuses others. */
  readonly choices?: readonly string[];
  /** What its words are names of, for completion. */
  readonly of?: 'files' | 'commands' | 'processes' | 'segments';
  /** Takes all the words that are left. */
  readonly many?: boolean;
}

export interface OptionSpec {
  readonly describe: string;
  /** What its value is called in the help, such as `N`; without it the option is a flag. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Its value may be several words, which have to stand in quotes: how that looks. */
  readonly quoted?: string;
  /** Values that only other commands take, and why: said where one is given here. */
  readonly elsewhere?: ReadonlyMap<string, string>;
}

interface Described {
  /** The word or words that call it: `alloc`, or `segment alloc`. */
  readonly words: readonly string[];
  readonly summary: string;
  readonly positionals?: readonly PositionalSpec[];
  readonly options?: Readonly<Record<string, OptionSpec>>;
  /** Command lines without the program's name, and what each does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** What its help says below the examples. */
  readonly notes?: string;
}

/** Works on one memory: through every door, on the status file or on a fresh machine. */
export interface MemoryCommand extends Described {
  readonly kind: 'memory';
  /** Whether it mutates: then it takes the lock, raises the revision and is saved. */
  readonly changes: boolean;
  /** Checks the arguments (throws a usage `Trouble`) and says what to do. */
  prepare(args: Arguments): Step;
}

/** Begins a fresh memory in place of the present one. */
export interface InitCommand extends Described {
  readonly kind: 'init';
  prepare(args: Arguments): MemoryOptions;
}

/** States what must be the case after the last command; in scripts and pipes. */
export interface ExpectCommand extends Described {
  readonly kind: 'expect';
}

/** Works with files and terminals around the memory; from the command line only. */
export interface ProgramCommand extends Described {
  readonly kind: 'program';
  /** Whether it speaks to people alone, and so takes no --json. */
  readonly forPeople?: boolean;
  /** Whether it may also be called in the menu, a pipe or a script. */
  readonly everywhere?: boolean;
  /** Whether the memory of the session is another afterwards. */
  readonly changes?: boolean;
  /** Returns the exit code. `session` is the one of the menu, pipe or script that it was called in. */
  run(args: Arguments, program: Program, session?: Session): Promise<number>;
}

export type Command = MemoryCommand | InitCommand | ExpectCommand | ProgramCommand;

/** A command line that was understood. */
export interface Invocation {
  readonly command: Command;
  readonly args: Arguments;
  /** As typed, on one line. */
  readonly text: string;
}

/** Whether it takes no --json. */
export function isForPeople(command: Command): boolean {
  return command.kind === 'program' && command.forPeople === true;
}

export function commandName(command: Command): string {
  return command.words.join(' ');
}
