/** A status file in a directory of its own, and all that a source has reported of it: for tests that watch it go and change. */
import { existsSync, mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { formatStatus } from '../../shared/status-text/format.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { temporaryDirectory } from '../../shared/testing/temporary-directory.ts';
import type { Observation } from '../observation.ts';
import { type SourceOptions, type StatusSource, watchStatus } from '../status-source.ts';

/** Normally a tenth of this, in milliseconds; but the machine may be busy. */
export const SOON = 500;

/** The example status as a file. */
export const bytesOf = (revision: number): Uint8Array => formatStatus(exampleStatus({ revision }));

/** For one test: the folder is there, the file is not; nothing has been reported. */
export function watchedFile() {
  const root = realpathSync(temporaryDirectory());
  const folder = path.join(root, 'folder');
  const file = path.join(folder, 'memory_status.txt');
  const seen: { at: number; observation: Observation }[] = [];
  mkdirSync(folder);

  /** As the tracker does: a sibling, renamed over the file. */
  function replace(revision: number, target = file): void {
    writeFileSync(`${target}.new`, bytesOf(revision));
    renameSync(`${target}.new`, target);
  }

  /** A source on it, which is closed when the test ends; it has reported what was there. */
  async function watching(options: SourceOptions = {}): Promise<StatusSource> {
    const started = watchStatus(
      file,
      (observation) => seen.push({ at: performance.now(), observation }),
      options,
    );
    onTestFinished(() => started.close());
    if (options.events !== false && existsSync(folder)) await until(() => started.watching, 'watching');
    await sleep(30);
    return started;
  }

  const kinds = (): string[] => seen.map(({ observation }) => observation.kind);
  const revisions = (): number[] =>
    seen.flatMap(({ observation }) => (observation.kind === 'ok' ? [observation.status.revision] : []));

  async function until(condition: () => boolean, what: string, milliseconds = 3000): Promise<void> {
    const deadline = performance.now() + milliseconds;
    while (!condition()) {
      if (performance.now() > deadline)
        throw new Error(`not ${what} within ${milliseconds} ms; saw ${kinds().join(' ')}`);
      await sleep(2);
    }
  }

  const showing = (revision: number): Promise<void> =>
    until(
      () => revisions().at(-1) === revision && seen.at(-1)?.observation.kind === 'ok',
      `revision ${revision}`,
    );

  return { root, folder, file, seen, replace, watching, kinds, revisions, until, showing };
}
