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
import { constants, closeSync, fstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { REFRESH_MS } from '../shared/config.ts';
import { parseStatus } from '../shared/status-text/parse.ts';
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
  let watcher: DirectoryWatcher | null = null;
  let nextTry = 0;

  const hint = (): void => {
    look();
    trailing ??= setTimeout(() => {
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
    if (!fstatSync(descriptor).isFile()) {
      return { kind: 'unreadable', code: 'EINVAL', reason: 'not a plain file' };
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

interface Places {
  readonly directories: readonly string[];
  /** The paths that matter there. */
  readonly files: ReadonlySet<string>;
  /** Changes when a directory is another one than before, even under the same name. */
  readonly identity: string;
}

/** Where the file is, and where it really is when the path goes through a link: a rename happens there. */
function placesOf(file: string): Places {
  const files = new Set([path.resolve(file)]);
  try {
    files.add(realpathSync(file));
  } catch {
    // Not there (yet): then it can only appear at its path.
  }
  const directories: string[] = [];
  let identity = '';
  for (const directory of new Set(Array.from(files, (name) => path.dirname(name)))) {
    try {
      const { dev, ino, birthtimeNs } = statSync(directory, { bigint: true });
      directories.push(directory);
      identity += `${directory}\0${dev}:${ino}:${birthtimeNs}\0`;
    } catch {
      // No such directory (yet): the tick comes by again.
    }
  }
  return { directories, files, identity };
}

interface DirectoryWatcher {
  readonly places: string;
  ready: boolean;
  /** False: it has stopped telling the truth, and is to be made anew. */
  alive: boolean;
  close(): void;
}

function watchDirectories(places: Places, hint: () => void, failed: () => void): DirectoryWatcher {
  const wanted = new Set([...places.files, ...places.directories]);
  let watcher: FSWatcher | null = null;
  const self: DirectoryWatcher = {
    places: places.identity,
    ready: false,
    alive: true,
    close() {
      const closing = watcher;
      watcher = null;
      closing?.close().catch(() => {
        // It is gone either way, and nobody listens to it any more.
      });
    },
  };
  try {
    watcher = watch([...places.directories], {
      ignoreInitial: true,
      depth: 0,
      ignored: (name) => !wanted.has(path.resolve(name)),
    });
    watcher.on('all', (event, name) => {
      if (watcher === null) return;
      if (event === 'unlinkDir' && places.directories.includes(path.resolve(name))) self.alive = false;
      hint();
    });
    watcher.on('ready', () => {
      self.ready = true;
      hint();
    });
    watcher.on('error', () => {
      if (watcher !== null) failed();
    });
  } catch {
    self.alive = false;
    failed();
  }
  return self;
}
