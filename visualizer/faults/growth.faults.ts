/** Watching for a long time: from redraw 5,000 and a full history on, 10,000 further redraws take nothing that stays. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MOST_MB = 5;

it(`10,000 redraws grow by no more than ${MOST_MB} MB`, () => {
  // As a bundle and in a process of its own: a test runner would be counted too.
  const words = ['.ci/bench.mjs', 'visualizer/cost/main.ts', 'dist/visualizer/main.js', '--growth-alone'];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' });
  expect(stdout, stderr).toMatch(/^-?\d/);
  console.log(`10,000 redraws: ${Number(stdout).toFixed(1)} MB`);
  expect(Number(stdout)).toBeLessThanOrEqual(MOST_MB);
});
