/** What the visualizer says of a slip in shared/config.ts, started as npm does it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ProjectCopy } from '../shared/testing/project-copy.ts';

const example = fileURLToPath(new URL('../memory_status.txt', import.meta.url));

/** Both ways of starting it, in a project whose REFRESH_MS is `value`. */
function started(value: string) {
  const project = new ProjectCopy();
  project.editConfig((config) => config.replace(/REFRESH_MS = \d+/, `REFRESH_MS = ${value}`));
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, {
      cwd: project.directory,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: project.directory, FORCE_COLOR: '1' },
    });
  return {
    visualizer: run(project.launcher, 'visualizer', '--file', example),
    start: run(project.starter),
    help: run(project.launcher, 'visualizer', '--help'),
  };
}

it.each([
  ['2_500_000_000', '2500000000'],
  ['0', '0'],
  ['-1', '-1'],
  ['99', '99'],
  ['100.5', '100.5'],
  ["'x'", "'x'"],
])('a REFRESH_MS of %s is refused by name, with what was expected', (value, shown) => {
  const { visualizer, start, help } = started(value);
  const sentence = `visualizer: shared/config.ts: REFRESH_MS is ${shown}, expected a whole number from 100 to 3600000\n`;
  expect([visualizer.status, visualizer.stderr]).toEqual([65, sentence]);
  expect([start.status, start.stderr]).toEqual([65, sentence]);
  expect(visualizer.stdout).toBe('');
  expect(help.status).toBe(0);
});

it('a name that means nothing is no bug: it cannot start, and says why', () => {
  const { visualizer, start } = started('oops');
  const sentence = 'visualizer: cannot start: oops is not defined; was shared/config.ts edited last?\n';
  expect([visualizer.status, visualizer.stderr]).toEqual([65, sentence]);
  expect([start.status, start.stderr]).toEqual([65, sentence]);
});

it('what does not compile is named with its line, without colours', () => {
  for (const { status, stderr } of Object.values(started('= 1'))) {
    expect(status).toBe(65);
    expect(stderr).toMatch(
      /^[^\u001b]*shared\/config\.ts:\d+:\d+[^\u001b]*\nvisualizer: the sources do not compile/,
    );
  }
});
