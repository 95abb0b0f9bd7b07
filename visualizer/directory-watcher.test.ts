import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { placesOf, watchDirectories } from './directory-watcher.ts';

/** Long enough for an event of a busy machine. */
const PATIENCE = { timeout: 5000, interval: 5 };

/** A file in a directory of its own in `root`, and a watcher that counts its hints. */
async function watched() {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'watcher-')));
  const directory = path.join(root, 'directory');
  const file = path.join(directory, 'memory_status.txt');
  mkdirSync(directory);
  writeFileSync(file, '17');
  const count = { hints: 0 };
  const watcher = watchDirectories(
    placesOf(file),
    () => {
      count.hints += 1;
    },
    () => {},
  );
  onTestFinished(() => {
    watcher.close();
    rmSync(root, { recursive: true });
  });
  await vi.waitFor(() => expect(watcher.ready).toBe(true), PATIENCE);
  count.hints = 0;
  return { root, directory, file, count, watcher };
}

function replace(file: string): void {
  writeFileSync(`${file}.new`, '18');
  renameSync(`${file}.new`, file);
}

describe('the watcher of the directory', () => {
  it('tells of the file, however it is written, and of no other', async () => {
    const { file, count } = await watched();
    for (let time = 0; time < 20; time++) replace(path.join(path.dirname(file), 'another.txt'));
    await sleep(200);
    expect(count.hints).toBe(0);
    for (const write of [() => replace(file), () => writeFileSync(file, '19'), () => rmSync(file)]) {
      count.hints = 0;
      write();
      await vi.waitFor(() => expect(count.hints).toBeGreaterThan(0), PATIENCE);
      await sleep(50);
    }
  });

  it('does not read the directory, in which there may be thousands of files', async ({ skip }) => {
    const { directory, file, count } = await watched();
    /** A system notes when a directory was read, if it was changed since it was read before. */
    const wasRead = (): boolean => {
      const { atimeNs, mtimeNs } = statSync(directory, { bigint: true });
      return atimeNs >= mtimeNs;
    };
    // The clock of a file system may tick a hundred times a second.
    await sleep(50);
    replace(file);
    await vi.waitFor(() => expect(count.hints).toBeGreaterThan(0), PATIENCE);
    await sleep(200);
    expect(wasRead()).toBe(false);
    readdirSync(directory);
    if (!wasRead()) skip('this file system does not note it');
  });

  it('tells when the directory goes away with the file', async () => {
    const { root, directory, count, watcher } = await watched();
    renameSync(directory, path.join(root, 'elsewhere'));
    await vi.waitFor(() => expect(count.hints).toBeGreaterThan(0), PATIENCE);
    expect(watcher.alive).toBe(false);
  });
});

it('a link that leads to another file in the same directory is another place', () => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'places-')));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const link = path.join(root, 'link.txt');
  const identities = ['one.txt', 'other.txt'].map((name) => {
    writeFileSync(path.join(root, name), '17');
    rmSync(link, { force: true });
    symlinkSync(name, link);
    return placesOf(link).identity;
  });
  expect(new Set(identities).size).toBe(2);
});
