/** `--once` as people run it: the built program, its output and its exit code. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { temporaryDirectory } from '../shared/testing/temporary-directory.ts';
import { fakeTerminal } from './testing/fake-terminal.ts';
import { madeStatus } from './testing/statuses.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
let folder = '';
let status = '';

beforeEach(() => {
  folder = temporaryDirectory();
  status = join(folder, 'memory_status.txt');
  writeFileSync(status, formatStatus(madeStatus()));
});

function once(...args: readonly string[]) {
  const environment = { PATH: process.env.PATH, LANG: 'C.UTF-8' };
  return spawnSync(process.execPath, [join(dist, 'visualizer/main.js'), '--once', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  });
}

/** How the program ends with these arguments, and what it has written by then; `act` is told of it at its start. */
async function endedBy(args: readonly string[], act: (child: ChildProcessWithoutNullStreams) => void) {
  const child = spawn(process.execPath, [join(dist, 'visualizer/main.js'), ...args], { cwd: folder });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
    });
  }
  act(child);
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, ...written };
}

describe('one picture of the dashboard', () => {
  it('is so many characters by so many lines as text, with its panels and its charts', () => {
    const { status: code, stdout, stderr } = once('--size', '100x30');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(30);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    for (const title of ['1 Frames', '2 Usage', '3 Pages', '4 Segments', '6 Segment space']) {
      expect(stdout).toContain(title);
    }
    expect(stdout).toContain('AAAA');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  it('has the colours of its theme with --ansi, and no code that is not a colour', async () => {
    const { stdout } = once('--size', '120x40', '--ansi', '--theme', 'light');
    expect(stdout.replace(/\u001b\[[\d;]*m/g, '')).not.toContain('\u001b');
    const screen = fakeTerminal(120, 41);
    screen.output.write(stdout.replaceAll('\n', '\r\n'));
    await screen.settle();
    const { x, y } = screen.find('Frames');
    expect(screen.cell(x, y)).toMatchObject({ background: 255, bold: true });
    // The curve is contrib's, in dots.
    expect(screen.text()).toMatch(/[\u2801-\u28ff]/);
  });

  it('is a whole SVG picture in a file, 120x40 where there is no terminal, or on the standard output', () => {
    const { status: code, stdout } = once('--svg', 'picture.svg');
    expect([code, stdout]).toEqual([0, '']);
    const svg = readFileSync(join(folder, 'picture.svg'), 'utf8');
    expect(svg).toMatch(/^<svg .*width="1024" height="696".*aria-label="Memory at revision 128: 64 frames/);
    expect(svg).toMatch(/<\/svg>\n$/);
    expect(readdirSync(folder).sort()).toEqual(['memory_status.txt', 'picture.svg']);
    expect(once('--svg', '-').stdout.length).toBeGreaterThan(10_000);
  });

  it('has seen what the command did before', () => {
    const tracker = join(dist, 'tracker/main.js');
    const script = join(folder, 'script.txt');
    writeFileSync(script, 'init\nalloc P1 4\nalloc P2 50\nfree P1\n');
    const command = ['--', process.execPath, tracker, 'run', script, '--interval', '50ms'];
    const { stdout, stderr } = once('--size', '120x40', ...command);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/rev [01]–3 /);
    expect(stdout).toContain('GONE');
  });

  it('fails as the command did, after the picture of what that left', () => {
    const failing = once('--', process.execPath, '-e', 'console.log("no luck"); process.exit(3)');
    expect(failing).toMatchObject({ status: 3, stdout: expect.stringContaining(' MEMORY ') });
    expect(failing.stderr).toMatch(/ exited with 3\n {4}no luck\n$/);
    expect(once('--size', '120x40', '--', 'no-such-command-here')).toMatchObject({
      status: 127,
      stdout: expect.stringContaining('MEMORY'),
    });
    expect(once('--', process.execPath, '-e', '0').status).toBe(0);
  });

  it('fails as a command did that has left no file, and says only that', () => {
    for (const size of [[], ['--size', '80x24']]) {
      const away = [...size, '--file', 'away.txt', '--'];
      const failing = once(...away, 'sh', '-c', 'echo no luck; exit 7');
      expect(failing).toMatchObject({ status: 7, stdout: '' });
      expect(failing.stderr).toMatch(/^\S+: sh -c .* exited with 7\n {4}no luck\n$/);
      expect(once(...away, 'no-such-command-here').status).toBe(127);
      const idle = once(...away, 'true');
      expect(idle.status).toBe(66);
      expect(idle.stderr).toContain('away.txt is not there yet');
    }
  });

  it.each([
    ['as text', []],
    ['in a file', ['--svg', 'picture.svg']],
  ])('is not made after a signal, %s, though the command it watches ends then', async (_, args) => {
    writeFileSync(join(folder, 'picture.svg'), 'the last one');
    // What it leaves behind, which heeds nothing but SIGKILL, is waited for; the command itself ends at once.
    const command = "trap '' TERM; sleep 30 & trap 'exit 3' TERM; touch started; wait";
    const words = ['--once', ...args, '--file', status, '--', 'sh', '-c', command];
    const child = spawn(process.execPath, [join(dist, 'visualizer/main.js'), ...words], { cwd: folder });
    let written = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (written += String(text)));
    const ended = new Promise((resolve) => child.once('close', resolve));
    await expect.poll(() => readdirSync(folder), { timeout: 10_000 }).toContain('started');
    child.kill('SIGTERM');
    expect([await ended, written]).toEqual([143, '']);
    expect(readFileSync(join(folder, 'picture.svg'), 'utf8')).toBe('the last one');
  });

  it('is not made after a signal that comes while it is drawn', async () => {
    writeFileSync(join(folder, 'picture.svg'), 'the last one');
    writeFileSync(join(folder, 'next.txt'), formatStatus(madeStatus({ revision: 129 })));
    // A frame that has changed is lit for 400 ms, for which the picture waits. What the command leaves behind heeds no signal.
    const leftBehind = "trap '' TERM; sleep 0.1; kill -TERM $PPID; sleep 30";
    const command = `cp next.txt memory_status.txt; sleep 0.2; (${leftBehind}) >/dev/null 2>&1 &`;
    const args = ['--once', '--svg', 'picture.svg', '--', 'sh', '-c', command];
    const told = await endedBy(args, () => {});
    expect(told).toEqual({ code: 143, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'picture.svg'), 'utf8')).toBe('the last one');
  });

  it('is all that is written where a signal comes after it, even of a command that has failed', async () => {
    const command = "trap '' TERM; sleep 30 & exit 3";
    const args = ['--once', '--', 'sh', '-c', command];
    const told = await endedBy(args, (child) => child.stdout.once('data', () => child.kill('SIGTERM')));
    expect(told).toEqual({ code: 143, stdout: expect.stringContaining(' MEMORY '), stderr: '' });
  });

  it('keeps to ASCII when told to', () => {
    expect(once('--size', '120x40', '--ascii').stdout).toMatch(/^[ -~\n]+$/);
    expect(once('--ascii').stdout).toMatch(/^[ -~\n]+$/);
    const svg = once('--svg', '-', '--ascii').stdout;
    expect(svg).toMatch(/^[ -~\n]+$/);
    // Also where it is said to people who cannot see it.
    expect(svg).toContain('aria-label="Memory at revision 128: 64 frames x 4 KiB');
  });
});

describe('no picture of the dashboard', () => {
  it('without a file: 66; of a damaged one: 65; with nonsense for a size: 64', () => {
    expect(once('--ansi', '--file', 'other.txt')).toMatchObject({ status: 66, stdout: '' });
    writeFileSync(status, 'what?\n');
    const damaged = once('--svg', 'picture.svg');
    expect(damaged).toMatchObject({ status: 65, stderr: expect.stringContaining('memory_status.txt:1: ') });
    expect(once('--size', '10x10')).toMatchObject({ status: 64, stderr: expect.stringContaining('60x20') });
    expect(readdirSync(folder)).toEqual(['memory_status.txt']);
  });

  it('where it cannot be written: 74, what to do, and what was there is left alone', () => {
    mkdirSync(join(folder, 'taken.svg'));
    for (const name of ['taken.svg', 'not/there.svg', '/dev/full']) {
      const { status: code, stderr } = once('--svg', name);
      expect([name, code]).toEqual([name, 74]);
      expect(stderr).toMatch(/^visualizer: cannot write .*--svg/);
    }
    expect(readdirSync(folder).sort()).toEqual(['memory_status.txt', 'taken.svg']);
  });

  it('over the status file, not even through a link', () => {
    symlinkSync(status, join(folder, 'link.svg'));
    const before = readFileSync(status, 'utf8');
    for (const name of ['memory_status.txt', 'link.svg']) expect(once('--svg', name).status).toBe(64);
    expect(readFileSync(status, 'utf8')).toBe(before);
  });
});

describe('the report', () => {
  it('is what --once prints without a size, and --text says so', () => {
    writeFileSync(status, formatStatus(exampleStatus()));
    const { stdout } = once();
    expect(stdout).toContain('── Segment space');
    expect(once('--text').stdout.split('\n').length).toBe(stdout.split('\n').length);
  });
});
