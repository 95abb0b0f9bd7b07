/** The reference string of `--refs`: the string itself, or what a file or standard input holds, where `#` begins a comment. */
import type { Readable } from 'node:stream';
import { parseReferenceString, type References } from '../analysis/reference-string.ts';
import { inputName, isStdin, readWhole } from './input-file.ts';
import { Trouble, usage } from './trouble.ts';

/** The file that `word`, a string, `@FILE` or `-`, asks to be read; null where it is the string. */
export function fileOfReferences(word: string): string | null {
  if (isStdin(word)) return word;
  return word.startsWith('@') ? word.slice(1) : null;
}

/** Throws `usage` or `bad-file` where that is no reference string. */
export async function referencesAsked(word: string, stdin: Readable): Promise<References> {
  const file = fileOfReferences(word);
  if (file === null) {
    const parsed = parseReferenceString(word);
    if (parsed.ok) return parsed;
    throw usage(`--refs: ${parsed.message}`);
  }
  const text = (await readWhole(file, stdin, 'the references')).toString();
  const parsed = parseReferenceString(text.replace(/#.*/g, ''));
  if (parsed.ok) return parsed;
  throw new Trouble(
    'bad-file',
    `${inputName(file)}:${lineOfReference(text, parsed.position)}: ${parsed.message}`,
  );
}

/** The line, counted from 1, that holds reference `position` of a text with comments; 1 where there is none. */
function lineOfReference(text: string, position: number): number {
  let seen = 0;
  for (const [index, line] of text.split('\n').entries()) {
    seen += line
      .replace(/#.*/, '')
      .split(/[\s,]+/)
      .filter((word) => word !== '').length;
    if (position > 0 && seen >= position) return index + 1;
  }
  return 1;
}
