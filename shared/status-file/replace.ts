/**
 * A new status file in place of the old one, all at once. It is written into a sibling, `.NAME.PID.N.tmp` in the same
 * directory, and renamed: a reader finds the old file or the new one, never half of one, even if the power fails.
 * Whatever goes wrong, the old file is left as it was and the sibling is removed.
 */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { printable } from '../printable.ts';
import { MAX_BYTES } from './read.ts';
import { freeSibling, linkOrCopy, removeLitter, takePlace, viaSibling } from './sibling.ts';
import { errnoOf, ioError, notPlain, StatusFileError } from './status-file-error.ts';
import { targetOf } from './target.ts';

export interface ReplaceOptions {
  /** Whether the bytes are on the disk, not only in the system's memory, before the old file is given up. */
  readonly sync: boolean;
  /** Whether the old file is kept as FILE.bak, in place of an older one. */
  readonly backup?: boolean;
}

const WRITE_BITS = 0o222;
const PERMISSIONS = 0o7777;

/**
 * Makes `bytes` the content of the status file, with the permissions it had. A symbolic link keeps pointing to the
 * file, even to one that is not there yet. Returns the path of the backup; null where there was nothing to keep, or no
 * wish to. Throws a StatusFileError `io`; the file and its backup are then as they were.
 */
export function replaceStatusFile(
  path: string,
  bytes: Uint8Array,
  { sync, backup = false }: ReplaceOptions,
): string | null {
  try {
    if (bytes.length > MAX_BYTES) throw tooLarge(path, bytes.length);
    const target = targetOf(path);
    const old = statSync(target, { throwIfNoEntry: false });
    if (old !== undefined) checkReplaceable(path, target, old);
    const replace = () => viaSibling(target, (sibling) => write(sibling, bytes, old, sync));
    const keep = backup && old !== undefined;
    if (keep) keepingBackup(target, replace);
    else replace();
    if (sync) syncName(target);
    if (!keep) return null;
    return target === resolve(path) ? `${path}.bak` : `${target}.bak`;
  } catch (error) {
    throw ioError('write', path, error);
  }
}

function write(sibling: string, bytes: Uint8Array, old: Stats | undefined, sync: boolean): void {
  const fd = openSync(sibling, 'wx');
  try {
    if (old !== undefined) keepAttributes(fd, old);
    // Goes on after short writes and throws where the disk is full, which writeSync leaves to its caller.
    writeFileSync(fd, bytes);
    if (sync) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * The old file has a second name while `replace` works, and that becomes FILE.bak once it is the only one: FILE and
 * FILE.bak are never one file, which an editor of FILE would change together. Where the process is killed in between,
 * sweeping finishes this.
 */
function keepingBackup(target: string, replace: () => void): void {
  const backup = `${target}.bak`;
  if (lstatSync(backup, { throwIfNoEntry: false })?.isDirectory()) throw notPlain('write', backup);
  const waiting = freeSibling(backup);
  const keep = (sibling: string) => {
    linkOrCopy(target, sibling);
    syncFile(sibling);
  };
  viaSibling(waiting, keep, freeSibling(target));
  try {
    replace();
  } catch (error) {
    removeLitter(waiting);
    throw error;
  }
  try {
    takePlace(waiting, backup);
  } catch (error) {
    takePlace(waiting, target);
    throw error;
  }
}

/** What was saved without `sync` reaches the disk. Throws a StatusFileError `io`. */
export function syncStatusFile(path: string): void {
  try {
    const target = targetOf(path);
    syncFile(target);
    syncName(target);
  } catch (error) {
    throw ioError('bring to the disk', path, error);
  }
}

/** O_NONBLOCK: whatever has come in its place meanwhile, nobody waits for it. */
function syncFile(path: string): void {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * The directory reaches the disk too, so that the new name is there after a power failure. The file has been replaced
 * by now and that stands: a system that does not sync directories is no reason to call it failed.
 */
export function syncName(path: string): void {
  try {
    syncFile(dirname(path));
  } catch (error) {
    if (errnoOf(error) === '') throw error;
  }
}

/** A rename would pass over all of these in silence. */
function checkReplaceable(path: string, target: string, old: Stats): void {
  if (!old.isFile()) throw notPlain('write', path);
  const readOnly = `cannot write ${printable(path)}: it is read-only; make it writable (chmod u+w) or choose another with --file`;
  // The superuser passes accessSync whatever the mode says.
  if ((old.mode & WRITE_BITS) === 0) throw new StatusFileError('io', readOnly);
  try {
    accessSync(target, constants.W_OK);
  } catch (cause) {
    throw new StatusFileError('io', readOnly, cause);
  }
}

/** The new file belongs to whom the old one did, as far as we may say so, and has its permissions. */
function keepAttributes(fd: number, old: Stats): void {
  const { uid, gid } = fstatSync(fd);
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser && (uid !== old.uid || gid !== old.gid)) fchownSync(fd, old.uid, old.gid);
  fchmodSync(fd, old.mode & PERMISSIONS);
}

/** What was written could not be read again. */
function tooLarge(path: string, size: number): StatusFileError {
  const larger = `cannot write ${printable(path)}: ${size} bytes are more than the ${MAX_BYTES} that a status file may have`;
  return new StatusFileError('io', `${larger}; free some pages or segments first`);
}
