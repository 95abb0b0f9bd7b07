/** `npm start`: the tour under the dashboard. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../shared/testing/temporary-directory.ts';

const starter = fileURLToPath(new URL('../.ci/start.mjs', import.meta.url));

it('takes the options of the visualizer, and leaves nothing behind', () => {
  const place = temporaryDirectory();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [starter, '--once', '--size', '72x24', '--ascii'],
    { encoding: 'utf8', env: { ...process.env, TMPDIR: place } },
  );
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect([lines.length, Math.max(...lines.map(({ length }) => length))]).toEqual([24, 72]);
  expect(stdout).toMatch(/^[ -~\n]+$/);
  expect(stdout).toContain('@ LIVE');
  expect(readdirSync(place)).toEqual([]);
});
