/**
 * What Tab completes. Commands and options come from yargs, through the command table. Listed words, before which yargs
 * would put all options, come from here, as does what only the memory knows, its processes and segments. Where a file may
 * stand the answer is empty: the shell then offers the files it sees.
 */

import type { Status } from '../../shared/status.ts';
import { readStatusFile } from '../../shared/status-file/read.ts';
import type { Command, OptionSpec, PositionalSpec } from './command.ts';
import { GLOBAL_OPTIONS } from './parse.ts';
import { COMMANDS } from './registry.ts';

/**
 * What may stand at the cursor, a word a line. Behind its own option `argv` has the words of the command line so far, the
 * last of which is begun, or empty. `usualFile`: the status file where the line names none.
 */
export async function completions(argv: readonly string[], usualFile: string): Promise<string> {
  const typed = argv.slice(argv.indexOf('--get-yargs-completions') + 2);
  // Behind a sign that bash has cut off, a value may begin.
  const behindSign = typed.at(-1) === '=';
  const line = cutAtEquals(behindSign ? [...typed, ''] : typed);
  const words = line.slice(0, -1);
  const begun = line.at(-1) ?? '';
  // zsh has not cut `--policy=l`.
  const [, option] = /^(--[^=]+)=/.exec(begun) ?? [];
  const place = placeAfter(option === undefined ? words : [...words, option]);
  if (behindSign && (place === null || 'positional' in place)) return '';
  const known =
    begun.startsWith('-') && option === undefined
      ? null
      : wordsFor(place, words, fileNamed(words) ?? usualFile);
  if (known !== null) {
    const whole = option === undefined ? known : known.map((word) => `${option}=${word}`);
    return whole.filter((word) => word.startsWith(begun)).join('\n');
  }
  const { yargsCompletions } = await import('./help.ts');
  return yargsCompletions(argv);
}

/** bash has cut `--file=x` into three already. */
function cutAtEquals(line: readonly string[]): string[] {
  const cut = line.flatMap((word, at) => {
    const [, option, value] = at < line.length - 1 ? (/^(--[^=]+)=(.*)$/s.exec(word) ?? []) : [];
    return option === undefined ? [word] : [option, value ?? ''];
  });
  return cut.filter((word, at) => word !== '=' || !cut[at - 1]?.startsWith('--'));
}

/** What the next word would be: the value of an option, a positional, or (null) something else. */
type Place = { readonly option: OptionSpec } | { readonly positional: PositionalSpec } | null;

function placeAfter(words: readonly string[]): Place {
  const plain: string[] = [];
  let command: Command | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const specs: Readonly<Record<string, OptionSpec>> = { ...GLOBAL_OPTIONS, ...command?.options };
    const option = word.startsWith('--') ? specs[word.slice(2)] : undefined;
    if (option?.value !== undefined) {
      if (i + 1 === words.length) return { option };
      i++;
    } else if (!word.startsWith('-')) plain.push(word);
    command ??= COMMANDS.find((each) => each.words.every((name, at) => plain[at] === name));
  }
  const positionals = command?.positionals ?? [];
  const index = plain.length - (command?.words.length ?? 0);
  const last = positionals.at(-1);
  const positional = positionals[index] ?? (last?.many ? last : undefined);
  return positional ? { positional } : null;
}

/** The words that may stand there; null where yargs knows them better. */
function wordsFor(place: Place, words: readonly string[], statusFile: string): readonly string[] | null {
  if (place === null) return null;
  if ('option' in place) return place.option.choices ?? [];
  switch (place.positional.of) {
    case 'files':
      return [];
    case 'commands':
      return commandWords(words.slice(words.indexOf('help') + 1));
    case 'processes':
      return inMemory(statusFile, ({ paging }) => paging.processes.map(({ pid }) => pid));
    case 'segments':
      return inMemory(statusFile, ({ segmentation }) => segmentation.segments.map(({ id }) => `${id}`));
    default:
      return place.positional.choices ?? null;
  }
}

/** The words that go on from `before` to the name of a command. */
function commandWords(before: readonly string[]): readonly string[] {
  const going = COMMANDS.filter(({ words }) => before.every((word, at) => words[at] === word));
  return [...new Set(going.flatMap(({ words }) => words.slice(before.length, before.length + 1)))];
}

function fileNamed(words: readonly string[]): string | undefined {
  const at = words.indexOf('--file');
  return at < 0 ? undefined : words[at + 1];
}

function inMemory(statusFile: string, words: (status: Status) => readonly string[]): readonly string[] {
  const read = readStatusFile(statusFile);
  return read.kind === 'ok' ? words(read.status) : [];
}
