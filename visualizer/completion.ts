/** What Tab completes: options and their listed values. Where a file or a command may stand, the shell offers its own. */
import { OPTIONS } from './command-line.ts';
import { THEMES } from './theme.ts';

const VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['--theme', Object.keys(THEMES)],
  ['--size', ['80x24', '120x40', '200x60']],
  ['--file', []],
  ['--svg', []],
]);

const OF_PICTURE = ['once', 'size', 'text', 'ansi', 'svg'];
/** Of each of these one at most. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['text', 'ansi', 'svg'],
  ['ascii', 'no-ascii'],
  ...OF_PICTURE.map((option) => ['plain', option]),
];

/** What may stand at the cursor. The last word of `line`, without the program's name, is begun, or empty. */
export function completions(line: readonly string[]): string[] {
  // bash has cut `--theme=l` into three, and `--theme=` into two.
  if (line.at(-1) === '=') return completions([...line, '']);
  // zsh has not cut it.
  const [, option, value = ''] = /^(--[^=]+)=(.*)$/s.exec(line.at(-1) ?? '') ?? [];
  if (option !== undefined) {
    const values = completions([...line.slice(0, -1), option, '=', value]);
    return values.map((word) => `${option}=${word}`);
  }
  const before = line.slice(0, -1).filter((word) => word !== '=');
  if (before.includes('--')) return [];
  const others = line.at(-2) === '=' ? [] : optionsAfter(before);
  const known = VALUES.get(before.at(-1) ?? '') ?? others;
  return known.filter((word) => word.startsWith(line.at(-1) ?? ''));
}

/** Those that the command line takes in addition to the ones it has. */
function optionsAfter(words: readonly string[]): string[] {
  const names = Object.keys(OPTIONS);
  const beforeEqualSigns = words.map((word) => word.replace(/=.*/s, ''));
  const given = names.filter((name) => beforeEqualSigns.includes(`--${name}`));
  const excluded = EXCLUSIVE.filter((group) => group.some((name) => given.includes(name))).flat();
  return names.filter((name) => !given.includes(name) && !excluded.includes(name)).map((name) => `--${name}`);
}
