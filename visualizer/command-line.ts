/** The arguments and the environment: what is to be done, on which file, and how it is to look. */
import { parseArgs } from 'node:util';
import { visualizerCommand, visualizerName } from '../shared/own-package.ts';
import { usualFile } from '../shared/status-file/usual-file.ts';
import { MIN_HEIGHT, MIN_WIDTH } from './layout.ts';
import { THEMES, type ThemeName } from './theme.ts';
import { plain } from './view/wording.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a picture of the dashboard is written as. */
export type Format =
  | { readonly kind: 'text' }
  | { readonly kind: 'ansi' }
  /** `-` is the standard output. */
  | { readonly kind: 'svg'; readonly file: string };

export type Mode =
  | { readonly kind: 'dashboard' }
  /** A line for each change. */
  | { readonly kind: 'narration' }
  /** Everything there is to say, once, as text of any length. */
  | { readonly kind: 'report' }
  /** The dashboard, once; without a size it gets the terminal's. */
  | { readonly kind: 'picture'; readonly format: Format; readonly size: Size | null };

export interface Options {
  readonly mode: Mode;
  readonly file: string;
  readonly theme: ThemeName;
  /** Nothing but ASCII is written. */
  readonly ascii: boolean;
  /** The command to run for as long as we watch, or empty. */
  readonly command: readonly string[];
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** A shell asks how `line` may go on. */
  | { readonly kind: 'completion'; readonly line: readonly string[] }
  | { readonly kind: 'usage'; readonly problem: string };

/** Said wrongly on the command line: the message says how to say it. */
class Usage extends Error {}

/** `onScreen`: there is a terminal that can show the dashboard. Where there is none, all is as if --once were said. */
export function parseCommandLine(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onScreen = true,
): CommandLine {
  // The name of the program follows, as it was typed.
  if (args[0] === '--get-yargs-completions') return { kind: 'completion', line: args.slice(2) };
  const dashes = args.indexOf('--');
  const own = dashes < 0 ? args : args.slice(0, dashes);
  const command = dashes < 0 ? [] : args.slice(dashes + 1);
  try {
    const tokens = tokensOf(own);
    const stray = firstWord(tokens);
    if (stray >= 0) throw new Usage(howToRun(args.slice(stray), env));
    checkOptions(tokens);
    const { values } = wordsOf(own);
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    if (values.file === '') throw new Usage('--file needs the path of a status file');
    if (dashes >= 0 && !command[0]) throw new Usage('-- needs a command after it');
    const file = values.file ?? usualFile(env);
    const mode = modeOf(values, onScreen);
    const theme = themeOf(values.theme, env);
    return { kind: 'run', options: { mode, file, theme, ascii: asciiOf(values, env), command } };
  } catch (error) {
    if (error instanceof Usage) return { kind: 'usage', problem: error.message };
    // parseArgs explains in several sentences; the first says what is wrong.
    const [problem = 'unknown option'] = (error as Error).message.split(/\.\s/);
    return { kind: 'usage', problem: plain(problem, 120) };
  }
}

type Values = ReturnType<typeof wordsOf>['values'];

export const OPTIONS = {
  file: { type: 'string' },
  once: { type: 'boolean' },
  plain: { type: 'boolean' },
  size: { type: 'string' },
  text: { type: 'boolean' },
  ansi: { type: 'boolean' },
  svg: { type: 'string' },
  theme: { type: 'string' },
  ascii: { type: 'boolean' },
  'no-ascii': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

function wordsOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS });
}

function tokensOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true }).tokens;
}

type Tokens = ReturnType<typeof tokensOf>;

/** Refuses an option without its value, and one that is given two. */
function checkOptions(tokens: Tokens): void {
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !isOption(token.name)) continue;
    const { name, value, inlineValue } = token;
    if (OPTIONS[name].type === 'boolean') continue;
    if (given.has(name)) throw new Usage(`--${name} was given more than once`);
    given.add(name);
    if (inlineValue) continue;
    if (value === undefined || value.startsWith('--')) throw new Usage(`--${name} needs a value`);
    if (/^-./.test(value))
      throw new Usage(
        `--${name} needs a value; one that begins with - follows =: --${name}=${plain(value, 40)}`,
      );
  }
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}

/**
 * Where a word stands that belongs to no option; −1 when none does. What follows an unknown option may be its
 * value, so that the option is the one to complain of.
 */
function firstWord(tokens: Tokens): number {
  const stray = tokens.find((token) => token.kind !== 'option' || !isOption(token.name));
  return stray?.kind === 'positional' ? stray.index : -1;
}

/** What was meant by a command in the wrong place. npm takes the first -- for itself. */
function howToRun(command: readonly string[], env: NodeJS.ProcessEnv): string {
  const words = plain(command.join(' '), 60);
  const [where, visualizer] =
    env.npm_lifecycle_event === 'visualizer'
      ? ['after a second --, npm having taken the first', visualizerCommand(false)]
      : ['after --', visualizerName()];
  return `unexpected: ${words}. A command to run while watching comes ${where}: ${visualizer} -- ${words}`;
}

function modeOf(values: Values, onScreen: boolean): Mode {
  const formats = (['text', 'ansi', 'svg'] as const).filter((name) => values[name] !== undefined);
  const ofPicture = [...formats, ...(values.size === undefined ? [] : ['size'])];
  if (values.plain) {
    const other = values.once ? 'once' : ofPicture[0];
    if (other) throw new Usage(`--plain goes on watching, --${other} does not: choose one of them`);
    return { kind: 'narration' };
  }
  if (!values.once && onScreen) {
    if (ofPicture[0]) throw new Usage(`--${ofPicture[0]} is about one picture: add --once`);
    return { kind: 'dashboard' };
  }
  if (formats.length > 1) throw new Usage(`choose one of --${formats.join(' and --')}`);
  const size = values.size === undefined ? null : sizeOf(values.size);
  const format = formatOf(values);
  return format.kind === 'text' && size === null ? { kind: 'report' } : { kind: 'picture', format, size };
}

function formatOf({ ansi, svg }: Values): Format {
  if (svg === undefined) return { kind: ansi ? 'ansi' : 'text' };
  if (svg === '') throw new Usage('--svg needs the path of a picture, or - for the standard output');
  return { kind: 'svg', file: svg };
}

/** Larger than any terminal. */
const MAX_SIZE: Size = { width: 1000, height: 500 };

function sizeOf(text: string): Size {
  const [, width, height] = (/^(\d{1,6})[x×](\d{1,6})$/i.exec(text) ?? []).map(Number);
  if (width === undefined || height === undefined) {
    throw new Usage(`--size is columns x lines, such as 120x40, not ${plain(text, 40)}`);
  }
  if (width < MIN_WIDTH || height < MIN_HEIGHT) {
    throw new Usage(
      `--size ${width}x${height} is too small: the dashboard needs at least ${MIN_WIDTH}x${MIN_HEIGHT}`,
    );
  }
  if (width > MAX_SIZE.width || height > MAX_SIZE.height) {
    throw new Usage(`--size ${width}x${height} is too large: at most ${MAX_SIZE.width}x${MAX_SIZE.height}`);
  }
  return { width, height };
}

const THEME_VARIABLE = 'MEMORY_VISUALIZER_THEME';

/** What was asked for just now comes before NO_COLOR, as no-color.org has it, and NO_COLOR before the variable. */
function themeOf(asked: string | undefined, env: NodeJS.ProcessEnv): ThemeName {
  if (asked !== undefined) return themeNamed(asked, '--theme');
  if (env.NO_COLOR) return 'mono';
  return env[THEME_VARIABLE] ? themeNamed(env[THEME_VARIABLE], THEME_VARIABLE) : 'dark';
}

function themeNamed(name: string, source: string): ThemeName {
  const names = Object.keys(THEMES) as ThemeName[];
  const found = names.find((candidate) => candidate === name);
  if (!found) throw new Usage(`${source} is one of ${names.join(', ')}, not ${plain(name, 40)}`);
  return found;
}

/**
 * ASCII by itself only where the locale names another encoding (where none is named, terminals know UTF-8 today), and on
 * the console of Linux, whose font has 512 glyphs at most: no dots of curves, few blocks. An SVG picture is not for it.
 */
function asciiOf(values: Values, env: NodeJS.ProcessEnv): boolean {
  if (values.ascii && values['no-ascii']) throw new Usage('choose one of --ascii and --no-ascii');
  if (values.ascii || values['no-ascii']) return values.ascii ?? false;
  if (env.TERM === 'linux' && values.svg === undefined) return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale !== '' && !/utf-?8/i.test(locale);
}
