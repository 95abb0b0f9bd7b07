/** `--plain` as people run it: on a pipe, with a tracker at work. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../shared/testing/temporary-directory.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
let child: ChildProcess | null = null;
afterEach(() => child?.kill('SIGKILL'));

function narration(folder: string, ...args: readonly string[]) {
  const program = join(dist, 'visualizer/main.js');
  const started = spawn(process.execPath, [program, '--plain', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let text = '';
  started.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = new Promise<number | null>((resolve) => started.once('exit', resolve));
  return {
    process: started,
    ended,
    text: () => text,
    async says(wanted: RegExp): Promise<string> {
      const deadline = Date.now() + 15_000;
      while (!wanted.test(text)) {
        if (Date.now() > deadline) throw new Error(`${wanted} was not said:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return text;
    },
  };
}

function tracker(folder: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(dist, 'tracker/main.js'), ...args], { cwd: folder });
}

describe('the narration on a pipe', () => {
  it('says to make the folder first, where there is none any more', async () => {
    const folder = join(temporaryDirectory(), 'lab');
    mkdirSync(folder);
    const told = narration(tmpdir(), '--file', join(folder, '1.txt'));
    expect(await told.says(/WAITING/)).not.toContain('mkdir');
    rmdirSync(folder);
    writeFileSync(folder, '');
    await told.says(/UNREADABLE/);
    rmSync(folder);
    await told.says(/WAITING: .* type.*: mkdir -p \S+lab && npm /);
  });

  it('tells of each command as it is done, without a control character, until a signal ends it', async () => {
    const folder = temporaryDirectory();
    const told = narration(folder);
    await told.says(/WAITING: memory_status.txt is not there yet/);
    tracker(folder, 'alloc', 'P1', '4');
    await told.says(/LIVE: [\s\S]*Process A P1: 4 pages/);
    tracker(folder, 'access', 'P1', '0');
    const text = await told.says(
      /revision 2: access P1 0; time 5: hit: P1 page 0 .*1 hit in 1 reference \(100\.0%\)/,
    );
    expect(text).toMatch(/\n$/);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    told.process.kill('SIGTERM');
    expect(await told.ended).toBe(143);
  });

  it('tells nothing a second time of a file that was away or torn and is back as it was', async () => {
    const folder = temporaryDirectory();
    const file = join(folder, 'memory_status.txt');
    tracker(folder, 'alloc', 'P1', '4');
    const content = readFileSync(file);
    const told = narration(folder);
    const first = await told.says(/revision 1, time 4: .*\n/);
    renameSync(file, `${file}.away`);
    await told.says(/WAITING: memory_status.txt is gone; revision 1 was the last/);
    renameSync(`${file}.away`, file);
    await told.says(/gone.*\n.*LIVE: memory_status.txt\n/);
    writeFileSync(file, content.subarray(0, 300));
    await told.says(/BAD FILE/);
    writeFileSync(file, content);
    await told.says(/BAD FILE.*\n.*LIVE: memory_status.txt\n/);
    tracker(folder, 'access', 'P1', '0');
    const text = await told.says(/revision 2: /);
    expect(text.slice(first.length).match(/ [A-Z]+:| BAD FILE:| revision \d+: /g)).toEqual([
      ...[' WAITING:', ' LIVE:', ' BAD FILE:', ' LIVE:', ' revision 2: '],
    ]);
  });

  it('runs a command alongside, in ASCII where asked, and ends with 0 when nobody listens any more', async () => {
    const folder = temporaryDirectory();
    const told = narration(folder, '--ascii', '--', process.execPath, join(dist, 'tracker/main.js'), 'demo');
    const text = await told.says(/the command .* exited with 0/);
    expect(text).toMatch(/^[ -~\n]+$/);
    told.process.stdout?.destroy();
    tracker(folder, 'alloc', 'P9', '1');
    expect(await told.ended).toBe(0);
  });

  it('says that the disk is full, and ends with 74', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [join(dist, 'visualizer/main.js'), '--plain'], {
      cwd: temporaryDirectory(),
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status).toBe(74);
    expect(stderr).toMatch(/^visualizer: cannot write the output: ENOSPC.*\n$/);
  });
});
