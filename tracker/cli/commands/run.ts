/** `run`: a script, a command a line; it stops at the first refusal that no `expect refused` follows. */
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { ownFolder } from '../../../shared/own-package.ts';
import { printable } from '../../../shared/printable.ts';
import { FreshSession } from '../../fresh-session.ts';
import type { Session } from '../../session.ts';
import type { Arguments } from '../arguments.ts';
import type { ProgramCommand } from '../command.ts';
import { Dialogue } from '../dialogue.ts';
import { expectsRefusal } from '../expectation.ts';
import { inputName, readWhole } from '../input-file.ts';
import type { Output } from '../output.ts';
import type { Program } from '../program.ts';
import { EXIT, Trouble, usage } from '../trouble.ts';
import { parseMilliseconds } from '../values.ts';

export const run: ProgramCommand = {
  kind: 'program',
  words: ['run'],
  summary: 'Run a script: a command a line, # comments, expect lines; stops at the first refusal',
  positionals: [{ name: 'script', of: 'files', describe: 'The file; - is standard input' }],
  options: {
    interval: {
      describe: 'Wait this long after each command, so that a visualizer can follow',
      value: 'TIME',
    },
    loop: { describe: 'Begin again at the end, until interrupted' },
    fresh: { describe: 'On a memory of its own, touching no file' },
    'keep-going': { describe: 'Run all of it and report how many expectations passed and failed' },
    echo: { describe: 'Show each line before its answer, and which expectations held' },
  },
  examples: [
    ['run tour.txt --interval 1s', 'a step a second'],
    ['run exercise.txt --fresh --keep-going', 'a test: exit code 0 if every expectation holds'],
    [
      'run exercise.txt --fresh --keep-going --echo',
      'the same to read: questions, commands, answers, and what held',
    ],
  ],
  get notes() {
    const examples = join(ownFolder() ?? '', 'tracker', 'examples');
    return `The worked exercises, and the tour, are in\n  ${printable(examples, 1000)}`;
  },
  async run(args, program) {
    const begin = () => (args.flag('fresh') ? new FreshSession() : program.session('script', false));
    try {
      return await runScript(args, program, begin);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      program.output.complain('run', program.revision(begin()), error);
      return error.exitCode;
    }
  },
};

async function runScript(args: Arguments, program: Program, begin: () => Session): Promise<number> {
  if (args.flag('echo') && program.output.json)
    throw usage('--echo shows lines to read: leave it out with --json');
  const script = args.get('script');
  const intervalMs = args.optional('interval', parseMilliseconds) ?? 0;
  const name = inputName(script);
  const lines = decodeLines(await readWhole(script, program.stdin, 'the script'), name);
  if (args.flag('loop')) checkRepeatable(lines, name);
  const keepGoing = args.flag('keep-going');
  const echo = args.flag('echo') ? program.output : null;
  const settings = { name, intervalMs, keepGoing, echo };
  let exitCode: number = EXIT.done;
  do {
    const session = begin();
    const dialogue = new Dialogue(session, program, { malformed: EXIT.badData });
    try {
      exitCode = await runLines(lines, dialogue, settings);
    } finally {
      session.settle();
    }
    if (keepGoing) report(dialogue, program, session, exitCode);
    await turn();
  } while (args.flag('loop') && exitCode === EXIT.done);
  return exitCode;
}

/** Blank lines and comments alone would be repeated as fast as the machine goes, and in silence. */
function checkRepeatable(lines: readonly string[], name: string): void {
  if (lines.some((line) => expectsRefusal(line) !== null)) return;
  throw new Trouble(
    'bad-file',
    `${name}:1: found no command, expected one at least: write what --loop is to repeat`,
  );
}

interface Settings {
  readonly name: string;
  /** How long to wait after each command. */
  readonly intervalMs: number;
  readonly keepGoing: boolean;
  /** Where each line is shown before its answer. */
  readonly echo: Output | null;
}

/** Runs the lines in order, and hears signals between two; returns the first exit code that is not 0 and that nothing made good. */
async function runLines(lines: readonly string[], dialogue: Dialogue, settings: Settings): Promise<number> {
  let exitCode: number = EXIT.done;
  for (const [index, line] of lines.entries()) {
    const expects = (code?: string) => refusalExpected(lines, index, code);
    const outcome = await dialogue.line(line, {
      where: `${settings.name}:${index + 1}: `,
      expects,
      echo: (held) => settings.echo?.echo(marked(line, held)),
    });
    const failed = outcome.exitCode !== EXIT.done && !(outcome.refused && expects());
    if (failed && exitCode === EXIT.done) exitCode = outcome.exitCode;
    if (failed && !settings.keepGoing) return exitCode;
    if (outcome.command !== null && settings.intervalMs > 0) await wait(settings.intervalMs);
    else await turn();
  }
  return exitCode;
}

/** A comment as it is, `> ` before a command, and before an expectation whether it held. */
function marked(line: string, held?: boolean): string {
  const text = line.trim().replaceAll('\t', ' ');
  if (text === '' || text.startsWith('#')) return text;
  if (held === undefined) return `> ${text}`;
  return `${held ? '✓' : '✗'} ${text}`;
}

/** Whether the next command line after `index` is `expect refused`, with `code` if that is given. */
function refusalExpected(lines: readonly string[], index: number, code?: string): boolean {
  for (let next = index + 1; next < lines.length; next++) {
    const expected = expectsRefusal(lines[next] ?? '', code);
    if (expected !== null) return expected;
  }
  return false;
}

/** The lines of a UTF-8 text; CRLF and a byte order mark are taken for what they are. */
export function decodeLines(bytes: Uint8Array, name: string): string[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Trouble(
      'bad-file',
      `${name}:1: found bytes that are not UTF-8, expected a text of commands`,
      error,
    );
  }
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const binary = lines.findIndex((line) => /[\0-\x08\x0a-\x1f\x7f-\x9f]/.test(line));
  if (binary < 0) return lines;
  throw new Trouble(
    'bad-file',
    `${name}:${binary + 1}: found '${printable(lines[binary] ?? '', 60)}', expected a line of plain text`,
  );
}

function report(dialogue: Dialogue, program: Program, session: Session, exitCode: number): void {
  const { output } = program;
  const { passed, failed } = dialogue.expectations;
  const text = `${passed} passed, ${failed} failed`;
  output.done('run', program.revision(session), { passed, failed }, text);
  const trouble = 'a line was refused or could not be read: see above';
  if (exitCode !== EXIT.done && failed === 0) {
    output.notice(`${passed === 0 ? 'nothing was expected, and' : 'every expectation held, but'} ${trouble}`);
  } else if (passed + failed === 0) {
    output.notice(
      "nothing was expected: a script without expect lines tests nothing; 'help expect' lists them",
    );
  }
}
