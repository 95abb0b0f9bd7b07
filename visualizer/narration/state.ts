/** The state of the file and of its tracker, in a line that begins with the word the dashboard has for it. Pure. */
import type { Status } from '../../shared/status.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { type FirstCommand, inFolder } from '../first-command.ts';
import type { Liveness } from '../view/liveness.ts';
import { age, grouped, plain } from '../view/wording.ts';

export interface Watched {
  /** As the person named it, printable. */
  readonly file: string;
  /** What makes it appear. */
  readonly firstCommand: FirstCommand;
}

/** `status` is the last that could be read. */
export function stateInWords(liveness: Liveness, status: Status | null, watched: Watched): string {
  const last = status ? `; revision ${grouped(status.revision)} was the last that could be read` : '';
  switch (liveness.state) {
    case 'live':
      return `LIVE: ${watched.file}`;
    case 'stale':
      return `STALE: the tracker, process ${status?.tracker}, has been silent for ${age(liveness.silentMs)} in the middle of a ${status?.door}`;
    case 'gone':
      return `TRACKER GONE: process ${liveness.pid}, which wrote ${watched.file}, has ended`;
    case 'waiting':
      return status ? `WAITING: ${watched.file} is gone${last}` : waitingInWords(watched);
    case 'bad':
      return `BAD FILE: ${watched.file}:${liveness.line}: found ${plain(liveness.found)}, expected ${plain(liveness.expected)}${last}`;
    case 'unreadable':
      return `UNREADABLE: ${watched.file}: ${plain(liveness.reason)}${last}`;
    default:
      return unreachable(liveness);
  }
}

function waitingInWords({ file, firstCommand }: Watched): string {
  return `WAITING: ${file} is not there yet; to make it, type${inFolder(firstCommand)}: ${firstCommand.command}`;
}
