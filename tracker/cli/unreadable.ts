/** Why a script, a trace or a file of references cannot be read, without the words of the operating system's calls. */
import { printable } from '../../shared/printable.ts';
import { errnoOf } from '../../shared/status-file/status-file-error.ts';
import { Trouble } from './trouble.ts';

/** `name` is printable; `what` is what the file should hold. */
export function unreadable(name: string, what: string, error: unknown): Trouble {
  if (errnoOf(error) === 'ENOENT') return new Trouble('no-input', `there is no file ${name || "''"}`, error);
  return new Trouble('no-input', `${name}: ${what} cannot be read: ${reasonOf(error)}`, error);
}

/** Node says `EACCES: permission denied, open 'x'`: the code, the call and the path tell nothing new. */
function reasonOf(error: unknown): string {
  if (errnoOf(error) === 'EISDIR') return 'it is a directory';
  const message = error instanceof Error ? error.message : String(error);
  const [, reason = message] = /^[A-Z0-9]+: (.+?), \w+(?: '.*')?$/s.exec(message) ?? [];
  return printable(reason);
}
