/**
 * Files beside the status file that are there for a moment, `.NAME.PID.N.tmp`: of half-written content until it is
 * whole, of what may have to come back until that is clear.
 */
import { constants, copyFileSync, linkSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../is-alive.ts';
import { errnoOf, ioError } from './status-file-error.ts';
import { targetOf } from './target.ts';

/** Has `write` make a sibling, and gives it the name `target`. */
export function viaSibling(target: string, write: (sibling: string) => void): void {
  const sibling = freeSibling(target);
  try {
    write(sibling);
    renameSync(sibling, target);
  } catch (error) {
    rmSync(sibling, { force: true });
    throw error;
  }
  // Where both were names of one file, the system leaves them as they are.
  removeLitter(sibling);
}

/** A name nobody has; one with our process id may be left from a process that had it before. */
export function freeSibling(target: string): string {
  for (let n = 0; ; n++) {
    const sibling = join(dirname(target), `.${basename(target)}.${process.pid}.${n}.tmp`);
    if (lstatSync(sibling, { throwIfNoEntry: false }) === undefined) return sibling;
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

/** Removes what writers that were killed have left beside the status file. Call it with the lock held. */
export function sweepSiblings(path: string): void {
  try {
    const directory = dirname(targetOf(path));
    const name = basename(targetOf(path));
    for (const entry of readdirSync(directory)) {
      const pid = writerOf(entry, name) ?? writerOf(entry, `${name}.bak`);
      if (pid !== null && !isAlive(pid)) removeLitter(join(directory, entry));
    }
  } catch (error) {
    throw ioError('tidy up beside', path, error);
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

/** The process that made `entry` as a sibling of `name`; null where it is anything else. */
function writerOf(entry: string, name: string): number | null {
  const prefix = `.${name}.`;
  if (!entry.startsWith(prefix)) return null;
  const [, pid] = /^([1-9]\d*)\.\d+\.tmp$/.exec(entry.slice(prefix.length)) ?? [];
  return pid === undefined ? null : Number(pid);
}
