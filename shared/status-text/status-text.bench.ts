/**
 * What a save and a load cost with 1,048,576 frames: in 32 runs, as after a few eager allocations, and in a million,
 * as after a long replay. A save is text, checksum, writing and renaming; a load is reading and checking everything.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { readStatusFile } from '../status-file/read.ts';
import { replaceStatusFile } from '../status-file/replace.ts';
import { largeStatus } from '../testing/large-status.ts';
import { formatStatus } from './format.ts';
import { parseStatus } from './parse.ts';

const directory = mkdtempSync(join(tmpdir(), 'status-bench-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe.each(['few runs', 'scattered', 'used'] as const)('1,048,576 frames, %s', (kind) => {
  const status = largeStatus(kind);
  const bytes = formatStatus(status);
  const path = join(directory, `${kind}.txt`);
  replaceStatusFile(path, bytes, { sync: false });
  const options = { time: 2000, warmupTime: 500 };

  bench('format', () => void formatStatus(status), options);
  bench(
    'format, write and rename',
    () => void replaceStatusFile(path, formatStatus(status), { sync: false }),
    options,
  );
  bench('parse', () => void parseStatus(bytes), options);
  bench('read and parse', () => void readStatusFile(path), options);
});
