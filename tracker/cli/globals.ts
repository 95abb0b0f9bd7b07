/** The options that every command has. They may stand anywhere before a lone `--`, and are taken out before it is parsed. */
import { trackerName } from '../../shared/own-package.ts';
import type { Invocation } from './command.ts';
import { calledName, flagGiven, GLOBAL_OPTIONS, parseWords } from './parse.ts';
import { usage } from './trouble.ts';

/** One of them, and the value it was given, if any. */
export type GivenGlobal = readonly [name: string, value: string | undefined];

/** What a menu, a pipe or a script is told at its start, and none of its lines can tell it: on the command line, with these options. */
const AT_THE_START = new Map([
  ['file', 'which memory a menu, a pipe or a script works on is said at its start'],
  ['json', 'whether a pipe or a script answers in JSON is said at its start'],
  ['version', 'the version is asked for on the command line'],
]);

export function splitGlobals(argv: readonly string[]): { words: string[]; given: GivenGlobal[] } {
  const words: string[] = [];
  const given: GivenGlobal[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--') return { words: [...words, ...argv.slice(i)], given };
    const [, name = '', value] = /^--([a-z]+)(?:=(.*))?$/s.exec(word) ?? [];
    const version = name === 'version' && words.length === 0;
    if (word === '-h') given.push(['help', undefined]);
    else if (!version && !Object.hasOwn(GLOBAL_OPTIONS, name)) words.push(word);
    else if (
      GLOBAL_OPTIONS[name]?.value === undefined ||
      value !== undefined ||
      argv[i + 1]?.startsWith('--')
    )
      given.push([name, value]);
    else given.push([name, valueApart(argv[++i])]);
  }
  return { words, given };
}

/** The word behind an option as its value; none where it looks like another option. */
function valueApart(word: string | undefined): string | undefined {
  return word !== undefined && /^-./.test(word) ? undefined : word;
}

/** The flags that are on, and the values. Throws on what makes no sense. */
export function checkGlobals(given: readonly GivenGlobal[]): Map<string, string> {
  const globals = new Map<string, string>();
  for (const [name, value] of given) {
    const placeholder = GLOBAL_OPTIONS[name]?.value;
    if (placeholder === undefined) {
      if (flagGiven(name, value)) globals.set(name, '');
    } else {
      if (!value)
        throw usage(
          `--${name} needs a value: --${name} ${placeholder}; one that begins with - follows =: --${name}=${placeholder}`,
        );
      if (globals.has(name)) throw usage(`--${name} was given more than once`);
      globals.set(name, value);
    }
  }
  return globals;
}

/** Understands a line of the menu, a pipe or a script, or throws a usage `Trouble`. */
export function parseLine(line: readonly string[]): Invocation {
  const { words, given } = splitGlobals(line);
  for (const [name] of given) {
    const why = AT_THE_START.get(name);
    if (why === undefined) continue;
    const value = GLOBAL_OPTIONS[name]?.value;
    throw usage(`--${name}: ${why}: ${trackerName()} --${name}${value === undefined ? '' : ` ${value}`}`);
  }
  return checkGlobals(given).has('help') ? helpOn(words) : parseWords(words, ['help']);
}

/** What `--help` beside `words` asks for: help on the command that they call, whatever else they say. */
export function helpOn(words: readonly string[]): Invocation {
  const name = calledName(words);
  return parseWords(name === '' ? ['help'] : ['help', ...name.split(' ')]);
}
