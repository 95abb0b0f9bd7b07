import { spawnSync } from 'node:child_process';
import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import type { Observation } from './observation.ts';
import { type SourceOptions, type StatusSource, watchStatus } from './status-source.ts';

let root = '';
let folder = '';
let file = '';
let source: StatusSource | null = null;
let seen: { at: number; observation: Observation }[] = [];

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'source-')));
  folder = path.join(root, 'folder');
  mkdirSync(folder);
  file = path.join(folder, 'memory_status.txt');
  seen = [];
});

afterEach(() => {
  source?.close();
  source = null;
  rmSync(root, { recursive: true, force: true });
});

const bytesOf = (revision: number): Uint8Array => formatStatus(exampleStatus({ revision }));

/** As the tracker does: a sibling, renamed over the file. */
function replace(revision: number, target = file): void {
  writeFileSync(`${target}.new`, bytesOf(revision));
  renameSync(`${target}.new`, target);
}

/** Normally a tenth of this, in milliseconds; but the machine may be busy. */
const SOON = 500;

async function watching(options: SourceOptions = {}): Promise<StatusSource> {
  const started = watchStatus(
    file,
    (observation) => seen.push({ at: performance.now(), observation }),
    options,
  );
  source = started;
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

describe('the status source', () => {
  it('reports at once what is there, or that nothing is', async () => {
    replace(17);
    watchStatus(file, (observation) => seen.push({ at: 0, observation })).close();
    watchStatus(path.join(root, 'none.txt'), (observation) => seen.push({ at: 0, observation })).close();
    watchStatus(path.join(root, 'no', 'folder', 'x'), (observation) =>
      seen.push({ at: 0, observation }),
    ).close();
    expect(kinds()).toEqual(['ok', 'missing', 'missing']);
  });

  it('reports each change once, and soon', async () => {
    await watching({ refreshMs: 60_000 });
    for (let revision = 17; revision < 22; revision++) {
      const before = performance.now();
      replace(revision);
      await showing(revision);
      expect((seen.at(-1)?.at ?? 0) - before).toBeLessThan(SOON);
      await sleep(110);
    }
    expect(revisions()).toEqual([17, 18, 19, 20, 21]);
  });

  it('shows the second of two changes, however soon it comes after the first', async () => {
    await watching({ refreshMs: 60_000 });
    let revision = 17;
    for (let gap = 0; gap <= 70; gap += 5) {
      replace(revision++);
      if (gap > 0) await sleep(gap);
      replace(revision);
      await showing(revision);
      revision++;
      await sleep(20);
    }
  });

  it('shows the last of a burst of a thousand changes a second', async () => {
    await watching();
    for (let burst = 0; burst < 3; burst++) {
      const first = 100 + burst * 1000;
      for (let i = 0; i < 300; i++) {
        replace(first + i);
        if (i % 5 === 0) await sleep(1);
      }
      await showing(first + 299);
      await sleep(60);
    }
    expect(revisions()).toEqual([...revisions()].sort((a, b) => a - b));
  });

  it('says nothing when the file is written again with the same content', async () => {
    replace(17);
    await watching({ refreshMs: 100 });
    for (let i = 0; i < 5; i++) {
      replace(17);
      await sleep(60);
    }
    expect(kinds()).toEqual(['ok']);
  });

  it('says of a file that is as it was before it could not be read that it is back, and no more', async () => {
    replace(17);
    await watching({ refreshMs: 100 });
    const backAgain = () => until(() => kinds().at(-1) === 'back', 'back');
    renameSync(file, `${file}.away`);
    await until(() => kinds().at(-1) === 'missing', 'missing');
    renameSync(`${file}.away`, file);
    await backAgain();
    truncateSync(file, 700);
    await until(() => kinds().at(-1) === 'bad', 'bad');
    mkdirSync(`${file}.directory`);
    unlinkSync(file);
    renameSync(`${file}.directory`, file);
    await until(() => kinds().at(-1) === 'unreadable', 'unreadable');
    rmSync(file, { recursive: true });
    replace(17);
    await backAgain();
    await sleep(300);
    expect(kinds().filter((kind) => kind === 'ok' || kind === 'back')).toEqual(['ok', 'back', 'back']);
    // The same revision with another content is another file.
    unlinkSync(file);
    await until(() => kinds().at(-1) === 'missing', 'missing');
    writeFileSync(file, formatStatus(exampleStatus({ revision: 17, command: 'by hand' })));
    await showing(17);
  });

  it('sees the file go and come', async () => {
    replace(17);
    await watching();
    for (let revision = 18; revision < 21; revision++) {
      unlinkSync(file);
      await until(() => kinds().at(-1) === 'missing', 'missing');
      replace(revision);
      await showing(revision);
    }
  });

  it('goes on when the directory is deleted and made anew, again and again', async () => {
    replace(17);
    await watching({ refreshMs: 300 });
    for (let revision = 18; revision < 22; revision++) {
      rmSync(folder, { recursive: true });
      await until(() => kinds().at(-1) === 'missing', 'missing');
      mkdirSync(folder);
      replace(revision);
      await showing(revision);
    }
    // The new directory is watched, not only looked at by the tick.
    await sleep(400);
    for (let revision = 30; revision < 34; revision++) {
      const before = performance.now();
      replace(revision);
      await showing(revision);
      expect((seen.at(-1)?.at ?? 0) - before).toBeLessThan(SOON);
      await sleep(100);
    }
  });

  it('goes on when the directory is renamed away and another takes its place', async () => {
    replace(17);
    await watching({ refreshMs: 300 });
    renameSync(folder, `${folder}-old`);
    mkdirSync(folder);
    replace(18);
    await showing(18);
    replace(99, path.join(`${folder}-old`, 'memory_status.txt'));
    await sleep(400);
    expect(revisions().at(-1)).toBe(18);
    replace(19);
    await showing(19);
  });

  it('waits for a directory that is not there yet', async () => {
    rmSync(folder, { recursive: true });
    await watching({ refreshMs: 100 });
    mkdirSync(folder);
    replace(17);
    await showing(17);
  });

  it('reports a torn file as bad, with the line, and the next whole one as good', async () => {
    replace(17);
    await watching();
    truncateSync(file, 700);
    await until(() => kinds().at(-1) === 'bad', 'bad');
    expect(seen.at(-1)?.observation).toMatchObject({ kind: 'bad', problem: { line: expect.any(Number) } });
    replace(18);
    await showing(18);
  });

  it('follows a link to the file it points at', async () => {
    const real = path.join(root, 'real.txt');
    replace(17, real);
    symlinkSync(real, file);
    await watching({ refreshMs: 60_000 });
    replace(18, real);
    await showing(18);
  });

  it('never waits for a pipe, and refuses a directory', async () => {
    spawnSync('mkfifo', [file]);
    await watching({ refreshMs: 100 });
    expect(seen.at(-1)?.observation).toMatchObject({ kind: 'unreadable', reason: 'not a plain file' });
    unlinkSync(file);
    mkdirSync(file);
    await sleep(200);
    expect(seen.at(-1)?.observation).toMatchObject({ kind: 'unreadable', reason: 'not a plain file' });
    rmSync(file, { recursive: true });
    replace(17);
    await showing(17);
  });

  it('says of a path through a file, and of a file that is far too large, what a single look says', async () => {
    replace(17);
    await watching({ refreshMs: 100 });
    truncateSync(file, 1e10);
    await until(() => kinds().at(-1) === 'bad', 'bad');
    expect(seen.at(-1)?.observation).toMatchObject({ problem: { found: 'a file of 10000000000 bytes' } });
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    await until(() => kinds().at(-1) === 'unreadable', 'unreadable');
    const reason = 'a part of the path is not a directory';
    expect(seen.at(-1)?.observation).toEqual({ kind: 'unreadable', reason });
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not read, and reads when it may', async () => {
    replace(17);
    chmodSync(file, 0);
    await watching({ refreshMs: 100 });
    expect(seen.at(-1)?.observation).toMatchObject({ kind: 'unreadable', reason: 'permission denied' });
    chmodSync(file, 0o600);
    await showing(17);
  });

  it('finds every change by the tick alone when there is no watcher', async () => {
    replace(17);
    const started = await watching({ events: false, refreshMs: 50 });
    expect(started.watching).toBe(false);
    for (let revision = 18; revision < 22; revision++) {
      replace(revision);
      await showing(revision);
    }
  });

  it('falls back to the tick when the system has run out of watches', async () => {
    const { watch } = fs;
    const noSpace = Object.assign(new Error('System limit for number of file watchers reached'), {
      code: 'ENOSPC',
    });
    fs.watch = () => {
      throw noSpace;
    };
    syncBuiltinESMExports();
    try {
      replace(17);
      const started = watchStatus(file, (observation) => seen.push({ at: 0, observation }), {
        refreshMs: 50,
      });
      source = started;
      for (let revision = 18; revision < 22; revision++) {
        replace(revision);
        await showing(revision);
      }
      expect(started.watching).toBe(false);
    } finally {
      fs.watch = watch;
      syncBuiltinESMExports();
    }
  });

  it('serves several on one file, in a directory that may only be read, and writes nothing there', async () => {
    replace(17);
    chmodSync(folder, 0o555);
    try {
      const others: number[][] = [[], [], []];
      const sources = others.map((revisionsSeen) =>
        watchStatus(file, (observation) => {
          if (observation.kind === 'ok') revisionsSeen.push(observation.status.revision);
        }),
      );
      await watching();
      // In place: nothing else is possible there.
      writeFileSync(file, bytesOf(18));
      await showing(18);
      await until(() => others.every((revisionsSeen) => revisionsSeen.at(-1) === 18), 'seen by all');
      for (const each of sources) each.close();
      expect(readdirSync(folder)).toEqual(['memory_status.txt']);
    } finally {
      chmodSync(folder, 0o755);
    }
  });

  it('is silent once it is closed', async () => {
    replace(17);
    const started = await watching({ refreshMs: 30 });
    started.close();
    replace(18);
    await sleep(200);
    expect(revisions()).toEqual([17]);
  });
});
