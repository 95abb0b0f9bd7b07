/**
 * Watches the status file: every change is reported once, soon, and whatever happens to the file or its directory.
 *
 * Three things together miss nothing, none of them alone does (measured with chokidar 5):
 * - The *directory* is watched: watching the file itself goes deaf when it is replaced twice within 6 ms.
 * - An event is a hint. It is followed by a look now and another 75 ms later, again and again while that finds
 *   news: chokidar announces no change that comes 3–45 ms after another.
 * - Every second the file is opened by its path and read, event or no event. Contents are compared: inode, size
 *   and times repeat. This also finds a directory that was deleted and made anew, and is all there is when the
 *   system has run out of watches.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { REFRESH_MS } from '../shared/config.ts';
import { parseStatus } from '../shared/status-text/parse.ts';
import { type DirectoryWatcher, placesOf, watchDirectories } from './directory-watcher.ts';
import type { Observation } from './observation.ts';
import { bytes } from './view/wording.ts';

/** A second look comes this long after a hint. */
const TRAILING_MS = 75;

/** After a watcher failed, the next try comes this much later. */
const RETRY_MS = 30_000;

/** More than the largest memory comes to. */
const MAX_BYTES = 512 * 1024 * 1024;

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
  let watcher: DirectoryWatcher | null = null;
  let nextTry = 0;

  const hint = (): void => {
    look();
    // After the last of several: what follows closely on an announcement is not announced.
    if (trailing) clearTimeout(trailing);
    trailing = setTimeout(() => {
      trailing = null;
      if (look()) hint();
    }, TRAILING_MS);
  };

  const watchAgain = (): void => {
    if (!events || Date.now() < nextTry) return;
    const places = placesOf(file);
    if (watcher?.alive && watcher.places === places.identity) return;
    watcher?.close();
    watcher = places.directories.length === 0 ? null : watchDirectories(places, hint, () => failed());
  };
  const failed = (): void => {
    watcher?.close();
    watcher = null;
    nextTry = Date.now() + RETRY_MS;
  };

  const tick = setInterval(() => {
    watchAgain();
    if (!look()) return;
    // News that nobody announced: whatever is watched there, it is not what it was.
    if (watcher?.ready) watcher.alive = false;
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
  let lastBytes: Uint8Array | null = null;
  let lastTrouble: string | null = null;
  return () => {
    const found = readBytes(file);
    if (found instanceof Uint8Array) {
      if (lastBytes !== null && Buffer.compare(lastBytes, found) === 0) return false;
      lastBytes = found;
      lastTrouble = null;
      const parsed = parseStatus(found);
      report(
        parsed.ok
          ? { kind: 'ok', status: parsed.status, bytes: found }
          : { kind: 'bad', problem: parsed.problem },
      );
      return true;
    }
    const trouble = found.kind === 'unreadable' ? found.reason : found.kind;
    if (lastTrouble === trouble) return false;
    lastTrouble = trouble;
    lastBytes = null;
    report(found);
    return true;
  };
}

/** One look by path. Never waits: a pipe or device in the file's place is refused, not read. */
export function readBytes(file: string): Uint8Array | Exclude<Observation, { kind: 'ok' | 'bad' }> {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { kind: 'unreadable', code: 'EINVAL', reason: 'not a plain file' };
    if (stat.size > MAX_BYTES) {
      return { kind: 'unreadable', code: 'EFBIG', reason: `${bytes(stat.size)}: no status file is as large` };
    }
    return readFileSync(descriptor);
  } catch (error) {
    const { code = 'EIO', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    return { kind: 'unreadable', code, reason: reasonOf(code, message) };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function reasonOf(code: string, message: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'a directory';
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many open files';
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+ '.*$/s, '');
}
