/** Files and directories that go, turn into something else, and come back, under `--plain`. */
import { spawnSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { REFRESH_MS } from '../../shared/config.ts';
import { MAX_BYTES } from '../../shared/status-file/read.ts';
import { Place } from './place.ts';
import { vanishAll } from './vanishing.ts';
import { MAIN, Watcher } from './watcher.ts';
import { FORBIDDEN, WAYS } from './ways-to-vanish.ts';

const NOBODY = 65_534;
const uid = process.geteuid?.() === 0 ? NOBODY : process.geteuid?.();
/** A checkout below /root, say, is not everybody's to read. */
const readable = spawnSync(process.execPath, ['--check', MAIN], { uid }).status === 0;

/** Some of each kind. */
const SOME = WAYS.filter((_, k) => k % 3 === 0);

it('whatever becomes of the file or its directory is said, and a file that is back is shown, soon', async () => {
  expect(await vanishAll(SOME, 'plain')).toHaveProperty('size', SOME.length);
});

it.runIf(readable)('what may not be read is said, and shown when it may', async () => {
  expect(await vanishAll(FORBIDDEN, 'plain', { uid })).toHaveProperty('size', FORBIDDEN.length);
});

it.runIf(process.platform === 'linux')(
  'the largest file that is read takes no more than 512 MB',
  async () => {
    const place = new Place();
    const watcher = await Watcher.start('plain', place.file);
    truncateSync(place.file, MAX_BYTES);
    await watcher.shows(/BAD FILE/, 5000);
    // Two more looks.
    await sleep(2 * REFRESH_MS + 200);
    expect(watcher.mostMegabytes).toBeLessThan(512);
  },
);
