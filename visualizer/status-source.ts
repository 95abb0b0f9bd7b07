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
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { REFRESH_MS } from '../shared/config.ts';
import { MAX_BYTES } from '../shared/status-file/read.ts';
import { parseStatus } from '../shared/status-text/parse.ts';
import { type DirectoryWatcher, placesOf, watchDirectories } from './directory-watcher.ts';
import type { Observation } from './observation.ts';
import { bytes } from './view/wording.ts';

/** A second look comes this long after a hint. */
const TRAILING_MS = 75;

/** After a watcher failed, the next try comes this much later. */
const RETRY_MS = 30_000;

/** Reading so much every second for nothing would cost more than all else. */
const LARGE_BYTES = 16 * 1024 * 1024;

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
  let lastLarge = '';
  const troubled = (trouble: string, observation: Observation): boolean => {
    const news = lastTrouble !== trouble;
    lastTrouble = trouble;
    lastBytes = null;
    if (news) report(observation);
    return news;
  };
  return () => {
    const found = readBytes(file, lastLarge);
    if (found.kind === 'unchanged') return false;
    lastLarge = found.kind === 'read' ? found.large : '';
    if (found.kind !== 'read') {
      return troubled(found.kind === 'unreadable' ? found.reason : found.kind, found);
    }
    const { content } = found;
    if (lastBytes !== null && Buffer.compare(lastBytes, content) === 0) return false;
    const parsed = parseStatus(content);
    if (!parsed.ok) {
      return troubled(JSON.stringify(parsed.problem), { kind: 'bad', problem: parsed.problem });
    }
    lastBytes = content;
    lastTrouble = null;
    report({ kind: 'ok', status: parsed.status, bytes: content });
    return true;
  };
}

type Found =
  /** `large`: what to pass on to the next look; empty for a small file. */
  | { readonly kind: 'read'; readonly content: Uint8Array; readonly large: string }
  | { readonly kind: 'unchanged' }
  | Exclude<Observation, { kind: 'ok' | 'bad' }>;

/**
 * One look by path. Never waits: a pipe or device in the file's place is refused, not read. A large file is not read
 * again while the system says that it is the same: it cannot be written twice within a tick of the system's clock.
 */
function readBytes(file: string, lastLarge: string): Found {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor, { bigint: true });
    if (!stat.isFile()) return NOT_PLAIN;
    const size = Number(stat.size);
    if (size > MAX_BYTES) {
      return { kind: 'unreadable', code: 'EFBIG', reason: `${bytes(size)}: no status file is as large` };
    }
    const { dev, ino, mtimeNs, ctimeNs } = stat;
    const large = size < LARGE_BYTES ? '' : [dev, ino, size, mtimeNs, ctimeNs].join(' ');
    if (large !== '' && large === lastLarge) return { kind: 'unchanged' };
    return { kind: 'read', content: readFileSync(descriptor), large };
  } catch (error) {
    const { code = 'EIO', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    // What a socket answers to being opened.
    if (code === 'ENXIO') return NOT_PLAIN;
    return { kind: 'unreadable', code, reason: reasonOf(code, message) };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

const NOT_PLAIN = { kind: 'unreadable', code: 'EINVAL', reason: 'not a plain file' } as const;

function reasonOf(code: string, message: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'a directory';
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many open files';
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+ '.*$/s, '');
}
