/** A file that a command names to be read from its beginning to its end, once. It may be a FIFO, and `-` is standard input. */
import { constants, createReadStream, openSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { printable } from '../../shared/printable.ts';
import type { Session } from '../session.ts';
import { Trouble, usage } from './trouble.ts';
import { unreadable } from './unreadable.ts';

const STDIN = '-';

/** What people write themselves is read whole; nobody writes one this long. */
const MOST_BYTES = 16 * 1024 * 1024;

export function isStdin(word: string): boolean {
  return word === STDIN;
}

/** For messages; printable. */
export function inputName(word: string): string {
  return isStdin(word) ? 'stdin' : printable(word);
}

/** Refuses `-` in a command that the menu, a pipe or a script calls on `session`: their commands may come from there. */
export function checkInput(word: string, session: Session | undefined): void {
  if (isStdin(word) && session !== undefined)
    throw usage('- is standard input, which is read from the command line only: name a file instead');
}

/** Throws the system's error. */
export function openInput(word: string, stdin: Readable): AsyncIterable<Uint8Array | string> {
  return isStdin(word) ? stdin : openStream(word);
}

/** A FIFO is polled: opened as a file, it would hold the process until a writer comes, deaf to every signal. */
function openStream(path: string): Readable {
  if (!statSync(path).isFIFO()) return createReadStream(path);
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

/**
 * All of it. `what` it should hold is for messages: `the script`. It may have no end (`yes | run -`): never more than
 * needed is read. Throws `no-input`, and `bad-file` where there is too much.
 */
export async function readWhole(word: string, stdin: Readable, what: string): Promise<Buffer> {
  const name = inputName(word);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of openInput(word, stdin)) {
      chunks.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > MOST_BYTES) break;
    }
  } catch (error) {
    throw unreadable(name, what, error);
  }
  if (length > MOST_BYTES)
    throw new Trouble('bad-file', `${name}:1: found a larger file, expected ${what} in 16 MiB at most`);
  return Buffer.concat(chunks);
}
