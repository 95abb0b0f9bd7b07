/**
 * One line of a script, a pipe or the menu, cut into words. White space separates, quotes ('…' or "…") keep
 * together, `#` at the beginning of a word starts a comment. Nothing is expanded.
 */
import { usage } from './trouble.ts';

const WORD = /\s*(?:(#.*)|((?:"[^"]*"|'[^']*'|[^\s"'])+)|(["'].*))/y;

/** The words of `line`; none for a blank line or a comment. Throws on a quote that is never closed. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  const text = line.trimEnd();
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const match = WORD.exec(text);
    if (!match) break;
    const [, comment, word, open] = match;
    if (comment !== undefined) break;
    if (open !== undefined) throw usage(`a quote is never closed: ${open[0]}`);
    if (word !== undefined) words.push(word.replace(/"([^"]*)"|'([^']*)'/g, (_, a, b) => a ?? b));
  }
  return words;
}

/** The words again as one line that `splitWords` cuts the same way: what the status file keeps as its command. */
export function joinWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[^\s"'#]+$/.test(word) ? word : word.includes('"') ? `'${word}'` : `"${word}"`))
    .join(' ');
}
