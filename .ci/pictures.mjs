/**
 * Makes the README's pictures from a real run: the tour under the real dashboard, in a terminal of tmux's, stopped at
 * a telling revision and drawn as SVG. `npm run pictures` after a change to what the dashboard shows.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import xterm from '@xterm/headless';
import { rolldown } from 'rolldown';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'visualizer', 'pictures');
const PICTURES = [
  { name: 'dashboard-dark', columns: 120, rows: 40, revision: 28, keys: [] },
  { name: 'dashboard-light', columns: 120, rows: 40, revision: 28, keys: ['c'] },
  { name: 'dashboard-small', columns: 80, rows: 24, revision: 28, keys: [] },
  { name: 'dashboard-large', columns: 180, rows: 50, revision: 28, keys: [] },
];

/** visualizer/testing/picture.ts, compiled for this run. */
async function pictureModule(directory) {
  const file = join(directory, 'picture.mjs');
  const bundled = await rolldown({
    input: join(root, 'visualizer', 'testing', 'picture.ts'),
    platform: 'node',
  });
  await bundled.write({ file, format: 'esm' });
  return import(file);
}

/** The dashboard's screen at that revision, as the escape sequences that draw it. */
async function capture(directory, { columns, rows, revision, keys }) {
  const socket = join(directory, 'tmux.sock');
  const tmux = (...words) => execFileSync('tmux', ['-S', socket, ...words], { encoding: 'utf8' });
  const status = join(directory, 'memory_status.txt');
  const node = process.execPath;
  const tour = join(root, 'tracker', 'examples', 'tour.txt');
  const player = [node, join(root, 'dist/tracker/main.js'), 'run', tour, '--interval', '250ms'];
  const command = [node, join(root, 'dist/visualizer/main.js'), '--file', status, '--', ...player];
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-x',
    `${columns}`,
    '-y',
    `${rows}`,
    '-e',
    'COLORTERM=truecolor',
    ...command,
  );
  try {
    const shows = async (wanted) => {
      for (let tries = 0; !wanted.test(tmux('capture-pane', '-p')); tries++) {
        if (tries > 1500) throw new Error(`${wanted} never came:\n${tmux('capture-pane', '-p')}`);
        await wait(20);
      }
    };
    await shows(/rev [1-9]\d/);
    for (const key of keys) tmux('send-keys', key);
    await shows(new RegExp(`rev ${revision}\\b`));
    // A frame that has just changed flashes; the picture shows it after that.
    await wait(150);
    return tmux('capture-pane', '-p', '-e', '-N');
  } finally {
    tmux('kill-server');
    rmSync(status, { force: true });
  }
}

function terminalOf(text, columns, rows) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  return new Promise((resolve) => terminal.write(text.replace(/\n$/, ''), () => resolve(terminal)));
}

await build();
mkdirSync(folder, { recursive: true });
const directory = mkdtempSync(join(tmpdir(), 'tracker-pictures-'));
try {
  const { toSvg } = await pictureModule(directory);
  for (const picture of PICTURES) {
    const terminal = await terminalOf(await capture(directory, picture), picture.columns, picture.rows);
    const title = 'The memory visualizer, drawn from a run of the tour';
    writeFileSync(
      join(folder, `${picture.name}.svg`),
      `${toSvg(terminal, { title, ...(picture.name.endsWith('light') ? { background: '#ffffff', foreground: '#24292f' } : {}) })}\n`,
    );
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
