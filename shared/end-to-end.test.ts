/** The two programs as people run them: two terminals side by side, and one file between them. */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Terminals } from './testing/tmux.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const tracker = `node ${join(root, 'dist/tracker/main.js')}`;
const visualizer = `node ${join(root, 'dist/visualizer/main.js')}`;

/** Processes whose command line holds `text`. */
function running(text: string): string[] {
  const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return all.split('\n').filter((line) => line.includes(text) && !line.includes('ps -eo'));
}

describe('two terminals', () => {
  it('show in the one what happens in the other', async () => {
    const terminals = new Terminals(200, 40);
    terminals.split();
    terminals.type(0, visualizer);
    await terminals.shows(0, /WAITING/);
    await terminals.shows(0, /alloc P1 4/);

    terminals.type(1, `${tracker} alloc P1 4`);
    await terminals.shows(1, /P1: 4 pages allocated/);
    await terminals.shows(0, /LIVE +rev 1\b/);

    terminals.type(1, `${tracker} menu`);
    await terminals.shows(1, /Leave/);
    terminals.type(1, '3');
    await terminals.shows(1, /Limit in bytes \(/);
    terminals.type(1, '100');
    await terminals.shows(1, /Base address/);
    terminals.type(1, '');
    await terminals.shows(1, /0 -> 1000 -> 100/);
    await terminals.shows(0, /LIVE +rev 2\b/);
    terminals.type(1, '0');
    // Typed ahead, the next line would be the menu's too.
    await terminals.shows(1, /\$$/);

    const burst = Array.from({ length: 100 }, (_, k) => `access P1 --page ${k % 4}`).join('\n');
    writeFileSync(join(terminals.directory, 'burst.txt'), burst);
    terminals.type(1, `${tracker} < burst.txt > /dev/null`);
    await terminals.shows(0, /rev 102\b/);

    terminals.press(0, 'q');
    await terminals.shows(0, /\$$/);
    terminals.type(0, 'echo code=$?');
    await terminals.shows(0, /code=0/);
    expect(terminals.alternate(0)).toBe(false);
  });
});

describe('the dashboard in a terminal', () => {
  it('survives a storm of resizes, and says what it needs when there is too little room', async () => {
    const terminals = new Terminals(120, 40);
    terminals.type(0, `${tracker} alloc P1 4 && ${visualizer}`);
    await terminals.shows(0, /LIVE/);
    for (let k = 0; k < 40; k++) terminals.resize(50 + ((k * 37) % 150), 15 + ((k * 17) % 45));
    for (const [columns, rows] of [
      [80, 24],
      [200, 60],
      [61, 21],
      [150, 30],
      [80, 24],
      [40, 10],
    ] as const)
      terminals.resize(columns, rows);
    await terminals.shows(0, /60 ?[x×] ?20/);
    terminals.resize(120, 40);
    await terminals.shows(0, /Frames[\s\S]*LIVE|LIVE[\s\S]*Frames/);
    terminals.press(0, 'q');
    await terminals.shows(0, /\$$/);
  });

  it.each([
    ['TERM', 143],
    ['INT', 130],
    ['HUP', 129],
    ['QUIT', 131],
  ] as const)('gives the terminal back after SIG%s', async (signal, code) => {
    const terminals = new Terminals(100, 30);
    terminals.type(0, `${tracker} alloc P1 4; ${visualizer} --file ./memory_status.txt; echo code=$?`);
    await terminals.shows(0, /LIVE/);
    const [line = ''] = running(`dist/visualizer/main.js --file ./memory_status.txt`).filter(
      (each) => !each.includes('sh -c') && !each.includes('echo'),
    );
    process.kill(Number.parseInt(line, 10), `SIG${signal}`);
    await terminals.shows(0, new RegExp(`code=${code}`));
    expect(terminals.alternate(0)).toBe(false);
  });

  it('goes where g says and tells an event in full, at the keyboard', async () => {
    const terminals = new Terminals(100, 30);
    writeFileSync(
      join(terminals.directory, 'steps.txt'),
      'init --total-frames 2 --policy lru\nreserve P1 4\nrefs P1 "0 1 0 2"\n',
    );
    terminals.type(0, `${tracker} run steps.txt; ${visualizer}`);
    await terminals.shows(0, /rev 2\b/);
    terminals.press(0, 'g', 'P', '1', ':', '0', 'x', '0', 'Enter', 'Enter');
    await terminals.shows(0, /frame +0, A P1[\s\S]*page +0, 0x000/);
    terminals.press(0, '8', 'Up', 'Enter');
    await terminals.shows(0, /Candidates under lru[\s\S]*◂ +A P1 +1 +1 +used at 2 +evicted/);
    terminals.press(0, 'Escape');
    await terminals.shows(0, /^(?![\s\S]*Candidates)/);
    terminals.press(0, 'q');
    await terminals.shows(0, /\$$/);
  });

  it('says that the command beside it has failed while one watches, and once more afterwards', async () => {
    const terminals = new Terminals(100, 30);
    terminals.type(0, `${tracker} alloc P1 4 && ${visualizer} -- sh -c 'echo no script; exit 66'`);
    await terminals.shows(0, /LIVE[\s\S]* exited with 66: no script[\s\S]*\? {2}help/);
    terminals.press(0, 'q');
    expect(await terminals.shows(0, /\$$/)).toMatch(/visualizer: .* exited with 66\n {4}no script/);
    terminals.type(0, `${visualizer} -- no-such-command`);
    await terminals.shows(0, /LIVE[\s\S]*no-such-command could not be started: not found/);
    terminals.press(0, 'q');
    expect(await terminals.shows(0, /\$$/)).toContain('no-such-command could not be started: not found');
  });

  it('is suspended by Ctrl-Z and goes on with fg', async () => {
    const terminals = new Terminals(100, 30);
    terminals.type(0, 'set -m');
    terminals.type(0, `${tracker} alloc P1 4; ${visualizer}`);
    await terminals.shows(0, /LIVE/);
    terminals.press(0, 'C-z');
    await terminals.shows(0, /\$$/);
    expect(terminals.alternate(0)).toBe(false);
    terminals.type(0, 'fg');
    await terminals.shows(0, /LIVE/);
    terminals.press(0, 'q');
    await terminals.shows(0, /\$$/);
  });
});

describe('the menu on a terminal', () => {
  it('is suspended by Ctrl-Z with whatever started it, and goes on with fg where it was', async () => {
    const terminals = new Terminals(100, 40);
    terminals.type(0, 'set -m');
    // As npm does, somebody waits for it in the same process group.
    terminals.type(0, `sh -c '${tracker}; echo left with $?'`);
    await terminals.shows(0, /help\] >$/);
    terminals.press(0, 'a', 'l', 'l', 'C-z');
    await terminals.shows(0, /\$$/);
    terminals.type(0, 'fg');
    await terminals.shows(0, /help\] > all$/);
    terminals.type(0, 'oc P1 4');
    await terminals.shows(0, /P1: 4 pages allocated[\s\S]*help\] >$/);
    terminals.press(0, 'C-z');
    await terminals.shows(0, /\$$/);
    terminals.type(0, 'fg');
    await terminals.shows(0, /help\] >$/);
    terminals.press(0, 'C-d');
    expect(await terminals.shows(0, /\$$/)).toMatch(/help\] >\nleft with 0\n/);
  });

  it('goes on at once after Ctrl-Z where there is no shell to go back to', async () => {
    const terminals = new Terminals(100, 40);
    terminals.type(0, `exec ${tracker}`);
    await terminals.shows(0, /help\] >$/);
    terminals.press(0, 'x', 'C-z');
    // Nothing is to be seen of it.
    await sleep(500);
    terminals.press(0, 'Left');
    terminals.type(0, 'a');
    await terminals.shows(0, /there is no command 'ax'/);
  });

  it('leaves the next line to the shell when it is interrupted', async () => {
    const terminals = new Terminals(100, 40);
    terminals.type(0, `${tracker}; echo left with $?`);
    await terminals.shows(0, /help\] >$/);
    terminals.press(0, 'C-c');
    expect(await terminals.shows(0, /\$$/)).toMatch(/help\] >\nleft with 130\n/);
  });
});

describe('npm start', () => {
  it('plays the tour under the dashboard, and takes the player along when it ends', async () => {
    const terminals = new Terminals(120, 40);
    // By its whole path: another copy of the project may be playing its own.
    const player = `${join(root, 'tracker/examples/tour.txt')} --interval`;
    terminals.type(0, `export TMPDIR=${terminals.directory}; npm --prefix ${root} start`);
    const screen = await terminals.shows(0, /LIVE +rev [3-9]/);
    expect(screen).toMatch(/A shell/);
    expect(running(player)).toHaveLength(1);
    terminals.press(0, 'q');
    await terminals.shows(0, /\$$/);
    expect(terminals.alternate(0)).toBe(false);
    expect(running(player)).toEqual([]);
    expect(readdirSync(terminals.directory).filter((name) => name.startsWith('memory-tracker-'))).toEqual([]);
  });
});
