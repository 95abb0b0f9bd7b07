/** `npm start`: the tour in a loop, a step a second, under the dashboard, on a status file in the temporary directory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.mjs';

const tracker = fileURLToPath(new URL('../dist/tracker/main.js', import.meta.url));
const tour = fileURLToPath(new URL('../tracker/examples/tour.txt', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'memory-tracker-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));

const [node, , ...options] = process.argv;
const player = [node, tracker, 'run', tour, '--interval', '1s', '--loop'];
await launch('visualizer', [...options, '--file', join(directory, 'memory_status.txt'), '--', ...player]);
