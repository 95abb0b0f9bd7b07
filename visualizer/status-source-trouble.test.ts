/** The file or its directory is gone, put elsewhere, torn, or not to be read: what the source says, and that it goes on. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { SOON, watchedFile } from './testing/watched-file.ts';

describe('the status source', () => {
  it('says of a file that is as it was before it could not be read that it is back, and no more', async () => {
    const { file, replace, watching, kinds, until, showing } = watchedFile();
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
    const { file, replace, watching, kinds, until, showing } = watchedFile();
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
    const { folder, seen, replace, watching, kinds, until, showing } = watchedFile();
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
    const { folder, replace, watching, revisions, showing } = watchedFile();
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
    const { folder, replace, watching, showing } = watchedFile();
    rmSync(folder, { recursive: true });
    await watching({ refreshMs: 100 });
    mkdirSync(folder);
    replace(17);
    await showing(17);
  });

  it('reports a torn file as bad, with the line, and the next whole one as good', async () => {
    const { file, seen, replace, watching, kinds, until, showing } = watchedFile();
    replace(17);
    await watching();
    truncateSync(file, 700);
    await until(() => kinds().at(-1) === 'bad', 'bad');
    expect(seen.at(-1)?.observation).toMatchObject({ kind: 'bad', problem: { line: expect.any(Number) } });
    replace(18);
    await showing(18);
  });

  it('never waits for a pipe, and refuses a directory', async () => {
    const { file, seen, replace, watching, showing } = watchedFile();
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
    const { folder, file, seen, replace, watching, kinds, until } = watchedFile();
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
    const { file, seen, replace, watching, showing } = watchedFile();
    replace(17);
    chmodSync(file, 0);
    await watching({ refreshMs: 100 });
    expect(seen.at(-1)?.observation).toMatchObject({ kind: 'unreadable', reason: 'permission denied' });
    chmodSync(file, 0o600);
    await showing(17);
  });
});
