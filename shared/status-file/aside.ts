/**
 * A status file and its FILE.bak as they are now, set aside while a command works that may be refused in the end. Whoever
 * is killed meanwhile leaves them to be swept away.
 */
import { lstatSync, renameSync, rmSync } from 'node:fs';
import { syncName } from './replace.ts';
import { freeSibling, linkOrCopy, removeLitter } from './sibling.ts';
import { ioError } from './status-file-error.ts';
import { targetOf } from './target.ts';

interface Kept {
  readonly file: string;
  /** Its other name; null where there was no such file. */
  readonly sibling: string | null;
}

export class Aside {
  readonly #path: string;
  /** The status file first. */
  readonly #kept: Kept[] = [];

  /** Call it with the lock held. Throws a StatusFileError `io`. */
  constructor(path: string) {
    this.#path = path;
    try {
      const target = targetOf(path);
      this.#keep(target, target);
      this.#keep(`${target}.bak`, target);
    } catch (error) {
      this.forget();
      throw ioError('keep', path, error);
    }
  }

  /** Makes both what they were. Throws a StatusFileError `io`. */
  putBack(): void {
    try {
      for (const { file, sibling } of this.#kept) {
        if (sibling === null) rmSync(file, { force: true });
        else renameSync(sibling, file);
        syncName(file);
      }
    } catch (error) {
      throw ioError('put back', this.#path, error);
    }
  }

  /** They are no longer needed. */
  forget(): void {
    for (const { sibling } of this.#kept) if (sibling !== null) removeLitter(sibling);
  }

  /** What is no plain file is nobody's status and stays where it is. */
  #keep(file: string, target: string): void {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there === undefined) this.#kept.push({ file, sibling: null });
    else if (there.isFile()) {
      const sibling = freeSibling(target);
      this.#kept.push({ file, sibling });
      linkOrCopy(file, sibling);
    }
  }
}
