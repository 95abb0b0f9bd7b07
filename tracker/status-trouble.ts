/** What a session finds where it looked for a memory, worded with what to do about it. */
import { dirname } from 'node:path';
import { printable } from '../shared/printable.ts';
import { StatusFileError } from '../shared/status-file/status-file-error.ts';
import { targetOf } from '../shared/status-file/target.ts';
import type { Problem } from '../shared/status-text/problem.ts';
import { Trouble } from './cli/trouble.ts';

/** No file. `fileOption` is what a command line needs to name this one: ` --file PATH`, or nothing. */
export function noMemory(path: string, fileOption: string): Trouble {
  const nothing = `${shownPath(path)}: there is no memory yet`;
  const hint = hasDirectory(path)
    ? `any command that changes something begins one, such as 'alloc P1 4${fileOption}'`
    : `its directory ${shownPath(dirname(path))} is not there either: make it first, or choose a file elsewhere with --file`;
  return new Trouble('no-input', `${nothing}; ${hint}`);
}

/** A file that holds no memory, or not a whole one. */
export function damaged(path: string, { line, found, expected }: Problem, fileOption: string): Trouble {
  return new Trouble(
    'bad-file',
    `${shownPath(path)}:${line}: found ${found}, expected ${expected}; ` +
      `'init${fileOption}' begins afresh and keeps this file as FILE.bak`,
  );
}

/** Trouble with the disk is trouble for whoever gave the command; anything else stays what it is. */
export function inTrouble(error: unknown): unknown {
  return error instanceof StatusFileError ? new Trouble(error.code, error.message, error) : error;
}

export function shownPath(path: string): string {
  return printable(path, 200);
}

/** Whether the file could be made: its directory, or that of the file a link leads to, is there. */
function hasDirectory(path: string): boolean {
  try {
    targetOf(path);
    return true;
  } catch {
    return false;
  }
}
