/** What lies beside a status file for a moment, and is swept away where it stayed. */
import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { replaceStatusFile } from './replace.ts';
import { sweepSiblings } from './sibling.ts';

const NEW = Buffer.from('new');
/** Larger than any process id. */
const DEAD = 2 ** 30;

function withFile(): { directory: string; path: string } {
  const directory = temporaryDirectory();
  const path = join(directory, 'status.txt');
  writeFileSync(path, 'old');
  return { directory, path };
}

test('siblings of processes that are gone are swept away, and nothing else is', () => {
  const { directory, path } = withFile();
  const kept = [
    `.status.txt.${process.pid}.0.tmp`,
    '.status.txt.1.0.tmp',
    `.status.txt.${DEAD}.tmp`,
    `.status.txt.${DEAD}.0.kept`,
    `.status.txt.${DEAD}.0.tmp.bak`,
    `.status.txt.0${DEAD}.0.tmp`,
    `.status.txt.-${DEAD}.0.tmp`,
    `.other.txt.${DEAD}.0.tmp`,
    `status.txt.${DEAD}.0.tmp`,
    'status.txt',
  ];
  const swept = [`.status.txt.${DEAD}.0.tmp`, `.status.txt.${DEAD}.12.tmp`];
  for (const name of [...kept, ...swept]) writeFileSync(join(directory, name), '');
  sweepSiblings(path);
  expect(readdirSync(directory).sort()).toEqual([...kept].sort());
});

test('a sibling left by an earlier process with our id is not in the way', () => {
  const { directory, path } = withFile();
  writeFileSync(join(directory, `.status.txt.${process.pid}.0.tmp`), 'stale');
  replaceStatusFile(path, NEW, { sync: false });
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test('a backup whose writer was killed is finished where the file had been replaced', () => {
  const { directory, path } = withFile();
  writeFileSync(`${path}.bak`, 'older');
  const waiting = join(directory, `.status.txt.bak.${DEAD}.0.tmp`);
  linkSync(path, waiting);
  sweepSiblings(path);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('older');
  linkSync(path, waiting);
  replaceStatusFile(path, NEW, { sync: false });
  sweepSiblings(path);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('old');
  expect(readdirSync(directory)).toEqual(['status.txt', 'status.txt.bak']);
});
