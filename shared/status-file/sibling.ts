/**
 * Files beside the status file that are there for a moment, `.NAME.PID.N.tmp`: of half-written content until it is
 * whole, of what may have to come back until that is clear. `.NAME.bak.PID.N.tmp` is whole, and waits for the file to be
 * replaced, to be its backup.
 */
import { constants, copyFileSync, linkSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../is-alive.ts';
import { errnoOf, ioError } from './status-file-error.ts';
import { targetOf } from './target.ts';

/** Has `write` make a sibling, and gives it the name `target`. */
export function viaSibling(
  target: string,
  write: (sibling: string) => void,
  sibling = freeSibling(target),
): void {
  try {
    write(sibling);
    takePlace(sibling, target);
  } catch (error) {
    rmSync(sibling, { force: true });
    throw error;
  }
}

/** Gives a sibling the name `target`. Where both were names of one file, the system alone would leave them both. */
export function takePlace(sibling: string, target: string): void {
  renameSync(sibling, target);
  removeLitter(sibling);
}

/** A name nobody has; one with our process id may be left from a process that had it before. */
export function freeSibling(target: string, ending: 'tmp' | 'kept' = 'tmp'): string {
  for (let n = 0; ; n++) {
    const sibling = join(dirname(target), `.${basename(target)}.${process.pid}.${n}.${ending}`);
    if (lstatSync(sibling, { throwIfNoEntry: false }) === undefined) return sibling;
  }
}

/** Gives a sibling of `target` a name that is never swept away, `.NAME.PID.N.kept`, and returns the name it has now. */
export function keepForGood(sibling: string, target: string): string {
  const kept = freeSibling(target, 'kept');
  try {
    renameSync(sibling, kept);
    return kept;
  } catch (error) {
    if (errnoOf(error) === '') throw error;
    return sibling;
  }
}

/**
 * Makes `file` known as `sibling` as well. As files are replaced and never written into, that keeps what it holds now,
 * however large it is. Where the system has no such links, or not for us, it is copied.
 */
export function linkOrCopy(file: string, sibling: string): void {
  try {
    linkSync(file, sibling);
  } catch {
    copyFileSync(file, sibling, constants.COPYFILE_EXCL);
  }
}

/** Clears away what writers that were killed have left beside the status file. Call it with the lock held. */
export function sweepSiblings(path: string): void {
  try {
    const target = targetOf(path);
    const name = basename(target);
    for (const entry of readdirSync(dirname(target))) {
      const sibling = join(dirname(target), entry);
      if (isLeft(entry, name)) removeLitter(sibling);
      else if (isLeft(entry, `${name}.bak`)) finishBackup(sibling, target);
    }
  } catch (error) {
    throw ioError('tidy up beside', path, error);
  }
}

/** A backup that waited is still the file itself, or else the file has been replaced. What is no plain file lies there. */
function finishBackup(waiting: string, target: string): void {
  const [backup, file] = [waiting, target].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  if (!backup?.isFile()) return;
  try {
    if (backup.ino === file?.ino) rmSync(waiting);
    else takePlace(waiting, `${target}.bak`);
  } catch (error) {
    if (errnoOf(error) === '') throw error;
  }
}

/** What cannot be removed (a directory of that name, a stranger's file in /tmp) lies there; no save fails for it. */
export function removeLitter(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (errnoOf(error) === '') throw error;
  }
}

/** Whether `entry` is a sibling of `name` whose process is gone. */
function isLeft(entry: string, name: string): boolean {
  const prefix = `.${name}.`;
  if (!entry.startsWith(prefix)) return false;
  const [, pid] = /^([1-9]\d*)\.\d+\.tmp$/.exec(entry.slice(prefix.length)) ?? [];
  return pid !== undefined && !isAlive(Number(pid));
}
