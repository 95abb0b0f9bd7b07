/**
 * Help and shell completion, made by yargs from the command table. Nothing else loads yargs: it costs 60 ms, as
 * much as Node itself.
 */
import yargs, { type Argv, type Options } from 'yargs';
import { installed, trackerCommand, trackerName, visualizerName } from '../../shared/own-package.ts';
import { printable } from '../../shared/printable.ts';
import { type Command, isForPeople, type OptionSpec } from './command.ts';
import { findCommand, GLOBAL_OPTIONS } from './parse.ts';
import { COMMANDS, FAMILIES } from './registry.ts';
import { usage } from './trouble.ts';

/** What the shell calls the programs where the package is installed: only there is there something to complete. */
const INSTALLED_NAME = trackerName(true);
const VISUALIZER_NAME = visualizerName(true);

const ABOUT =
  "One command language for all doors: arguments, the menu's prompt ($0 alone on a terminal), and the lines of a script " +
  "or a pipe; 'quit' or 'exit' leaves the menu and ends a pipe. Numbers are decimal or 0x hex; sizes take K, M and G.";

const IN_A_CLONE = ` In a clone, tracker stands for: ${trackerCommand(false)} (relative paths then begin in the folder of the project)`;

const EXIT_CODES =
  'Exit codes: 0 done, 1 the memory refused, 64 usage, 65 bad data in a file, 66 input missing, 70 a bug, ' +
  '74 disk trouble, 75 locked, 128 + signal.';

/** Lines no longer than this are read with ease. */
const WIDEST = 100;

/**
 * The help of the command that `words` call, or of all, at most `columns` wide. Throws a usage `Trouble` where there is no
 * such command.
 */
export async function helpText(words: readonly string[], columns = WIDEST): Promise<string> {
  const family =
    words.length === 1 && COMMANDS.some(({ words: [first, second] }) => first === words[0] && second);
  const path = words.length === 0 || family ? words : findCommand(words).words;
  const extra = words[path.length];
  if (extra !== undefined)
    throw usage(`'${printable(extra, 40)}' is one word too many: help ${path.join(' ')}`);
  return output([...path, '--help'], build(trackerName(), Math.min(columns, WIDEST)));
}

/** A script for bash or zsh, whichever SHELL says. The visualizer answers it as the tracker does, but does not print it. */
export async function completionScript(): Promise<string> {
  const made = await output(['completion'], withCompletion(INSTALLED_NAME));
  // To bash the `=` of `--policy=` is the word at the cursor; what completes it does not begin with that.
  const script = made.replace('COMP_WORDS[COMP_CWORD]}', 'COMP_WORDS[COMP_CWORD]#=}');
  const afterDashes = script.includes('compdef') ? AFTER_DASHES.zsh : AFTER_DASHES.bash;
  const visualizer = script
    .replaceAll(new RegExp(`${INSTALLED_NAME}(?! completion)`, 'g'), VISUALIZER_NAME)
    .replace('_completions()\n{\n', (start) => start + afterDashes);
  return `${script}\n${visualizer}`;
}

/** Behind the visualizer's -- stands a command with a completion of its own; bash knows of that where it has a package for it. */
const AFTER_DASHES = {
  bash: `    local i
    for ((i = 1; i < COMP_CWORD; i++)); do
      if [[ "\${COMP_WORDS[i]}" == -- ]]; then
        if declare -F _command_offset >/dev/null; then
          _command_offset $((i + 1))
        elif ((COMP_CWORD == i + 1)); then
          mapfile -t COMPREPLY < <(compgen -c -- "\${COMP_WORDS[COMP_CWORD]}")
        fi
        return
      fi
    done

`,
  zsh: `  local dashes=\${words[(ie)--]}
  if (( dashes < CURRENT )); then
    shift dashes words
    (( CURRENT -= dashes ))
    _normal
    return
  fi

`,
};

/** What yargs knows of that completes the command line `words`, a line each: completion.ts asks. */
export function yargsCompletions(words: readonly string[]): Promise<string> {
  return output(words, withCompletion(trackerName()));
}

async function output(words: readonly string[], program: Argv): Promise<string> {
  const lines: string[] = [];
  const print = console.log;
  // yargs hands help to a callback, but completion to the console.
  console.log = (line: string) => lines.push(line);
  try {
    await program.parse(words, {}, (_error: unknown, _argv: unknown, text: string) => {
      if (text) lines.push(text);
    });
  } finally {
    console.log = print;
  }
  return lines.join('\n');
}

/** To yargs `completion` then means the script, whatever else stands on the line; elsewhere it is a command like the others. */
function withCompletion(name: string): Argv {
  return build(name, WIDEST).completion('completion', false);
}

function build(name: string, columns: number): Argv {
  // Unless told, yargs looks up where it is, and throws in a directory that has been removed.
  const top = yargs([], '/')
    .scriptName(name)
    .locale('en')
    .exitProcess(false)
    .version(false)
    .help()
    .wrap(columns)
    .usage(
      '$0 COMMAND\n\nSimulates the memory of an operating system: paging and segmentation. Without COMMAND: the menu.',
    )
    .example('$0 alloc P1 4', 'four pages for P1')
    .example('$0 demo', 'allocate, display, free: paging, then segmentation')
    .example('$0 show', 'the tables')
    .epilogue(`${ABOUT}${installed() ? '' : IN_A_CLONE}\n\n${EXIT_CODES}`);
  for (const first of new Set(COMMANDS.map(({ words }) => words[0] ?? ''))) {
    const commands = COMMANDS.filter(({ words }) => words[0] === first);
    if (commands.every(({ words }) => words.length === 1)) for (const command of commands) add(top, command);
    else {
      const summary = `${FAMILIES[first] ?? ''}: ${commands.map(({ words }) => words[1]).join(', ')}`;
      top.command(first, summary, (sub) => {
        for (const command of commands) add(sub, command);
        sub.epilogue(examplesOf(commands.flatMap(({ examples }) => examples.slice(0, 1))));
        return sub.usage(`$0 ${first} COMMAND\n\n${summary}`).demandCommand();
      });
    }
  }
  top.option('version', { describe: 'Which version this is', type: 'boolean', global: false });
  return withOptions(top, GLOBAL_OPTIONS);
}

function add(parent: Argv, command: Command): void {
  const positionals = (command.positionals ?? []).map(({ name, optional, many }) => {
    const shown = many ? `${name}..` : name;
    return optional ? `[${shown}]` : `<${shown}>`;
  });
  const form = [command.words.at(-1), ...positionals].join(' ');
  parent.command(form, command.summary, (sub) => {
    for (const { name, describe, choices } of command.positionals ?? []) {
      sub.positional(name, { describe, type: 'string', ...(choices ? { choices } : {}) });
    }
    withOptions(sub, command.options ?? {});
    if (isForPeople(command)) sub.hide('json');
    sub.epilogue([examplesOf(command.examples), ...(command.notes ? ['', command.notes] : [])].join('\n'));
    return sub.usage(`$0 ${[...command.words, ...positionals].join(' ')}\n\n${command.summary}`);
  });
}

function examplesOf(examples: Command['examples']): string {
  return ['Examples:', ...examples.map(([line, does]) => `  ${trackerName()} ${line}\n      ${does}`)].join(
    '\n',
  );
}

function withOptions(parent: Argv, options: Readonly<Record<string, OptionSpec>>): Argv {
  for (const [name, { describe, value, choices }] of Object.entries(options)) {
    if (name === 'help') continue;
    const type: Options = value === undefined ? { type: 'boolean' } : { type: 'string', requiresArg: true };
    parent.option(name, { describe, ...type, ...(choices ? { choices } : {}) });
  }
  return parent;
}
