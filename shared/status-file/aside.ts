/**
 * A status file and its FILE.bak as they are now, set aside while a command works that may be refused in the end. Whoever
 * is killed meanwhile leaves them to be swept away.
 */
import { existsSync, lstatSync, rmSync } from 'node:fs';
import { printable } from '../printable.ts';
import { syncName } from './replace.ts';
import { freeSibling, keepForGood, linkOrCopy, removeLitter, takePlace } from './sibling.ts';
import { ioError, StatusFileError } from './status-file-error.ts';
import { targetOf } from './target.ts';

interface Kept {
  readonly file: string;
  /** Its other name; null where there was no such file. */
  readonly sibling: string | null;
}

export class Aside {
  /** The status file first. */
  #kept: Kept[] = [];

  /** Call it with the lock held. Throws a StatusFileError `io`. */
  constructor(path: string) {
    try {
      const target = targetOf(path);
      this.#keep(target, target);
      this.#keep(`${target}.bak`, target);
    } catch (error) {
      this.forget();
      throw ioError('keep', path, error);
    }
  }

  /**
   * Makes both what they were, once: after that, or when they are forgotten, it does nothing and answers false. Throws a
   * StatusFileError `io` that says where they are if they cannot be put back.
   */
  putBack(): boolean {
    if (this.#kept.length === 0) return false;
    for (const { file, sibling } of this.#kept) {
      try {
        if (sibling === null) rmSync(file, { force: true });
        else takePlace(sibling, file);
        syncName(file);
      } catch (error) {
        const { message } = ioError('put back', file, error);
        throw new StatusFileError('io', [message, ...this.#rescue()].join('; '), error);
      }
    }
    this.#kept = [];
    return true;
  }

  /** They are no longer needed. */
  forget(): void {
    for (const { sibling } of this.#kept) if (sibling !== null) removeLitter(sibling);
    this.#kept = [];
  }

  /** What could not be put back is neither forgotten nor swept away; says where it is. */
  #rescue(): string[] {
    const all = this.#kept;
    this.#kept = [];
    return all.flatMap(({ file, sibling }) => {
      if (sibling === null || !existsSync(sibling)) return [];
      const [name, kept] = [file, keepForGood(sibling, file)].map((path) => printable(path, 300));
      return [`${name} is as the command has left it, and what it was before is kept in ${kept}`];
    });
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
