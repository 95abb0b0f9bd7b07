/**
 * Watches the status file: every change is reported once, soon, and whatever happens to the file or its directory.
 *
 * Three things together miss nothing, none of them alone does (measured with chokidar 5):
 * - The *directory* is watched: watching the file itself goes deaf when it is replaced twice within 6 ms.
 * - An event is a hint. It is followed by a look now and another 75 ms later, again and again while that finds
 *   news: chokidar announces no change that comes 3–45 ms after another.
 * - A second after it was last read for an event that told the truth, and every second from then on, the file is
 *   opened by its path and read. Contents are compared: inode, size and times repeat. This also finds a directory that
 *   was deleted and made anew, and is all there is when the system has run out of watches.
 */
import { REFRESH_MS } from '../shared/config.ts';
import { readContent } from '../shared/status-file/read.ts';
import { errnoOf, type StatusFileError } from '../shared/status-file/status-file-error.ts';
import { parseStatus } from '../shared/status-text/parse.ts';
import { type DirectoryWatcher, placesOf, watchDirectories } from './directory-watcher.ts';
import type { Observation } from './observation.ts';

/** A second look comes this long after a hint. */
const TRAILING_MS = 75;

/** After a watcher failed, the next try comes this much later. */
const RETRY_MS = 30_000;

export interface StatusSource {
  /** False: only the tick looks, because the system gives no watcher. */
  readonly watching: boolean;
  close(): void;
}

export interface SourceOptions {
  /** Milliseconds between two looks without a hint. Default REFRESH_MS. */
  readonly refreshMs?: number;
  /** False: the tick alone. Default true. */
  readonly events?: boolean;
}

/** Calls `report` with what is there now, and again after each change, until it is closed. */
export function watchStatus(
  file: string,
  report: (observation: Observation) => void,
  { refreshMs = REFRESH_MS, events = true }: SourceOptions = {},
): StatusSource {
  const look = looker(file, report);
  let trailing: NodeJS.Timeout | null = null;
  /** Has one of the hints that the trailing look follows been about news? */
  let toldTrue = false;
  let watcher: DirectoryWatcher | null = null;
  let nextTry = Number.NEGATIVE_INFINITY;

  const hint = (): void => {
    if (look()) toldTrue = true;
    if (toldTrue) tick.refresh();
    // After the last of several: what follows closely on an announcement is not announced.
    if (trailing) clearTimeout(trailing);
    trailing = setTimeout(() => {
      trailing = null;
      if (toldTrue) tick.refresh();
      toldTrue = false;
      if (look()) hint();
    }, TRAILING_MS);
  };

  const watchAgain = (): void => {
    if (!events || performance.now() < nextTry) return;
    const places = placesOf(file);
    if (watcher?.alive && watcher.places === places.identity) return;
    watcher?.close();
    watcher = places.directories.length === 0 ? null : watchDirectories(places, hint, () => failed());
  };
  const failed = (): void => {
    watcher?.close();
    watcher = null;
    nextTry = performance.now() + RETRY_MS;
  };

  const tick = setInterval(() => {
    watchAgain();
    if (!look()) return;
    // News that nobody announced: whatever is watched there, it is not what it was. Only what follows closely on
    // an announcement is never announced.
    if (watcher?.ready && !trailing) watcher.alive = false;
    hint();
  }, refreshMs);

  watchAgain();
  look();
  return {
    get watching() {
      return watcher?.ready ?? false;
    },
    close() {
      clearInterval(tick);
      if (trailing) clearTimeout(trailing);
      watcher?.close();
    },
  };
}

/** Looks at the file once; answers whether there was news, after having reported it. */
function looker(file: string, report: (observation: Observation) => void): () => boolean {
  /** The content that was reported last, if it could be read; otherwise what was the matter. */
  let lastBytes: Uint8Array | null = null;
  let lastTrouble: string | null = null;
  let lastStamp = '';
  const troubled = (observation: Observation): boolean => {
    const trouble = JSON.stringify(observation);
    const news = lastTrouble !== trouble;
    lastTrouble = trouble;
    lastBytes = null;
    if (news) report(observation);
    return news;
  };
  return () => {
    const content = readContent(file, lastStamp);
    if (content.kind === 'unchanged') return false;
    lastStamp = content.kind === 'read' ? content.stamp : '';
    if (content.kind === 'unreadable')
      return troubled({ kind: 'unreadable', reason: reasonOf(content.error) });
    if (content.kind !== 'read') return troubled(content);
    const { bytes } = content;
    if (lastBytes !== null && Buffer.compare(lastBytes, bytes) === 0) return false;
    const parsed = parseStatus(bytes);
    if (!parsed.ok) return troubled({ kind: 'bad', problem: parsed.problem });
    lastBytes = bytes;
    lastTrouble = null;
    report({ kind: 'ok', status: parsed.status, bytes });
    return true;
  };
}

/** In few words: there is a line for it. */
function reasonOf({ cause }: StatusFileError): string {
  const code = errnoOf(cause);
  if (code === '') return 'not a plain file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOTDIR') return 'a part of the path is not a directory';
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many open files';
  const { message } = cause as Error;
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+ '.*$/s, '');
}
