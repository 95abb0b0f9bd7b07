/** The reference string of `--refs`: the string itself, or what a file or standard input holds, where `#` begins a comment. */
import { readFileSync } from 'node:fs';
import { printable } from '../../shared/printable.ts';
import { parseReferenceString, type References } from '../analysis/reference-string.ts';
import { Trouble, usage } from './trouble.ts';
import { unreadable } from './unreadable.ts';

/** `word` is the string, `@FILE`, or `-`. */
export function referencesAsked(word: string): References {
  const name = word === '-' ? 'stdin' : word.startsWith('@') ? word.slice(1) : null;
  if (name === null) {
    const parsed = parseReferenceString(word);
    if (parsed.ok) return parsed;
    throw usage(`--refs: ${parsed.message}`);
  }
  let text: string;
  try {
    text = readFileSync(word === '-' ? 0 : name, 'utf8');
  } catch (error) {
    throw unreadable(printable(name), 'the references', error);
  }
  const parsed = parseReferenceString(text.replace(/#.*/g, ''));
  if (parsed.ok) return parsed;
  const line = lineOfReference(text, parsed.position);
  throw new Trouble('bad-file', `${printable(name)}:${line}: ${parsed.message}`);
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
