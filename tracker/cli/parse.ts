/**
 * The one parser of all doors: words in, a command and its arguments out. The words may come from the
 * command line, from the menu's prompt or from a line of a script; the tokens are cut by yargs' own parser, set to
 * leave every value a string (`1e3` is a fine name for a process).
 */
import Parser from 'yargs-parser';
import { printable } from '../../shared/printable.ts';
import { Arguments } from './arguments.ts';
import { type Command, commandName, type Invocation, isForPeople, type OptionSpec } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { COMMANDS } from './registry.ts';
import { usage } from './trouble.ts';
import { joinWords } from './words.ts';

const CONFIGURATION = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'duplicate-arguments-array': true,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'short-option-groups': false,
  'strip-aliased': true,
};

/** Options that every command takes on the command line, and none takes in a script, a pipe or the menu. */
export const GLOBAL_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  file: {
    describe: 'The status file (default: MEMORY_STATUS_FILE, or memory_status.txt here)',
    value: 'PATH',
  },
  json: { describe: 'Answer with one JSON object a command, on one line' },
  help: { describe: 'Say what this command takes, with examples' },
};

/** Understands `words`, or throws a usage `Trouble`. `globals`: the options that all commands take there. */
export function parseWords(
  words: readonly string[],
  globals: readonly string[] = Object.keys(GLOBAL_OPTIONS),
): Invocation {
  const command = findCommand(words);
  const specs = command.options ?? {};
  const named = Object.entries(specs);
  const parsed = Parser(joinValues(words.slice(command.words.length), specs), {
    string: named.filter(([, spec]) => spec.value !== undefined).map(([name]) => name),
    boolean: named.filter(([, spec]) => spec.value === undefined).map(([name]) => name),
    configuration: CONFIGURATION,
  });
  const positionals = parsed._.map(String);
  const options = new Map<string, string | true>();
  for (const [name, value] of Object.entries(parsed)) {
    if (name === '_' || (value === false && specs[name]?.value === undefined)) continue;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) throw unknownOption(command, name, [...Object.keys(specs), ...globals]);
    options.set(name, optionValue(name, spec, value));
  }
  checkPositionals(command, positionals);
  return { command, args: new Arguments(command, positionals, options), text: joinWords(words) };
}

/**
 * `--refs -` as `--refs=-`: an option takes the word behind it for its value, also one that begins with a single dash;
 * `--write` as `--write=true`: a flag takes none, whatever that word is.
 */
function joinValues(words: readonly string[], specs: Readonly<Record<string, OptionSpec>>): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') return [...joined, ...words.slice(i)];
    const next = words[i + 1];
    const [, name = '', value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) joined.push(word);
    else if (spec.value === undefined) joined.push(`--${name}=${flagGiven(name, value)}`);
    else if (value === undefined && next !== undefined && !next.startsWith('--'))
      joined.push(`${word}=${words[++i]}`);
    else joined.push(word);
  }
  return joined;
}

/** Whether a flag is on: it stands alone, or says `=true` or `=false`. */
export function flagGiven(name: string, value: string | undefined): boolean {
  if (value === undefined || value === 'true') return true;
  if (value === 'false') return false;
  throw usage(`--${name}: found '${printable(value, 40)}', expected no value`);
}

/** The command that the first word or two words call. */
export function findCommand(words: readonly string[]): Command {
  const [first = '', second = ''] = words;
  const family = COMMANDS.filter((command) => command.words[0] === first);
  const found = family.find((command) => command.words[1] === undefined || command.words[1] === second);
  if (found) return found;
  if (family.length > 0) {
    const followers = family.map((command) => command.words[1]).join(', ');
    throw usage(
      `'${first}' is followed by one of: ${followers}${second ? `; found '${printable(second, 40)}'` : ''}`,
    );
  }
  const hint =
    secondWord(first) || didYouMean(first, [...new Set(COMMANDS.map(({ words }) => words[0] ?? ''))]);
  throw usage(`there is no command '${printable(first, 40)}'${hint}; 'help' lists them all`);
}

/** Where `word` is the second word of commands, such as `compact`: the commands in whole. */
function secondWord(word: string): string {
  const names = COMMANDS.filter(({ words }) => words[1] === word).map(
    (command) => `'${commandName(command)}'`,
  );
  return names.length === 0 ? '' : ` (did you mean ${names.join(' or ')}?)`;
}

/** The word or words that call a command, also where the rest of the line makes no sense. */
export function calledName(words: readonly string[]): string {
  const pair = COMMANDS.some(
    (command) => command.words.length > 1 && command.words.every((word, i) => words[i] === word),
  );
  return words.slice(0, pair ? 2 : 1).join(' ');
}

/** How the command is called: `alloc PID [PAGES] [--bytes N]`. */
export function synopsis(command: Command): string {
  const positionals = (command.positionals ?? []).map(({ name, optional, many }) => {
    const shown = `${name.toUpperCase()}${many ? ' …' : ''}`;
    return optional ? `[${shown}]` : shown;
  });
  const options = Object.entries(command.options ?? {}).map(
    ([name, { value }]) => `[--${name}${value === undefined ? '' : ` ${value}`}]`,
  );
  return [...command.words, ...positionals, ...options].join(' ');
}

function optionValue(name: string, spec: OptionSpec, value: unknown): string | true {
  if (Array.isArray(value)) throw usage(`--${name} was given more than once`);
  if (spec.value === undefined) return true;
  if (typeof value !== 'string' || value === '')
    throw usage(`--${name} needs a value: --${name} ${spec.value}`);
  if (spec.choices && !spec.choices.includes(value)) {
    const why = spec.elsewhere?.get(value);
    const hint = why === undefined ? '' : `; ${why}`;
    const found = `'${printable(value, 40)}'${didYouMean(value, spec.choices)}`;
    throw usage(`--${name}: found ${found}, expected ${spec.choices.join(', ')}${hint}`);
  }
  return value;
}

function checkPositionals(command: Command, words: readonly string[]): void {
  const specs = command.positionals ?? [];
  const missing = specs.find((spec, index) => !spec.optional && words[index] === undefined);
  if (missing) throw usage(`${missing.name.toUpperCase()} is missing: ${synopsis(command)}`);
  const extra = specs.some((spec) => spec.many) ? undefined : words[specs.length];
  if (extra === undefined) return;
  const quoted = Object.values(command.options ?? {}).find((spec) => spec.quoted)?.quoted;
  const hint =
    quoted === undefined ? synopsis(command) : `a value of several words stands in quotes, as in ${quoted}`;
  throw usage(`'${printable(extra, 40)}' is one word too many: ${hint}`);
}

function unknownOption(command: Command, name: string, known: readonly string[]): Error {
  if (/^\d/.test(name))
    return usage(`found '-${printable(name, 40)}', expected no negative number: ${synopsis(command)}`);
  const option = name.length === 1 ? `-${name}` : `--${printable(name, 40)}`;
  const takes = known.filter((each) => each !== 'json' || !isForPeople(command));
  const guess = didYouMean(name, takes, '--');
  return usage(
    `${commandName(command)} has no option ${option}${guess}; it takes ${takes.map((each) => `--${each}`).join(', ')}`,
  );
}
