/**
 * chokidar on the directory that the status file is in, telling that something may have happened to it. It knows
 * when it has stopped telling the truth: when the directory it watches is not the one that is there now.
 *
 * What is listened to is what the system says (`raw`). What chokidar does for events of its own is left out: at each
 * event it would read the directory and ask for the state of everything in it, which no longer works where there are
 * thousands of files.
 */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { FSWatcher } from 'chokidar';

export interface Places {
  readonly directories: readonly string[];
  /** The paths that matter there. */
  readonly files: ReadonlySet<string>;
  /** Changes when the file is really another one, and when a directory is, even under the same name. */
  readonly identity: string;
}

/** Where the file is, and where it really is when the path goes through a link: a rename happens there. */
export function placesOf(file: string): Places {
  const files = new Set([path.resolve(file)]);
  try {
    files.add(realpathSync(file));
  } catch {
    // Not there (yet): then it can only appear at its path.
  }
  const directories: string[] = [];
  let identity = `${[...files].join('\0')}\0`;
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

export interface DirectoryWatcher {
  readonly places: string;
  ready: boolean;
  /** False: it has stopped telling the truth, and is to be made anew. */
  alive: boolean;
  close(): void;
}

/** chokidar without what it finds in the directories. */
class EventsOnly extends FSWatcher {
  override _readdirp(): undefined {
    return undefined;
  }
}

export function watchDirectories(places: Places, hint: () => void, failed: () => void): DirectoryWatcher {
  const names = new Set(Array.from(places.files, (name) => path.basename(name)));
  const ownNames = new Set(Array.from(places.directories, (name) => path.basename(name)));
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
    watcher = new EventsOnly({ ignoreInitial: true });
    watcher.add([...places.directories]);
    watcher.on('raw', (_event, name: string | null) => {
      if (watcher === null) return;
      // Not every system says whose event it is.
      const whose = name === null ? null : path.basename(name);
      const isOwn = whose !== null && ownNames.has(whose);
      // The directory has gone, and what comes in its place is not watched.
      if (isOwn) self.alive = false;
      if (whose === null || isOwn || names.has(whose)) hint();
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
