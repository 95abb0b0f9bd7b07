/**
 * chokidar on the directory that the status file is in, telling that something may have happened to it. It knows
 * when it has stopped telling the truth: when the directory it watches is not the one that is there now.
 */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

export interface Places {
  readonly directories: readonly string[];
  /** The paths that matter there. */
  readonly files: ReadonlySet<string>;
  /** Changes when a directory is another one than before, even under the same name. */
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

export interface DirectoryWatcher {
  readonly places: string;
  ready: boolean;
  /** False: it has stopped telling the truth, and is to be made anew. */
  alive: boolean;
  close(): void;
}

export function watchDirectories(places: Places, hint: () => void, failed: () => void): DirectoryWatcher {
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
