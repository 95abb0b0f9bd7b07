import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Companion, startCompanion } from './companion.ts';

let folder = '';
let running: Companion | null = null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'companion-'));
});
afterEach(async () => {
  await running?.stop();
  running = null;
  rmSync(folder, { recursive: true });
});

const start = (...command: readonly string[]): Companion => {
  running = startCompanion(command, path.join(folder, 'status.txt'), () => {}, 300);
  return running;
};

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not ${what} in time`);
    await sleep(10);
  }
}

/** Waits for a file that a shell writes a process id to. */
async function pidIn(name: string): Promise<number> {
  const file = path.join(folder, name);
  await until(() => existsSync(file) && /\d+\n/.test(readFileSync(file, 'utf8')), `a pid in ${name}`);
  return Number(readFileSync(file, 'utf8'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that nobody has waited for yet is dead all the same.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function groupOf(pid: number): number {
  return Number(/\) \S \d+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
}

describe('the command that runs alongside', () => {
  it('is told which file is watched', async () => {
    const companion = start('sh', '-c', 'echo "$MEMORY_STATUS_FILE"');
    await until(() => companion.end !== null, 'ended');
    expect(companion.end).toMatchObject({ code: 0, endedByUs: false });
    expect(companion.lastLines).toEqual([path.join(folder, 'status.txt')]);
  });

  it.each([
    ['nowhere', 'nowhere/to/be/found', /^could not be started: not found$/],
    ['below a file', '/etc/passwd/tracker', /^could not be started: .*ENOTDIR/],
    ['a name that is too long', 'x'.repeat(300), /^could not be started: .*ENAMETOOLONG/],
  ])('that cannot be started says so: %s', async (_, program, how) => {
    const companion = start(program);
    await until(() => companion.end !== null, 'ended');
    expect(companion.end).toMatchObject({ code: null, how: expect.stringMatching(how), endedByUs: false });
    await companion.stop();
  });

  it('leaves its last words, made safe, when it fails', async () => {
    const companion = start(
      'sh',
      '-c',
      'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do echo $i; done; printf "no \\033[31mway" >&2; exit 3',
    );
    await until(() => companion.end !== null, 'ended');
    expect(companion.end).toEqual({ code: 3, how: 'exited with 3', endedByUs: false });
    expect(companion.lastLines).toHaveLength(12);
    expect(companion.lastLines).toContain('no \\u{1b}[31mway');
    expect(companion.lastLines).toContain('13');
  });

  it('may not exist', async () => {
    const companion = start('no-such-program-here', 'x');
    await until(() => companion.end !== null, 'ended');
    expect(companion.end).toEqual({ code: null, how: 'could not be started: not found', endedByUs: false });
  });

  it('is ended with all that it started', async () => {
    const companion = start(
      'sh',
      '-c',
      `sh -c 'echo $$ > ${folder}/child; sleep 100' & echo $$ > ${folder}/parent; wait`,
    );
    const pids = [await pidIn('child'), await pidIn('parent')];
    expect(pids.map(isAlive)).toEqual([true, true]);
    await companion.stop();
    expect(pids.map(isAlive)).toEqual([false, false]);
    expect(companion.end?.endedByUs ?? true).toBe(true);
  });

  it('is ended when it does not listen to a polite request', async () => {
    const companion = start('sh', '-c', `trap '' TERM; echo $$ > ${folder}/pid; while :; do sleep 1; done`);
    const pid = await pidIn('pid');
    const before = Date.now();
    await companion.stop();
    expect(isAlive(pid)).toBe(false);
    expect(Date.now() - before).toBeGreaterThanOrEqual(290);
  });

  it('takes what it left behind with it', async () => {
    const companion = start(
      'sh',
      '-c',
      `sh -c 'echo $$ > ${folder}/child; exec sleep 100' >/dev/null 2>&1 &`,
    );
    await until(() => companion.end !== null, 'ended');
    const pid = await pidIn('child');
    expect(isAlive(pid)).toBe(true);
    await companion.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it.runIf(process.platform === 'linux')(
    'is gone when of all that it started only zombies are left',
    async () => {
      // Whoever has started the sleeper becomes a stranger who never asks what became of it, as process 1 may be.
      const strangers = `sh -c 'sleep 100 & echo $! > ${folder}/zombie; echo $$ > ${folder}/stranger; exec setsid sleep 100'`;
      const companion = start('sh', '-c', `${strangers} & wait`);
      const [zombie, stranger] = [await pidIn('zombie'), await pidIn('stranger')];
      try {
        await until(() => groupOf(stranger) === stranger, 'a group of its own');
        const before = Date.now();
        await companion.stop();
        expect(Date.now() - before).toBeLessThan(1000);
        expect([groupOf(zombie) === groupOf(stranger), isAlive(zombie), isAlive(stranger)]).toEqual([
          false,
          false,
          true,
        ]);
      } finally {
        process.kill(stranger);
      }
    },
  );

  it('is ended even when we are killed with a signal that nobody can catch', async () => {
    const out = path.resolve('node_modules/.cache/companion-test');
    execFileSync('node_modules/.bin/tsc', ['-p', '.', '--noEmit', 'false', '--noCheck', '--outDir', out]);
    const program = `
      import { startCompanion } from ${JSON.stringify(path.join(out, 'visualizer/companion.js'))};
      startCompanion(['sh', '-c', 'echo $$ > ${folder}/pid; while :; do sleep 1; done'], 'x', () => {});
      setInterval(() => {}, 1000);`;
    const watcher = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
    const pid = await pidIn('pid');
    expect(isAlive(pid)).toBe(true);
    // The guard starts right after the command; the command may be quicker than that.
    await sleep(300);
    watcher.kill('SIGKILL');
    await until(() => !isAlive(pid), 'ended');
  });

  it('tells when it has ended', async () => {
    let told = 0;
    running = startCompanion(['true'], path.join(folder, 'status.txt'), () => told++);
    await until(() => told > 0, 'told');
    expect(running.end?.code).toBe(0);
  });
});
