/** A path that means the same wherever the process goes. */
import { resolve } from 'node:path';
import { printable } from '../printable.ts';
import { StatusFileError } from './status-file-error.ts';

/** Throws `io` where a path is relative to a directory that has been removed. */
export function wholePath(file: string): string {
  try {
    return resolve(file);
  } catch (error) {
    throw new StatusFileError(
      'io',
      `${printable(file)}: this directory has been removed; go to another, or give --file a path from /`,
      error,
    );
  }
}
