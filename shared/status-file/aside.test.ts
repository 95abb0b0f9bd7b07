/** What comes back of a status file and its backup when a command was refused in the end. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { Aside } from './aside.ts';
import { replaceStatusFile } from './replace.ts';

const NEW = Buffer.from('new');

function withFiles(...contents: readonly [name: string, content: string][]): string {
  const directory = temporaryDirectory();
  for (const [name, content] of contents) writeFileSync(join(directory, name), content);
  return join(directory, 'status.txt');
}

/** Names and contents. */
function all(directory: string): readonly (readonly [string, string])[] {
  return readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]);
}

test.each([
  [[]],
  [[['status.txt', 'old']]],
  [[['status.txt.bak', 'older']]],
  [
    [
      ['status.txt', 'old'],
      ['status.txt.bak', 'older'],
    ],
  ],
] as [string, string][][][])('%j is there again, and nothing else', (contents) => {
  const path = withFiles(...contents);
  const aside = new Aside(path);
  replaceStatusFile(path, NEW, { sync: false, backup: true });
  replaceStatusFile(path, NEW, { sync: false });
  aside.putBack();
  aside.forget();
  expect(all(dirname(path))).toEqual(contents);
});

test('where all went well, what was set aside goes', () => {
  const path = withFiles(['status.txt', 'old'], ['status.txt.bak', 'older']);
  const aside = new Aside(path);
  replaceStatusFile(path, NEW, { sync: false, backup: true });
  aside.forget();
  expect(all(dirname(path))).toEqual([
    ['status.txt', 'new'],
    ['status.txt.bak', 'old'],
  ]);
});

test('it is the very file that comes back, behind a link too', () => {
  const path = withFiles(['status.txt', 'old']);
  const link = join(dirname(path), 'link.txt');
  symlinkSync('status.txt', link);
  const { ino } = statSync(path);
  const aside = new Aside(link);
  replaceStatusFile(link, NEW, { sync: false });
  aside.putBack();
  expect(statSync(link).ino).toBe(ino);
  expect(readdirSync(dirname(path))).toEqual(['link.txt', 'status.txt']);
});

test('a backup that is no plain file is left alone', () => {
  const path = withFiles(['status.txt', 'old']);
  mkdirSync(`${path}.bak`);
  const aside = new Aside(path);
  replaceStatusFile(path, NEW, { sync: false });
  aside.putBack();
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(statSync(`${path}.bak`).isDirectory()).toBe(true);
});

test('a directory that has gone is said to have', () => {
  const path = withFiles(['status.txt', 'old']);
  const aside = new Aside(path);
  const moved = join(temporaryDirectory(), 'moved');
  renameSync(dirname(path), moved);
  expect(() => aside.putBack()).toThrow(
    expect.objectContaining({ code: 'io', message: expect.stringContaining('cannot put back') }),
  );
  aside.forget();
  rmSync(moved, { recursive: true });
});

test('what cannot be put back is kept for good, and said to be', () => {
  const path = withFiles(['status.txt', 'old'], ['status.txt.bak', 'older']);
  const aside = new Aside(path);
  rmSync(path);
  mkdirSync(path);
  expect(() => aside.putBack()).toThrow(
    new RegExp(
      `cannot put back ${path}: EISDIR.*; ${path} is as the command has left it, and what it was before is kept in .*\\.kept; ${path}\\.bak .*\\.kept$`,
    ),
  );
  aside.forget();
  rmSync(path, { recursive: true });
  expect(all(dirname(path))).toEqual([
    [`.status.txt.${process.pid}.0.kept`, 'old'],
    [`.status.txt.bak.${process.pid}.0.kept`, 'older'],
    ['status.txt.bak', 'older'],
  ]);
});
