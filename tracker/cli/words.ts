/**
 * One line of a script, a pipe or the menu, cut into words. White space separates, quotes ('…' or "…") keep
 * together, `#` at the beginning of a word starts a comment. Nothing is expanded.
 */
import { Trouble, usage } from './trouble.ts';

/** One piece at a time: an expression that repeated them would run out of stack on a line of megabytes. */
const PIECE = /(\s+)|"([^"]*)"|'([^']*)'|([^\s"']+)|(["'])/y;

/** The words of `line`; none for a blank line or a comment. Throws on a quote that is never closed. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let pieces: string[] = [];
  const end = () => {
    if (pieces.length > 0) words.push(pieces.join(''));
    pieces = [];
  };
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(line); match; match = PIECE.exec(line)) {
    const [, space, double, single, plain, open] = match;
    if (open !== undefined) throw usage(`a quote is never closed: ${open}`);
    if (pieces.length === 0 && plain?.startsWith('#')) break;
    if (space !== undefined) end();
    else pieces.push(double ?? single ?? plain ?? '');
  }
  end();
  return words;
}

/** Null where a quote is never closed. */
export function wordsOrNone(line: string): string[] | null {
  try {
    return splitWords(line);
  } catch (error) {
    if (error instanceof Trouble) return null;
    throw error;
  }
}

/** The words again as one line that `splitWords` cuts the same way: what the status file keeps as its command. */
export function joinWords(words: readonly string[]): string {
  return words.map(quotedWhereNeeded).join(' ');
}

function quotedWhereNeeded(word: string): string {
  if (/^[^\s"'#]+$/.test(word)) return word;
  if (word.includes('"') && !word.includes("'")) return `'${word}'`;
  return `"${word.replaceAll('"', `"'"'"`)}"`;
}
