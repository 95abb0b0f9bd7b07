/** The tracker without its process: arguments and streams in, exit code out. Chooses the door. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { printable } from '../../shared/printable.ts';
import { Dialogue } from './dialogue.ts';
import { Output, type Sink } from './output.ts';
import { calledName, flagGiven, GLOBAL_OPTIONS, parseWords } from './parse.ts';
import { Program } from './program.ts';
import { EXIT, Trouble, usage } from './trouble.ts';

export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const DEFAULT_FILE = 'memory_status.txt';

/** The status file where --file names none. */
function usualFile(env: Streams['env']): string {
  return env.MEMORY_STATUS_FILE || DEFAULT_FILE;
}

export async function trackerMain(argv: readonly string[], streams: Streams): Promise<number> {
  if (argv.includes('--get-yargs-completions')) {
    const { completions } = await import('./completion.ts');
    streams.stdout.write(`${await completions(argv, usualFile(streams.env))}\n`);
    return EXIT.done;
  }
  const json = argv.includes('--json') || argv.includes('--json=true');
  const output = new Output(json, streams.stdout, streams.stderr);
  try {
    return await enter(argv, streams, output);
  } catch (error) {
    return troubled(error, argv, output, null);
  }
}

/** Says what went wrong, and returns its exit code; a bug is thrown on. */
function troubled(error: unknown, argv: readonly string[], output: Output, revision: number | null): number {
  if (!(error instanceof Trouble)) throw error;
  output.complain(calledName(argv.filter((word) => !word.startsWith('-'))), revision, error);
  return error.exitCode;
}

async function enter(argv: readonly string[], streams: Streams, output: Output): Promise<number> {
  const { words, globals } = splitGlobals(argv);
  const file = globals.get('file') ?? usualFile(streams.env);
  const program = new Program(absolute(file), output, streams.stdin, globals.get('file'));
  try {
    return await perform(words, globals, program);
  } catch (error) {
    return troubled(error, argv, output, program.revision());
  }
}

async function perform(
  words: readonly string[],
  globals: ReadonlyMap<string, string>,
  program: Program,
): Promise<number> {
  const { output, stdin } = program;
  if (globals.has('version')) {
    output.done('version', program.revision(), { version: version() }, version());
    return EXIT.done;
  }
  if (globals.has('help')) {
    const { helpText } = await import('./help.ts');
    const text = await helpText(words);
    output.done('help', program.revision(), { text }, text);
    return EXIT.done;
  }
  if (words.length === 0) {
    const { runMenu } = await import('./menu.ts');
    const { runPipe } = await import('./pipe.ts');
    return stdin.isTTY ? runMenu(program) : runPipe(program);
  }
  const invocation = parseWords(words);
  const { command } = invocation;
  if (command.kind === 'program') return command.run(invocation.args, program);
  const dialogue = new Dialogue(program.session('command', true), program);
  return (await dialogue.execute(invocation)).exitCode;
}

/** `file` wherever the process may go; a process whose own directory has been removed has no relative paths. */
function absolute(file: string): string {
  try {
    return resolve(file);
  } catch (error) {
    const name = printable(file);
    throw new Trouble(
      'io',
      `${name}: this directory has been removed; go to another, or give --file a path from /`,
      error,
    );
  }
}

/** Takes the options that every command has out of the words. They may stand anywhere before a lone `--`. */
function splitGlobals(argv: readonly string[]): { words: string[]; globals: Map<string, string> } {
  const words: string[] = [];
  const globals = new Map<string, string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const [, name = '', value] = /^--([a-z]+)(?:=(.*))?$/s.exec(word) ?? [];
    const version = name === 'version' && words.length === 0;
    if (word === '-h') globals.set('help', '');
    else if (!version && !Object.hasOwn(GLOBAL_OPTIONS, name)) words.push(word);
    else if (GLOBAL_OPTIONS[name]?.value === undefined) {
      if (flagGiven(name, value)) globals.set(name, '');
    } else {
      const given = value ?? argv[++i];
      if (given === undefined || given === '') throw usage(`--${name} needs a value: --${name} PATH`);
      if (globals.has(name)) throw usage(`--${name} was given more than once`);
      globals.set(name, given);
    }
  }
  return { words, globals };
}

/** The version in the nearest package.json above this file. */
function version(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const description: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof description === 'object' && description !== null && 'version' in description) {
      return String(description.version);
    }
  }
  return 'unknown';
}
