/**
 * The status file, read whole. Never locks: a writer replaces the file by renaming, so whoever opens it holds one
 * complete version, whatever happens to the name meanwhile.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Status } from '../status.ts';
import { parseStatus } from '../status-text/parse.ts';
import type { Problem } from '../status-text/problem.ts';
import { errnoOf, ioError, notPlain, type StatusFileError } from './status-file-error.ts';

export type StatusFile =
  | { readonly kind: 'ok'; readonly status: Status; readonly bytes: Uint8Array }
  | { readonly kind: 'bad'; readonly problem: Problem }
  | Nothing;

/** There is nothing to understand. */
type Nothing =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly error: StatusFileError };

export type FileContent =
  /** `stamp`: what to pass on to the next look; empty for a small file. */
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly stamp: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'bad'; readonly problem: Problem }
  | Nothing;

/** Memory of at least so many bytes. */
export type Room = (size: number) => ArrayBufferLike;

/** More than the largest memory comes to, and little enough to be held beside all that a program needs. */
export const MAX_BYTES = 384 * 1024 * 1024;

/** To read so much every second for nothing would cost more than all else. */
export const LARGE_BYTES = 16 * 1024 * 1024;

/** Never throws and never waits, whatever `path` is. */
export function readStatusFile(path: string): StatusFile {
  const content = readContent(path, null);
  return content.kind === 'read' ? understood(content.bytes) : content;
}

/** What was read of a status file. */
export function understood(bytes: Uint8Array): StatusFile {
  const parsed = parseStatus(bytes);
  return parsed.ok ? { kind: 'ok', status: parsed.status, bytes } : { kind: 'bad', problem: parsed.problem };
}

/**
 * The same without understanding it. A large file is not read again while the system says that it is the one that had
 * `lastStamp`: it cannot be written twice within a tick of the system's clock. It is read into the memory that `room`
 * answers for its size.
 */
export function readContent(path: string, lastStamp: null): Exclude<FileContent, { kind: 'unchanged' }>;
export function readContent(path: string, lastStamp: string, room: Room): FileContent;
export function readContent(path: string, lastStamp: string | null, room?: Room): FileContent {
  try {
    // Without O_NONBLOCK, opening a FIFO would wait for a writer.
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(fd, { bigint: true });
      if (!stat.isFile()) throw notPlain('read', path);
      const { dev, ino, size, mtimeNs, ctimeNs } = stat;
      if (size > MAX_BYTES) return { kind: 'bad', problem: tooLarge(size) };
      const stamp = size < LARGE_BYTES ? '' : [dev, ino, size, mtimeNs, ctimeNs].join(' ');
      if (stamp !== '' && stamp === lastStamp) return { kind: 'unchanged' };
      if (stamp === '' || !room) return { kind: 'read', bytes: readFileSync(fd), stamp };
      const bytes = readInto(room(Number(size)), fd);
      // Written over in place meanwhile, by a small one.
      if (bytes.length < LARGE_BYTES) return { kind: 'read', bytes: bytes.slice(), stamp: '' };
      return { kind: 'read', bytes, stamp };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT') return { kind: 'missing' };
    // ENXIO is what a socket answers to being opened.
    const worded = errno === 'ENXIO' ? notPlain('read', path) : ioError('read', path, error);
    return { kind: 'unreadable', error: worded };
  }
}

/** As much of the file as there is room for. */
function readInto(room: ArrayBufferLike, fd: number): Uint8Array {
  const bytes = new Uint8Array(room);
  let length = 0;
  for (let got = -1; got !== 0 && length < bytes.length; length += got) {
    got = readSync(fd, bytes, length, bytes.length - length, null);
  }
  return bytes.subarray(0, length);
}

function tooLarge(size: bigint): Problem {
  return { line: 1, found: `a file of ${size} bytes`, expected: `a status file, at most ${MAX_BYTES} bytes` };
}
