/**
 * Which file a path really names. Everything that is put beside a status file (lock, backup, half-written sibling)
 * goes beside this one, so that two programs that come by different links agree.
 */
import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errnoOf } from './status-file-error.ts';

/**
 * The absolute path behind all symbolic links. The file need not be there, not even behind a link: writing to it
 * makes it, as a shell's `>` would. Throws the system's error where the directory is missing or links go in a circle.
 */
export function targetOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
  const absolute = resolve(path);
  const place = join(realpathSync.native(dirname(absolute)), basename(absolute));
  const link = lstatSync(place, { throwIfNoEntry: false });
  return link?.isSymbolicLink() ? targetOf(resolve(dirname(place), readlinkSync(place))) : place;
}
