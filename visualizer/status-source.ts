/**
 * Watches the status file: every change is reported once, soon, and whatever happens to the file or its directory.
 *
 * Two things together miss nothing, neither of them alone does (measured with chokidar 5):
 * - The *directory* is watched: watching the file itself goes deaf when it is replaced twice within 6 ms. An event is a
 *   hint, and each comes: what follows closely on another is looked at 50 ms after it, with all that came meanwhile.
 *   So is a file that is suddenly not there or not whole: who does not replace it by renaming is probably at it still.
 * - A second, or a little more after it was read for an event that told the truth, and every second from then on, the
 *   file is opened by its path and read. Contents are compared: inode, size and times repeat. This also finds a
 *   directory that was deleted and made anew, and is all there is when the system has run out of watches.
 */
import { REFRESH_MS } from '../shared/config.ts';
import { type DirectoryWatcher, placesOf, watchDirectories } from './directory-watcher.ts';
import { Looker } from './looker.ts';
import type { Observation } from './observation.ts';

/** From a look for a hint to the next, at least. */
const BETWEEN_HINTS_MS = 50;

/** At 1 Hz the next event comes before the tick. */
const GRACE_MS = 50;

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
  const looker = new Looker(file, report);
  /** When the last look for a hint was done. */
  let hintedAt = Number.NEGATIVE_INFINITY;
  /** The look for hints that came too soon after another. */
  let due: NodeJS.Timeout | null = null;
  let nextTick: NodeJS.Timeout | undefined;
  /** Whoever is told of news may have had enough. */
  let closed = false;
  let watcher: DirectoryWatcher | null = null;
  let nextTry = Number.NEGATIVE_INFINITY;

  const lookForHint = (hasty: boolean): void => {
    due = null;
    if (!watcher?.alive) watchAgain();
    const found = looker.look(hasty);
    hintedAt = performance.now();
    if (found === 'doubt') due = setTimeout(lookForHint, BETWEEN_HINTS_MS, false);
    else if (found === 'news') tickAfter(refreshMs + GRACE_MS);
  };
  const hint = (): void => {
    if (due) return;
    const wait = hintedAt + BETWEEN_HINTS_MS - performance.now();
    if (wait > 0) due = setTimeout(lookForHint, wait, false);
    else lookForHint(true);
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

  const tickAfter = (wait: number): void => {
    clearTimeout(nextTick);
    if (!closed) nextTick = setTimeout(tick, wait);
  };
  const tick = (): void => {
    tickAfter(refreshMs);
    watchAgain();
    // News that nobody announced: whatever is watched there, it is not what it was.
    if (looker.look(false) === 'news' && watcher?.ready && !due) watcher.alive = false;
  };

  tickAfter(refreshMs);
  watchAgain();
  looker.look(false);
  return {
    get watching() {
      return watcher?.ready ?? false;
    },
    close() {
      closed = true;
      clearTimeout(nextTick);
      if (due) clearTimeout(due);
      watcher?.close();
      looker.close();
    },
  };
}
