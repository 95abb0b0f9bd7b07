/** Every way in which a status file can go, or become something else, and come back. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Place } from './place.ts';

export interface Way {
  readonly happens: string;
  /** What happens to the file, or in its place. */
  readonly gone: (place: Place) => void | Promise<void>;
  /** What is said of it; null: nothing, for the file can be read all the time. */
  readonly said: RegExp | null;
  /** A new revision is there again; default: what lies there goes, and the file is written. */
  readonly back?: (place: Place) => void;
  /** Where its later changes are made; default: at its path. */
  readonly target?: (place: Place) => string;
}

const MISSING = /WAITING/;
const BAD = /BAD FILE/;
const UNREADABLE = /UNREADABLE/;

const linked = (place: Place): string => join(place.elsewhere, 'real.txt');
const aside = (place: Place): string => join(place.root, 'aside');

/** Something else where the file was. */
const instead =
  (make: (place: Place) => void | Promise<void>) =>
  (place: Place): void | Promise<void> => {
    unlinkSync(place.file);
    return make(place);
  };

export const WAYS: readonly Way[] = [
  { happens: 'is deleted', gone: ({ file }) => unlinkSync(file), said: MISSING },
  {
    happens: 'is renamed away and back',
    gone: (place) => renameSync(place.file, aside(place)),
    said: MISSING,
    back: (place) => renameSync(aside(place), place.file),
  },
  { happens: 'is a directory', gone: instead(({ file }) => mkdirSync(file)), said: UNREADABLE },
  { happens: 'is a FIFO', gone: instead(({ file }) => void spawnSync('mkfifo', [file])), said: UNREADABLE },
  { happens: 'is a socket', gone: instead(({ file }) => listen(file)), said: UNREADABLE },
  {
    happens: 'is a link to a device',
    gone: instead(({ file }) => symlinkSync('/dev/zero', file)),
    said: UNREADABLE,
  },
  { happens: 'is a link to itself', gone: instead(({ file }) => symlinkSync(file, file)), said: UNREADABLE },
  {
    happens: 'is a dangling link, and then not',
    gone: instead((place) => symlinkSync(linked(place), place.file)),
    said: MISSING,
    back: (place) => place.replace(linked(place)),
    target: linked,
  },
  {
    happens: 'is a link whose target is replaced',
    gone: (place) => {
      place.replace(linked(place));
      symlinkSync(linked(place), `${place.file}.link`);
      renameSync(`${place.file}.link`, place.file);
    },
    said: null,
    back: (place) => place.replace(linked(place)),
    target: linked,
  },
  {
    happens: 'is a link by way of another link, whose target is replaced',
    gone: instead((place) => {
      symlinkSync(linked(place), aside(place));
      symlinkSync(aside(place), place.file);
    }),
    said: MISSING,
    back: (place) => place.replace(linked(place)),
    target: linked,
  },
  {
    happens: 'has another name too, and is written by that',
    gone: (place) => linkSync(place.file, linked(place)),
    said: null,
    back: (place) => writeFileSync(linked(place), place.next()),
  },
  { happens: 'is empty', gone: (place) => place.overwrite(''), said: BAD },
  { happens: 'is cut off', gone: ({ file }) => truncateSync(file, 700), said: BAD },
  {
    happens: 'is garbage',
    gone: (place) => place.overwrite(Uint8Array.from({ length: 5000 }, (_, k) => k * 7)),
    said: BAD,
  },
  {
    happens: 'is 10 GB of nothing',
    gone: ({ file }) => truncateSync(file, 1e10),
    said: BAD,
  },
  { happens: 'is 300 MB of nothing', gone: ({ file }) => truncateSync(file, 3e8), said: BAD },
  {
    happens: 'goes with its directory, which is made anew',
    gone: ({ folder }) => rmSync(folder, { recursive: true }),
    said: MISSING,
    back: (place) => {
      mkdirSync(place.folder);
      place.replace();
    },
  },
  {
    happens: 'is in a directory that is made anew before anybody looks',
    gone: ({ folder }) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    },
    said: MISSING,
  },
  {
    happens: 'is in a directory that is renamed away, and another put in its place',
    gone: (place) => {
      renameSync(place.folder, aside(place));
      mkdirSync(place.folder);
      place.replace();
    },
    said: null,
  },
  {
    happens: 'is in a directory that is renamed away, and back',
    gone: (place) => renameSync(place.folder, aside(place)),
    said: MISSING,
    back: (place) => renameSync(aside(place), place.folder),
  },
  {
    happens: 'is in a directory whose directory is renamed away, and back',
    gone: ({ root }) => renameSync(root, `${root}-away`),
    said: MISSING,
    back: ({ root }) => renameSync(`${root}-away`, root),
  },
  {
    happens: 'is in a directory that becomes a file',
    gone: ({ folder }) => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
    },
    said: UNREADABLE,
    back: (place) => {
      unlinkSync(place.folder);
      mkdirSync(place.folder);
      place.replace();
    },
  },
  {
    happens: 'is in a directory that becomes a link to another',
    gone: (place) => {
      rmSync(place.folder, { recursive: true });
      symlinkSync(place.elsewhere, place.folder);
    },
    said: MISSING,
    back: (place) => place.replace(),
    target: (place) => join(place.elsewhere, 'memory_status.txt'),
  },
  {
    happens: 'is in a directory by a link that is turned to another',
    gone: (place) => {
      renameSync(place.folder, aside(place));
      symlinkSync(aside(place), place.folder);
      place.replace();
      unlinkSync(place.folder);
      symlinkSync(place.elsewhere, place.folder);
      place.replace();
    },
    said: null,
  },
];

/** Only who is not the superuser is kept out. */
export const FORBIDDEN: readonly Way[] = [
  {
    happens: 'has mode 0',
    gone: ({ file }) => chmodSync(file, 0),
    said: UNREADABLE,
    back: ({ file }) => chmodSync(file, 0o644),
  },
  {
    happens: 'is in a directory of mode 0',
    gone: ({ folder }) => chmodSync(folder, 0),
    said: UNREADABLE,
    back: ({ folder }) => chmodSync(folder, 0o755),
  },
  {
    happens: 'is in a directory that may be read and not entered',
    gone: ({ folder }) => chmodSync(folder, 0o644),
    said: UNREADABLE,
    back: ({ folder }) => chmodSync(folder, 0o755),
  },
  {
    happens: 'is in a directory that may be entered and not listed',
    gone: ({ folder }) => chmodSync(folder, 0o311),
    said: null,
  },
];

/** A socket stays when its server is gone. */
async function listen(file: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(file, resolve));
  renameSync(file, `${file}.socket`);
  await new Promise((resolve) => server.close(resolve));
  renameSync(`${file}.socket`, file);
}
