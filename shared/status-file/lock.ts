/**
 * One writer at a time: an exclusive lock of the operating system on `FILE.lock`. The kernel frees it when its holder
 * ends, however it ends, so there are no stale locks, and nothing has to be guessed from process ids. Readers never lock.
 *
 * The lock file stays beside the status file. Where there is no status file when the lock is released, the holder removes
 * it while it still has the lock: whoever gets that next sees that its file is not there any more, and begins again. Once
 * the lock is free, someone may have it by that file, and to remove it would let in one more by another.
 */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from '../printable.ts';
import { errnoOf, ioError, notPlain, StatusFileError } from './status-file-error.ts';
import { targetOf } from './target.ts';

export { StatusFileError } from './status-file-error.ts';

export interface LockOptions {
  /** How long to wait for another holder, in milliseconds. Default 5000. */
  readonly timeoutMs?: number;
  /** What others are told this process is doing. Default: its arguments. */
  readonly command?: string;
}

export interface StatusLock {
  /** Lets the next one in. Further calls do nothing. */
  release(): void;
}

type Locks = typeof import('fs-native-extensions').default;

const MIN_WAIT_MS = 2;
const MAX_WAIT_MS = 25;
const MAX_COMMAND = 120;

/**
 * Waits until nobody else has the status file at `path` locked. Throws a StatusFileError: `locked` after the timeout,
 * naming the holder; `io` where the lock file cannot be made.
 */
export async function acquireLock(path: string, options: LockOptions = {}): Promise<StatusLock> {
  const { timeoutMs = 5000, command = process.argv.slice(2).join(' ') } = options;
  // Loaded only here: the native module takes a third as long to load as Node itself, and readers never need it.
  const { default: locks } = await import('fs-native-extensions');
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const fd = tryAcquire(locks, path);
    if (fd !== null) return held(locks, path, fd, command);
    const left = deadline - performance.now();
    if (left <= 0) throw new StatusFileError('locked', lockedSentence(path, timeoutMs));
    await sleep(Math.min(left, MIN_WAIT_MS + Math.random() * (MAX_WAIT_MS - MIN_WAIT_MS)));
  }
}

/** The open and locked lock file, or null where someone else has it. */
function tryAcquire(locks: Locks, path: string): number | null {
  let fd: number | null = null;
  try {
    const target = targetOf(path);
    const there = statSync(target, { throwIfNoEntry: false });
    // Refused before a lock file is left beside a device or a directory.
    if (there && !there.isFile()) throw notPlain('lock', path);
    const lockPath = `${target}.lock`;
    fd = openLockFile(lockPath);
    if (locks.tryLock(fd) && isStillAt(lockPath, fd)) return fd;
    giveUp(fd);
    return null;
  } catch (error) {
    if (fd !== null) giveUp(fd);
    throw ioError('lock', path, error);
  }
}

/** Never follows a link and never waits: what is written here must not land in a stranger's file. */
function openLockFile(lockPath: string): number {
  const there = lstatSync(lockPath, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw oddLockFile(lockPath);
  const { O_RDWR, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const fd = openSync(lockPath, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
  if (fstatSync(fd).isFile()) return fd;
  closeSync(fd);
  throw oddLockFile(lockPath);
}

function oddLockFile(lockPath: string): StatusFileError {
  return new StatusFileError('io', `${printable(lockPath)} is not a plain file: remove it and try again`);
}

/** A lock on a file that has been removed meanwhile keeps nobody out. */
function isStillAt(lockPath: string, fd: number): boolean {
  const there = statSync(lockPath, { throwIfNoEntry: false });
  const ours = fstatSync(fd);
  return there?.ino === ours.ino && there.dev === ours.dev;
}

/** Says in the lock file who has it. */
function held(locks: Locks, path: string, fd: number, command: string): StatusLock {
  try {
    ftruncateSync(fd);
    writeSync(fd, `${process.pid} ${printable(command, MAX_COMMAND)}\n`, 0);
  } catch (error) {
    giveUp(fd);
    throw ioError('lock', path, error);
  }
  let open = true;
  return {
    release() {
      if (!open) return;
      open = false;
      // The work is done and saved: no trouble with the lock file may turn it into a failure. Closing frees the
      // lock too; unlocking first frees it even where a child process has inherited the file.
      attempt(() => ftruncateSync(fd));
      attempt(() => leaveNothing(path, fd));
      attempt(() => locks.unlock(fd));
      giveUp(fd);
    },
  };
}

/** A command that was refused where there is no memory leaves the directory as it was. */
function leaveNothing(path: string, fd: number): void {
  const lockPath = lockPathOf(path);
  if (!existsSync(targetOf(path)) && isStillAt(lockPath, fd)) unlinkSync(lockPath);
}

/** Closes the lock file, which frees the lock. Linux has closed it even where it reports an error. */
function giveUp(fd: number): void {
  attempt(() => closeSync(fd));
}

function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (errnoOf(error) === '') throw error;
  }
}

function lockedSentence(path: string, timeoutMs: number): string {
  const waited = `waited ${timeoutMs / 1000} s`;
  return `${printable(path)} is locked by ${holderOf(path)} (${waited}): try again when it has finished, or stop it`;
}

/** What the holder has said about itself; it may not have come to that, or be another user's. */
function holderOf(path: string): string {
  let text: string;
  try {
    text = readFileSync(lockPathOf(path), 'utf8');
  } catch (error) {
    return `another process (its lock file cannot be read: ${errnoOf(error)})`;
  }
  const [, pid, command] = /^(\d+) (.*)/.exec(text) ?? [];
  if (pid === undefined) return 'another process';
  return command ? `process ${pid} (${printable(command, MAX_COMMAND)})` : `process ${pid}`;
}

function lockPathOf(path: string): string {
  return `${targetOf(path)}.lock`;
}
