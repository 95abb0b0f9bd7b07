/** The file of a picture: written whole or not at all, and never over a file that is read. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { replaceStatusFile } from './status-file/replace.ts';
import { StatusFileError } from './status-file/status-file-error.ts';

/** By this name or another. */
export function isSameFile(one: string, other: string): boolean {
  try {
    if (path.resolve(one) === path.resolve(other)) return true;
    const [a, b] = [statSync(one), statSync(other)];
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    // One of them is not there, or out of reach: whoever opens it says why.
    return false;
  }
}

/**
 * Makes `text` the content of a file, whole or not at all. Answers what went wrong, in words; then whatever was
 * there before is there still.
 */
export function pictureTrouble(file: string, text: string): string | null {
  try {
    replaceStatusFile(file, Buffer.from(text), { sync: false });
    return null;
  } catch (error) {
    if (!(error instanceof StatusFileError)) throw error;
    // It is worded for the status file, whose option is --file.
    return error.message.replaceAll('--file', '--svg');
  }
}
