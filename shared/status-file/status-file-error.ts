/** Trouble with the status file on disk, worded for people: what happened, and what to do. */
import { printable } from '../printable.ts';

/** `locked`: someone else holds it. `io`: the disk or the permissions. `no-input`: there is no file. */
export type StatusFileCode = 'locked' | 'io' | 'no-input';

export class StatusFileError extends Error {
  readonly code: StatusFileCode;

  constructor(code: StatusFileCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StatusFileError';
    this.code = code;
  }
}

/** What may help, by errno. */
const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'see who may read and write the file and its directory',
  EPERM: 'see who may read and write the file and its directory',
  EROFS: 'the file system is read-only: choose a file elsewhere with --file',
  ENOENT: 'the directory must be there first: make it, or choose a file elsewhere with --file',
  ENOTDIR: 'a part of the path is not a directory: choose another with --file',
  ENOSPC: 'the disk is full: make room and try again',
  EDQUOT: 'the disk quota is used up: make room and try again',
  EFBIG: 'the file may not become this large: see ulimit -f',
  EMFILE: 'too many files are open: close some programs and try again',
  ENFILE: 'too many files are open: close some programs and try again',
  ENAMETOOLONG: 'choose a shorter name with --file',
  ELOOP: 'its symbolic links lead in a circle: choose another file with --file',
};

/** An error of the operating system while `doing` something to `path`. One that is worded already is left alone. */
export function ioError(doing: string, path: string, cause: unknown): StatusFileError {
  if (cause instanceof StatusFileError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const advice = ADVICE[errnoOf(cause)] ?? 'see what is the matter there and try again';
  return new StatusFileError('io', printable(`cannot ${doing} ${path}: ${text}; ${advice}`, 1000), cause);
}

/** A directory, a FIFO or a device where a status file should be. */
export function notPlain(doing: string, path: string): StatusFileError {
  return new StatusFileError(
    'io',
    `cannot ${doing} ${printable(path)}: it is not a plain file; choose another with --file`,
  );
}

/** `ENOENT` and the like; an empty string for errors of another kind. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
