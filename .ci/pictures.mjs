/**
 * Makes the README's pictures from a real run: the dashboard watches the tour up to a telling command, and is drawn
 * as SVG. `npm run pictures` after a change to what the dashboard shows.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const PICTURES = [
  { name: 'dashboard-dark', size: '120x40', theme: 'dark' },
  { name: 'dashboard-light', size: '120x40', theme: 'light' },
  { name: 'dashboard-small', size: '80x24', theme: 'dark' },
  { name: 'dashboard-large', size: '180x50', theme: 'dark' },
];

/** The tour goes up to this, which is typed by hand: the script's player has gone by the time of the picture. */
const LAST = 'segment free 4';

await build();
const directory = mkdtempSync(join(tmpdir(), 'tracker-pictures-'));
try {
  const script = join(directory, 'tour.txt');
  const tour = readFileSync(join(root, 'tracker', 'examples', 'tour.txt'), 'utf8');
  writeFileSync(script, tour.slice(0, tour.indexOf(`\n${LAST}\n`)));
  const tracker = `'${process.execPath}' '${join(root, 'dist/tracker/main.js')}'`;
  const play = `${tracker} run '${script}' --interval 40ms && ${tracker} ${LAST}`;
  for (const { name, size, theme } of PICTURES) {
    const picture = join(root, 'visualizer', 'pictures', `${name}.svg`);
    const status = join(directory, `${name}.txt`);
    const once = ['--once', '--size', size, '--theme', theme, '--svg', picture, '--file', status];
    const command = ['--', 'sh', '-c', play];
    execFileSync(process.execPath, [join(root, 'dist/visualizer/main.js'), ...once, ...command]);
    if (!readFileSync(status, 'utf8').includes(`\nCommand: ${LAST}\n`)) {
      throw new Error(`${name}: the tour did not get as far as "${LAST}" in time; try again`);
    }
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
