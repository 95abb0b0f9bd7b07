import fs, { chmodSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchStatus } from './status-source.ts';
import { bytesOf, SOON, watchedFile } from './testing/watched-file.ts';

describe('the status source', () => {
  it('reports at once what is there, or that nothing is', async () => {
    const { root, file, seen, replace, kinds } = watchedFile();
    replace(17);
    watchStatus(file, (observation) => seen.push({ at: 0, observation })).close();
    watchStatus(path.join(root, 'none.txt'), (observation) => seen.push({ at: 0, observation })).close();
    watchStatus(path.join(root, 'no', 'folder', 'x'), (observation) =>
      seen.push({ at: 0, observation }),
    ).close();
    expect(kinds()).toEqual(['ok', 'missing', 'missing']);
  });

  it('reports each change once, and soon', async () => {
    const { seen, replace, watching, revisions, showing } = watchedFile();
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
    const { replace, watching, showing } = watchedFile();
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
    const { replace, watching, revisions, showing } = watchedFile();
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
    const { replace, watching, kinds } = watchedFile();
    replace(17);
    await watching({ refreshMs: 100 });
    for (let i = 0; i < 5; i++) {
      replace(17);
      await sleep(60);
    }
    expect(kinds()).toEqual(['ok']);
  });

  it('follows a link to the file it points at', async () => {
    const { root, file, replace, watching, showing } = watchedFile();
    const real = path.join(root, 'real.txt');
    replace(17, real);
    symlinkSync(real, file);
    await watching({ refreshMs: 60_000 });
    replace(18, real);
    await showing(18);
  });

  it('finds every change by the tick alone when there is no watcher', async () => {
    const { replace, watching, showing } = watchedFile();
    replace(17);
    const started = await watching({ events: false, refreshMs: 50 });
    expect(started.watching).toBe(false);
    for (let revision = 18; revision < 22; revision++) {
      replace(revision);
      await showing(revision);
    }
  });

  it('falls back to the tick when the system has run out of watches', async () => {
    const { file, seen, replace, showing } = watchedFile();
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
      onTestFinished(() => started.close());
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
    const { folder, file, replace, watching, until, showing } = watchedFile();
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
    const { replace, watching, revisions } = watchedFile();
    replace(17);
    const started = await watching({ refreshMs: 30 });
    started.close();
    replace(18);
    await sleep(200);
    expect(revisions()).toEqual([17]);
  });
});
