/** What to type while there is no status file: the command that makes it, right in whatever folder it is typed. */
import path from 'node:path';
import { ownFolder } from '../shared/own-package.ts';
import { DEFAULT_FILE } from '../shared/status-file/usual-file.ts';
import { plain } from './view/wording.ts';

export interface FirstCommand {
  /** In the folder of the project. */
  readonly inProject: string;
  /** Where the package is installed. */
  readonly installed: string;
}

/** Linux takes no longer path. */
const MAX_PATH = 4096;

/** Without the file only where a tracker in the project's folder takes it by itself. */
export function firstCommand(file: string, cwd = workingDirectory(), env = process.env): FirstCommand {
  const whole = path.resolve(cwd ?? '/', file);
  const known =
    cwd === ownFolder() && whole === path.resolve(cwd ?? '/', DEFAULT_FILE) && !env.MEMORY_STATUS_FILE;
  const words = `${known ? '' : `--file ${quoted(plain(whole, MAX_PATH))} `}alloc P1 4`;
  return { inProject: `npm run -s tracker -- ${words}`, installed: `memory-tracker ${words}` };
}

/** Null where it has been removed. */
function workingDirectory(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
