/** `npm start`: the tour in a loop, a step a second, under the dashboard, on a status file in the temporary directory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

await build();
const tracker = fileURLToPath(new URL('../dist/tracker/main.js', import.meta.url));
const tour = fileURLToPath(new URL('../tracker/examples/tour.txt', import.meta.url));
const visualizer = new URL('../dist/visualizer/main.js', import.meta.url);
const directory = mkdtempSync(join(tmpdir(), 'memory-tracker-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));

const [node, , ...options] = process.argv;
const player = [node, tracker, 'run', tour, '--interval', '1s', '--loop'];
process.argv = [
  node,
  visualizer.pathname,
  ...options,
  '--file',
  join(directory, 'memory_status.txt'),
  '--',
  ...player,
];
await import(visualizer.href);
