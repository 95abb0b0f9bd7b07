/** A status file in a directory of its own, for one test, and what a writer or a vandal does to it. */
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { formatStatus } from '../../shared/status-text/format.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { temporaryDirectory } from '../../shared/testing/temporary-directory.ts';

/** A file system in memory: on a disk a rename may wait for what others write, and the test with it. */
const MEMORY = '/dev/shm';

export class Place {
  readonly root = temporaryDirectory(existsSync(MEMORY) ? MEMORY : undefined);
  /** The directory that the file is in. */
  readonly folder = join(this.root, 'folder');
  readonly file = join(this.folder, 'memory_status.txt');
  /** A directory beside it. */
  readonly elsewhere = join(this.root, 'elsewhere');
  #revision = 100;

  constructor() {
    // Whoever watches need not be who writes.
    chmodSync(this.root, 0o755);
    mkdirSync(this.folder);
    mkdirSync(this.elsewhere);
    this.replace();
  }

  /** The last that was written. */
  get revision(): number {
    return this.#revision;
  }

  /** The content of the next. */
  next(): Uint8Array {
    this.#revision += 1;
    return formatStatus(exampleStatus({ revision: this.#revision, written: new Date().toISOString() }));
  }

  /** A new revision, written as the tracker does: a sibling, renamed over the file. */
  replace(file = this.file): void {
    writeFileSync(`${file}.new`, this.next());
    renameSync(`${file}.new`, file);
  }

  /** A new revision where something else lay. */
  restore(): void {
    rmSync(this.file, { recursive: true, force: true });
    this.replace();
  }

  /** Whatever became of its directories: as at first, with a new revision. */
  remake(): void {
    for (const each of readdirSync(this.root)) rmSync(join(this.root, each), { recursive: true });
    for (const each of [this.folder, this.elsewhere]) mkdirSync(each);
    this.replace();
  }

  /** Into the file itself, as an editor might. */
  overwrite(content: string | Uint8Array): void {
    const descriptor = openSync(this.file, 'w');
    writeFileSync(descriptor, content);
    closeSync(descriptor);
  }
}
