/** The tracker without its process: arguments and streams in, exit code out. Chooses the door. */
import type { Readable } from 'node:stream';
import { version } from '../../shared/own-package.ts';
import { usualFile } from '../../shared/status-file/usual-file.ts';
import { Dialogue } from './dialogue.ts';
import { checkGlobals, helpOn, splitGlobals } from './globals.ts';
import { Output, type Sink } from './output.ts';
import { calledName, parseWords } from './parse.ts';
import { Program } from './program.ts';
import { EXIT, Trouble } from './trouble.ts';

export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export async function trackerMain(argv: readonly string[], streams: Streams): Promise<number> {
  if (argv.includes('--get-yargs-completions')) {
    const { completions } = await import('./completion.ts');
    streams.stdout.write(`${await completions(argv, usualFile(streams.env))}\n`);
    return EXIT.done;
  }
  const { words, given } = splitGlobals(argv);
  const json = given.some(([name, value]) => name === 'json' && (value ?? 'true') === 'true');
  const output = new Output(json, streams.stdout, streams.stderr);
  let program: Program | undefined;
  try {
    const globals = checkGlobals(given);
    const file = globals.get('file') ?? usualFile(streams.env);
    program = new Program(file, output, streams.stdin, globals.get('file'));
    return await perform(words, globals, program);
  } catch (error) {
    if (error instanceof Trouble) {
      output.complain(calledName(words), program?.revision() ?? null, error);
      return error.exitCode;
    }
    output.bug(calledName(words), program?.lastRevision() ?? null);
    throw error;
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
  if (words.length === 0 && !globals.has('help')) {
    const { runMenu } = await import('./menu.ts');
    const { runPipe } = await import('./pipe.ts');
    return stdin.isTTY ? runMenu(program) : runPipe(program);
  }
  const invocation = globals.has('help') ? helpOn(words) : parseWords(words);
  const { command } = invocation;
  if (command.kind === 'program') return command.run(invocation.args, program);
  const dialogue = new Dialogue(program.session('command', true), program);
  return (await dialogue.execute(invocation)).exitCode;
}
