/**
 * The status file, read whole. Never locks: a writer replaces the file by renaming, so whoever opens it holds one
 * complete version, whatever happens to the name meanwhile.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Status } from '../status.ts';
import { parseStatus } from '../status-text/parse.ts';
import type { Problem } from '../status-text/problem.ts';
import { errnoOf, ioError, notPlain } from './status-file-error.ts';

export type StatusFile =
  | { readonly kind: 'ok'; readonly status: Status; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'bad'; readonly problem: Problem }
  | { readonly kind: 'unreadable'; readonly error: Error };

/** More than the largest memory comes to, and little enough to be held beside all that a program needs. */
export const MAX_BYTES = 384 * 1024 * 1024;

/** Never throws and never waits, whatever `path` is. */
export function readStatusFile(path: string): StatusFile {
  let bytes: Uint8Array;
  try {
    const read = readBytes(path);
    if (typeof read === 'number') return { kind: 'bad', problem: tooLarge(read) };
    bytes = read;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT') return { kind: 'missing' };
    // ENXIO is what a socket answers to being opened.
    return {
      kind: 'unreadable',
      error: errno === 'ENXIO' ? notPlain('read', path) : ioError('read', path, error),
    };
  }
  const parsed = parseStatus(bytes);
  return parsed.ok ? { kind: 'ok', status: parsed.status, bytes } : { kind: 'bad', problem: parsed.problem };
}

/** The content, or only the size where that is too much. Without O_NONBLOCK, opening a FIFO would wait for a writer. */
function readBytes(path: string): Uint8Array | number {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw notPlain('read', path);
    return stat.size > MAX_BYTES ? stat.size : readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

function tooLarge(size: number): Problem {
  return { line: 1, found: `a file of ${size} bytes`, expected: `a status file, at most ${MAX_BYTES} bytes` };
}
