/** Putting a new file in place of the old one, and what is kept of it. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { MAX_BYTES } from './read.ts';
import { replaceStatusFile } from './replace.ts';

const NEW = Buffer.from('new');
const BACKUP = { sync: false, backup: true } as const;

function withFile(): { directory: string; path: string } {
  const directory = temporaryDirectory();
  const path = join(directory, 'status.txt');
  writeFileSync(path, 'old');
  return { directory, path };
}

/** Expects writing to `path` to be refused, and nothing to be left in its directory. */
function expectRefused(directory: string, path: string, sentence: string): void {
  const before = readdirSync(directory);
  const error = { code: 'io', message: expect.stringContaining(sentence) };
  expect(() => replaceStatusFile(path, NEW, { sync: true })).toThrow(expect.objectContaining(error));
  expect(readdirSync(directory)).toEqual(before);
}

test.each([true, false])(
  'the new bytes take the place of the old, and nothing else is left (sync: %s)',
  (sync) => {
    const { directory, path } = withFile();
    replaceStatusFile(path, NEW, { sync });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(directory)).toEqual(['status.txt']);
  },
);

test('a file that was not there is made', () => {
  const path = join(temporaryDirectory(), 'status.txt');
  replaceStatusFile(path, NEW, { sync: false });
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test('who had the old file open still reads all of it', () => {
  const { path } = withFile();
  const before = statSync(path).ino;
  replaceStatusFile(path, NEW, { sync: false });
  expect(statSync(path).ino).not.toBe(before);
});

test.each([0o600, 0o640, 0o664, 0o755])('the permissions %o are kept', (mode) => {
  const { path } = withFile();
  chmodSync(path, mode);
  replaceStatusFile(path, NEW, { sync: false });
  expect(statSync(path).mode & 0o7777).toBe(mode);
});

test('a link keeps pointing, and what it points to is replaced', () => {
  const { directory, path } = withFile();
  mkdirSync(join(directory, 'links'));
  const link = join(directory, 'links/link.txt');
  symlinkSync('../status.txt', link);
  replaceStatusFile(link, NEW, { sync: false });
  expect(readlinkSync(link)).toBe('../status.txt');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(join(directory, 'links'))).toEqual(['link.txt']);
});

test('a link to a file that is not there yet makes it', () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'real'));
  symlinkSync('second.txt', join(directory, 'first.txt'));
  symlinkSync('real/status.txt', join(directory, 'second.txt'));
  replaceStatusFile(join(directory, 'first.txt'), NEW, { sync: false });
  expect(readFileSync(join(directory, 'real/status.txt'), 'utf8')).toBe('new');
  expect(lstatSync(join(directory, 'second.txt')).isSymbolicLink()).toBe(true);
});

test('a read-only file is refused, for the superuser too', () => {
  const { directory, path } = withFile();
  chmodSync(path, 0o444);
  expectRefused(directory, path, `cannot write ${path}: it is read-only; make it writable (chmod u+w)`);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

test('a directory, a FIFO and a device are refused', () => {
  const { directory } = withFile();
  mkdirSync(join(directory, 'directory'));
  execFileSync('mkfifo', [join(directory, 'fifo')]);
  symlinkSync('/dev/null', join(directory, 'null'));
  for (const name of ['directory', 'fifo', 'null']) {
    expectRefused(directory, join(directory, name), 'it is not a plain file');
  }
});

test('links that go in a circle are refused', () => {
  const directory = temporaryDirectory();
  symlinkSync('b', join(directory, 'a'));
  symlinkSync('a', join(directory, 'b'));
  expectRefused(directory, join(directory, 'a'), 'its symbolic links lead in a circle');
});

test('a directory that is not there is refused', () => {
  const directory = temporaryDirectory();
  expectRefused(directory, join(directory, 'nowhere/status.txt'), 'the directory must be there first');
});

test('more than could be read again is not written', () => {
  const { directory, path } = withFile();
  const error = { code: 'io', message: expect.stringContaining('more than the') };
  expect(() => replaceStatusFile(path, Buffer.alloc(MAX_BYTES + 1), { sync: false })).toThrow(
    expect.objectContaining(error),
  );
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(directory)).toEqual(['status.txt']);
});

test('a path in a message cannot move the cursor', () => {
  const directory = temporaryDirectory();
  expectRefused(directory, join(directory, '\u001b[2J/status.txt'), '\\u{1b}[2J');
});

test('a backup is beside the file, in place of the last one', () => {
  const { directory, path } = withFile();
  const { ino } = statSync(path);
  expect(replaceStatusFile(path, NEW, BACKUP)).toBe(`${path}.bak`);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('old');
  expect(statSync(`${path}.bak`).ino).toBe(ino);
  replaceStatusFile(path, Buffer.from('newer'), BACKUP);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('new');
  expect(readFileSync(path, 'utf8')).toBe('newer');
  expect(readdirSync(directory)).toEqual(['status.txt', 'status.txt.bak']);
});

test('the backup may have been a name of the file already', () => {
  const { directory, path } = withFile();
  linkSync(path, `${path}.bak`);
  replaceStatusFile(path, NEW, BACKUP);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('old');
  expect(readdirSync(directory)).toEqual(['status.txt', 'status.txt.bak']);
});

test('where the file is not replaced, its backup is the one it was', () => {
  const { directory, path } = withFile();
  replaceStatusFile(path, NEW, BACKUP);
  chmodSync(path, 0o444);
  expect(() => replaceStatusFile(path, NEW, BACKUP)).toThrow('it is read-only');
  chmodSync(path, 0o644);
  expect(() => replaceStatusFile(path, Buffer.alloc(MAX_BYTES + 1), BACKUP)).toThrow('more than the');
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('old');
  expect(readdirSync(directory)).toEqual(['status.txt', 'status.txt.bak']);
});

test('where the backup cannot be made, the file is the one it was', () => {
  const { directory, path } = withFile();
  mkdirSync(`${path}.bak`);
  const { ino } = statSync(path);
  expect(() => replaceStatusFile(path, NEW, BACKUP)).toThrow('status.txt.bak: it is not a plain file');
  expect(statSync(path).ino).toBe(ino);
  expect(readdirSync(directory)).toEqual(['status.txt', 'status.txt.bak']);
});

test('the backup of a file behind a link is beside the file', () => {
  const { directory, path } = withFile();
  mkdirSync(join(directory, 'links'));
  symlinkSync('../status.txt', join(directory, 'links/link.txt'));
  expect(replaceStatusFile(join(directory, 'links/link.txt'), NEW, BACKUP)).toBe(`${path}.bak`);
});

test('there is no backup of nothing, and none that nobody asked for', () => {
  const path = join(temporaryDirectory(), 'status.txt');
  expect(replaceStatusFile(path, NEW, BACKUP)).toBe(null);
  expect(replaceStatusFile(path, NEW, { sync: false })).toBe(null);
  expect(existsSync(`${path}.bak`)).toBe(false);
});
