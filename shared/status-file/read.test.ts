/** Reading the status file, whatever the path names. */
import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { formatStatus } from '../status-text/format.ts';
import { exampleStatus } from '../testing/example-status.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { LARGE_BYTES, readContent, readStatusFile } from './read.ts';

const isSuperuser = process.geteuid?.() === 0;

test('a status file is read, with its bytes', () => {
  const path = join(temporaryDirectory(), 'status.txt');
  const bytes = formatStatus(exampleStatus());
  writeFileSync(path, bytes);
  const file = readStatusFile(path);
  expect(file).toMatchObject({ kind: 'ok', status: exampleStatus() });
  expect(file.kind === 'ok' && Buffer.compare(file.bytes, bytes)).toBe(0);
});

test('a file that is not there is missing', () => {
  const directory = temporaryDirectory();
  expect(readStatusFile(join(directory, 'status.txt'))).toEqual({ kind: 'missing' });
  expect(readStatusFile(join(directory, 'nowhere/status.txt'))).toEqual({ kind: 'missing' });
});

test('a link is followed, and missing where it leads to nothing', () => {
  const directory = temporaryDirectory();
  symlinkSync('real.txt', join(directory, 'link.txt'));
  expect(readStatusFile(join(directory, 'link.txt'))).toEqual({ kind: 'missing' });
  writeFileSync(join(directory, 'real.txt'), formatStatus(exampleStatus()));
  expect(readStatusFile(join(directory, 'link.txt')).kind).toBe('ok');
});

test('what is no status is bad, and says where', () => {
  const path = join(temporaryDirectory(), 'status.txt');
  writeFileSync(path, 'hello\n');
  const problem = { line: 1, found: '"hello"', expected: '"=== Memory Status ==="' };
  expect(readStatusFile(path)).toEqual({ kind: 'bad', problem });
});

test('a file that is far too large is bad, and not read', () => {
  const path = join(temporaryDirectory(), 'status.txt');
  writeFileSync(path, '');
  truncateSync(path, 2 ** 40);
  expect(readStatusFile(path)).toMatchObject({
    kind: 'bad',
    problem: { found: 'a file of 1099511627776 bytes' },
  });
});

test('a large file is read where there is room; one that is small after all, written over in place, is copied', () => {
  const path = join(temporaryDirectory(), 'status.txt');
  const room = new SharedArrayBuffer(LARGE_BYTES + 9);
  writeFileSync(path, Buffer.alloc(LARGE_BYTES, 'large'));
  const large = readContent(path, '', (size) => {
    expect(size).toBe(LARGE_BYTES);
    return room;
  });
  if (large.kind !== 'read') throw new Error(large.kind);
  expect([large.bytes.buffer, large.bytes.length]).toEqual([room, LARGE_BYTES]);
  expect(readContent(path, large.stamp, () => room)).toEqual({ kind: 'unchanged' });
  const small = readContent(path, '', () => {
    writeFileSync(path, 'small');
    return room;
  });
  if (small.kind !== 'read') throw new Error(small.kind);
  expect([Buffer.from(small.bytes).toString(), small.stamp]).toEqual(['small', '']);
  expect(small.bytes.buffer).not.toBe(room);
});

test('a directory, a device and a socket are unreadable', async () => {
  const socket = join(temporaryDirectory(), 'socket');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  onTestFinished(() => void server.close());
  for (const path of [temporaryDirectory(), '/dev/null', socket]) {
    const file = readStatusFile(path);
    expect(file.kind).toBe('unreadable');
    expect(file.kind === 'unreadable' && file.error.message).toBe(
      `cannot read ${path}: it is not a plain file; choose another with --file`,
    );
  }
});

test('a FIFO is unreadable at once, though nobody writes to it', () => {
  const path = join(temporaryDirectory(), 'fifo');
  execFileSync('mkfifo', [path]);
  expect(readStatusFile(path).kind).toBe('unreadable');
});

test('a path through a file is unreadable', () => {
  const path = join(temporaryDirectory(), 'status.txt');
  writeFileSync(path, '');
  expect(readStatusFile(join(path, 'status.txt')).kind).toBe('unreadable');
});

test.skipIf(isSuperuser)('a file we may not read is unreadable', () => {
  const path = join(temporaryDirectory(), 'status.txt');
  writeFileSync(path, '');
  chmodSync(path, 0);
  const file = readStatusFile(path);
  expect(file.kind === 'unreadable' && file.error.message).toContain('see who may read');
});
