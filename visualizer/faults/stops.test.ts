/** Stopped, by a key or a signal, it gives the terminal back as far as it can; going on, it takes it as it is then. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Terminals } from '../../shared/testing/tmux.ts';
import { Place } from './place.ts';
import { MAIN } from './watcher.ts';

it('suspended, it hears a signal when it goes on, and leaves the terminal alone', async () => {
  const terminals = new Terminals(100, 30);
  const place = new Place();
  terminals.type(0, 'set -m; stty -a > before; echo ready');
  await terminals.shows(0, /^ready/m);
  const before = terminals.modes(0);
  terminals.type(0, `node ${MAIN} --file ${place.file}`);
  await terminals.shows(0, /LIVE/);
  terminals.press(0, 'C-z');
  await terminals.shows(0, /\$$/);
  terminals.type(0, 'kill -TERM %1; fg; echo "ended: $?"; stty -a > after; echo done');
  await terminals.shows(0, /^ended: 143[\s\S]*^done/m);
  expect(terminals.modes(0)).toEqual(before);
  const read = (name: string): string => readFileSync(join(terminals.directory, name), 'utf8');
  expect(read('after')).toEqual(read('before'));
});

it('SIGTSTP from elsewhere suspends it as Ctrl-Z does, and with fg it goes on', async () => {
  const terminals = new Terminals(100, 30);
  const place = new Place();
  const read = (name: string): string => readFileSync(join(terminals.directory, name), 'utf8');
  terminals.type(0, 'set -m; stty -a > before; echo ready');
  await terminals.shows(0, /^ready/m);
  const before = terminals.modes(0);
  terminals.type(0, `sh -c 'echo $$ > pid; exec "$@"' sh node ${MAIN} --file ${place.file}`);
  const [, ...picture] = (await terminals.shows(0, /LIVE[\s\S]*help/)).split('\n');
  const during = terminals.modes(0);
  // The second time it listens as the first.
  for (const round of [1, 2]) {
    process.kill(Number(read('pid')), 'SIGTSTP');
    await terminals.shows(0, /\$$/);
    expect(terminals.modes(0)).toEqual(before);
    terminals.type(0, `stty -a > stopped; echo written ${round}`);
    await terminals.shows(0, new RegExp(`^written ${round}`, 'm'));
    expect(read('stopped')).toEqual(read('before'));
    terminals.type(0, 'fg');
    const [, ...again] = (await terminals.shows(0, /LIVE[\s\S]*help/)).split('\n');
    expect(again).toEqual(picture);
    expect(terminals.modes(0)).toEqual(during);
    terminals.press(0, '?');
    await terminals.shows(0, /Help: /);
    terminals.press(0, 'Escape');
    await terminals.shows(0, /^(?![\s\S]*Help: )/);
  }
  terminals.press(0, 'q');
  await terminals.shows(0, /\$$/);
  expect(terminals.modes(0)).toEqual(before);
});

it('after a SIGSTOP it takes the terminal again, whatever was done with it', async () => {
  const terminals = new Terminals(100, 30);
  const place = new Place();
  const read = (name: string): string => readFileSync(join(terminals.directory, name), 'utf8');
  // Without job control no shell sees that it is stopped, and the test can do what one would.
  terminals.type(0, 'set +m; tty > tty; stty -a > before; echo ready');
  await terminals.shows(0, /^ready/m);
  const tty = read('tty').trim();
  terminals.type(0, `sh -c 'echo $$ > pid; exec "$@"' sh node ${MAIN} --file ${place.file}; stty -a > after`);
  const [, ...picture] = (await terminals.shows(0, /LIVE[\s\S]*help/)).split('\n');
  const [during, modes] = [spawnSync('stty', ['-aF', tty]).stdout, terminals.modes(0)];
  const pid = Number(read('pid'));
  process.kill(pid, 'SIGSTOP');
  spawnSync('stty', ['-F', tty, 'sane']);
  writeFileSync(tty, '\u001b[?1049l\u001b[?25h\u001b[5;5Hprompt in the way $ ');
  await terminals.shows(0, /prompt in the way/);
  process.kill(pid, 'SIGCONT');
  const [, ...again] = (await terminals.shows(0, /LIVE[\s\S]*help/)).split('\n');
  expect(again).toEqual(picture);
  expect(spawnSync('stty', ['-aF', tty]).stdout).toEqual(during);
  expect(terminals.modes(0)).toEqual(modes);
  terminals.press(0, 'q');
  await terminals.shows(0, /\$$/);
  expect(read('after')).toEqual(read('before'));
});

it.each(['Ctrl-Z', 'SIGSTOP'])(
  'resized while it is stopped by %s it goes on in the new size',
  async (how) => {
    const terminals = new Terminals(100, 30);
    const place = new Place();
    const read = (name: string): string => readFileSync(join(terminals.directory, name), 'utf8').trim();
    terminals.type(
      0,
      `set -m; tty > tty; sh -c 'echo $$ > pid; exec "$@"' sh node ${MAIN} --file ${place.file}`,
    );
    await terminals.shows(0, /LIVE[\s\S]*help/);
    for (const [columns, rows] of [
      [80, 24],
      [130, 40],
      [50, 10],
      [100, 30],
    ] as const) {
      if (how === 'Ctrl-Z') terminals.press(0, 'C-z');
      else process.kill(Number(read('pid')), 'SIGSTOP');
      await terminals.shows(0, /Stopped/);
      terminals.resize(columns, rows);
      const size = (): string => spawnSync('stty', ['-F', read('tty'), 'size'], { encoding: 'utf8' }).stdout;
      await expect.poll(size).toBe(`${rows} ${columns}\n`);
      // In raw mode, as a SIGSTOP leaves it, the terminal makes no line of Enter.
      terminals.press(0, 'fg', 'C-j');
      if (columns < 60) {
        await terminals.shows(0, new RegExp(`needs 60x20, has ${columns}x${rows}`));
        continue;
      }
      const lines = (await terminals.shows(0, /^ MEMORY .*LIVE[\s\S]*^ \? {2}help .*$/m)).split('\n');
      expect(lines).toHaveLength(rows);
      expect(lines.find((line) => line.startsWith('┌─ 1 Frames'))).toMatch(/┐$/);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      expect(Math.max(...lines.map((line) => line.length))).toBe(columns);
    }
    terminals.press(0, 'q');
    await terminals.shows(0, /\$$/);
  },
);
