/** One writer at a time. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import locks from 'fs-native-extensions';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { acquireLock, StatusFileError } from './lock.ts';

async function codeOf(acquiring: Promise<unknown>): Promise<string> {
  return acquiring.then(
    () => 'acquired',
    (error: unknown) => (error instanceof StatusFileError ? error.code : String(error)),
  );
}

test('the second one waits until the first is done', async () => {
  const path = join(temporaryDirectory(), 'status.txt');
  const first = await acquireLock(path);
  const order: string[] = [];
  const second = acquireLock(path).then((lock) => {
    order.push('second');
    lock.release();
  });
  await sleep(40);
  order.push('first');
  first.release();
  await second;
  expect(order).toEqual(['first', 'second']);
});

test('who waits too long learns who has it', async () => {
  const path = join(temporaryDirectory(), 'status.txt');
  const lock = await acquireLock(path, { command: 'replay trace.txt\u001b[31m' });
  const waiting = acquireLock(path, { timeoutMs: 30 });
  await expect(waiting).rejects.toMatchObject({
    code: 'locked',
    message: `${path} is locked by process ${process.pid} (replay trace.txt\\u{1b}[31m) (waited 0.03 s): try again when it has finished, or stop it`,
  });
  lock.release();
});

test('a holder that has not said who it is goes unnamed', async () => {
  const path = join(temporaryDirectory(), 'status.txt');
  const lock = await acquireLock(path);
  writeFileSync(`${path}.lock`, 'garbage');
  await expect(acquireLock(path, { timeoutMs: 0 })).rejects.toThrow(
    'is locked by another process (waited 0 s)',
  );
  lock.release();
});

test('a lock is released once, and the lock file stays beside the status file, empty', async () => {
  const path = join(temporaryDirectory(), 'status.txt');
  writeFileSync(path, '');
  const lock = await acquireLock(path, { command: 'alloc' });
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(`${process.pid} alloc\n`);
  lock.release();
  lock.release();
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe('');
  (await acquireLock(path, { timeoutMs: 0 })).release();
});

test('where no status file came of it the lock file goes, and of those who wait one at a time has the next', async () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'status.txt');
  let holders = 0;
  const most: number[] = [];
  const hold = async () => {
    const lock = await acquireLock(path);
    holders += 1;
    most.push(holders);
    await sleep(1);
    holders -= 1;
    lock.release();
  };
  await Promise.all(Array.from({ length: 40 }, hold));
  expect(most).toEqual(most.map(() => 1));
  expect(most).toHaveLength(40);
  expect(readdirSync(directory)).toEqual([]);
});

test('it goes before the lock is free: afterwards it could be the file that the next one has locked', async () => {
  const path = join(temporaryDirectory(), 'status.txt');
  const lock = await acquireLock(path);
  const free: string[] = [];
  const { unlock } = locks;
  vi.spyOn(locks, 'unlock').mockImplementation((fd) => {
    unlock(fd);
    free.push(existsSync(`${path}.lock`) ? 'still there' : 'gone');
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  lock.release();
  expect(free).toEqual(['gone']);
});

test('a lock file without a holder does not lock, whatever it says', async () => {
  const path = join(temporaryDirectory(), 'status.txt');
  writeFileSync(`${path}.lock`, '1 init\n');
  (await acquireLock(path, { timeoutMs: 0 })).release();
});

test('by a link or not, it is the same lock', async () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'real'));
  symlinkSync('real/status.txt', join(directory, 'link.txt'));
  const lock = await acquireLock(join(directory, 'link.txt'));
  expect(existsSync(join(directory, 'real/status.txt.lock'))).toBe(true);
  expect(await codeOf(acquireLock(join(directory, 'real/status.txt'), { timeoutMs: 0 }))).toBe('locked');
  lock.release();
});

test('a lock file that has been removed is made anew, and the old one counts for nothing', async () => {
  const path = join(temporaryDirectory(), 'status.txt');
  const first = await acquireLock(path);
  rmSync(`${path}.lock`);
  const second = await acquireLock(path, { timeoutMs: 0 });
  expect(await codeOf(acquireLock(path, { timeoutMs: 0 }))).toBe('locked');
  first.release();
  expect(await codeOf(acquireLock(path, { timeoutMs: 0 }))).toBe('locked');
  second.release();
});

test('a directory that is not there is io, and says what to do', async () => {
  const path = join(temporaryDirectory(), 'nowhere/status.txt');
  await expect(acquireLock(path)).rejects.toMatchObject({ code: 'io', cause: { code: 'ENOENT' } });
  await expect(acquireLock(path)).rejects.toThrow(`cannot lock ${path}: ENOENT`);
  await expect(acquireLock(path)).rejects.toThrow('the directory must be there first');
});

test('a lock file that is a link, a directory or a FIFO is refused: nothing is written through it', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'precious.txt'), 'precious');
  symlinkSync('precious.txt', join(directory, 'a.txt.lock'));
  mkdirSync(join(directory, 'b.txt.lock'));
  execFileSync('mkfifo', [join(directory, 'c.txt.lock')]);
  for (const name of ['a.txt', 'b.txt', 'c.txt']) {
    const path = join(directory, name);
    const message = `${path}.lock is not a plain file: remove it and try again`;
    await expect(acquireLock(path)).rejects.toMatchObject({ code: 'io', message });
  }
  expect(readFileSync(join(directory, 'precious.txt'), 'utf8')).toBe('precious');
});

test('where a directory or a device stands for the status file, no lock file is left beside it', async () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'status.txt'));
  for (const path of [join(directory, 'status.txt'), '/dev/null']) {
    const message = `cannot lock ${path}: it is not a plain file; choose another with --file`;
    await expect(acquireLock(path)).rejects.toMatchObject({ code: 'io', message });
    expect(existsSync(`${path}.lock`)).toBe(false);
  }
});
