/** Several real processes at one status file: nothing is lost, and a kill leaves a whole file and a free lock. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatStatus } from '../status-text/format.ts';
import { type Compiled, compile } from '../testing/compiled.ts';
import { exampleStatus } from '../testing/example-status.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { acquireLock } from './lock.ts';
import { readStatusFile } from './read.ts';
import { sweepSiblings } from './sibling.ts';

let worker: Compiled;
beforeAll(() => {
  worker = compile('shared/testing/file-worker.ts');
});
afterAll(() => worker.remove());

function statusFile(revision: number): string {
  const path = join(temporaryDirectory(), 'status.txt');
  writeFileSync(path, formatStatus(exampleStatus({ revision, events: [] })));
  return path;
}

function startWorker(path: string, times: number): ChildProcess {
  return spawn(process.execPath, [worker.path, path, String(times)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function revisionOf(path: string): number {
  const file = readStatusFile(path);
  if (file.kind !== 'ok') throw new Error(`the file is ${JSON.stringify(file)}`);
  return file.status.revision;
}

test('eight processes that change the file ten times each lose nothing', async () => {
  const path = statusFile(0);
  const workers = Array.from({ length: 8 }, () => startWorker(path, 10));
  const codes = await Promise.all(workers.map(async (worker) => (await once(worker, 'exit'))[0]));
  expect(codes).toEqual(codes.map(() => 0));
  expect(revisionOf(path)).toBe(80);
});

/** Kills a worker at a random moment, `kills` times over, and looks at what it leaves. */
async function killAgainAndAgain(kills: number): Promise<void> {
  const path = statusFile(0);
  let revision = 0;
  for (let kill = 0; kill < kills; kill++) {
    const worker = startWorker(path, 1_000_000);
    if (worker.stdout) await once(worker.stdout, 'data');
    await sleep(Math.random() * 8);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    expect(revisionOf(path)).toBeGreaterThan(revision);
    revision = revisionOf(path);
    const lock = await acquireLock(path, { timeoutMs: 0 });
    sweepSiblings(path);
    lock.release();
    expect(readdirSync(join(path, '..')).sort()).toEqual(['status.txt', 'status.txt.lock']);
  }
}

test('a kill at any moment leaves a whole file and a free lock', async () => {
  await Promise.all([killAgainAndAgain(15), killAgainAndAgain(15)]);
});

test('a disk that takes no more leaves the old file as it was', () => {
  const path = statusFile(0);
  const before = readFileSync(path);
  // Half a kilobyte may be written, then no more: a short write first, and then an error.
  const limited = `ulimit -f 1; trap '' XFSZ; exec "$0" "$1" "$2" 1`;
  const run = () =>
    execFileSync('sh', ['-c', limited, process.execPath, worker.path, path], { stdio: 'pipe' });
  expect(run).toThrow(/cannot write .*EFBIG.*the file may not become this large/);
  expect(Buffer.compare(readFileSync(path), before)).toBe(0);
  expect(readdirSync(join(path, '..')).sort()).toEqual(['status.txt', 'status.txt.lock']);
});
