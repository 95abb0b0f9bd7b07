/** What Tab completes: options and their listed values. Where a file or a command may stand, the shell offers its own. */
import { OPTIONS } from './command-line.ts';
import { THEMES } from './theme.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--theme': Object.keys(THEMES),
  '--size': ['80x24', '120x40', '200x60'],
  '--file': [],
  '--svg': [],
};

/** What may stand at the cursor. The last word of `line`, without the program's name, is begun, or empty. */
export function completions(line: readonly string[]): string[] {
  // bash has cut `--theme=l` into three.
  const words = line.filter((word) => word !== '=');
  const before = words.slice(0, -1);
  if (before.includes('--')) return [];
  const known = VALUES[before.at(-1) ?? ''] ?? Object.keys(OPTIONS).map((name) => `--${name}`);
  return known.filter((word) => word.startsWith(words.at(-1) ?? ''));
}
