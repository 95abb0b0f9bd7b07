/** Lines of a stream as they come: for a pipe of commands and for the menu, on a terminal or not. */
import type { Readable } from 'node:stream';
import { Trouble } from './trouble.ts';
import { wordsOrNone } from './words.ts';

/** A line longer than this is no command. */
const LONGEST = 1024 * 1024;

/** `leave` is what the menu itself calls it. */
const LEAVING = new Set(['q', 'quit', 'exit', 'leave']);

/** Whether a line is a word that leaves the menu or ends a pipe. It is no command: elsewhere there is nothing to leave. */
export function leaves(line: string): boolean {
  const [word = '', ...more] = wordsOrNone(line) ?? [];
  return more.length === 0 && LEAVING.has(word.toLowerCase());
}

/** Lines without their line feed, the last one also where no line feed ends it. A line beyond LONGEST is `bad-file`. */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  let number = 1;
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST)
      throw new Trouble(
        'bad-file',
        `stdin:${number + lines.length}: found a line of more than ${LONGEST} characters, expected a command`,
      );
    for (const line of lines) yield line.replace(/\r$/, '');
    number += lines.length;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
