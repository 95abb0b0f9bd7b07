/**
 * A process that changes a status file, for the tests that need several: each change locks, reads, adds one to the
 * revision and writes. It says `changed` after each, until it has made as many as asked for.
 *
 *     node file-worker.js FILE TIMES
 */
import { acquireLock } from '../status-file/lock.ts';
import { readStatusFile } from '../status-file/read.ts';
import { replaceStatusFile } from '../status-file/replace.ts';
import { sweepSiblings } from '../status-file/sibling.ts';
import { formatStatus } from '../status-text/format.ts';

const [path = '', times = '1'] = process.argv.slice(2);

for (let change = 0; change < Number(times); change++) {
  const lock = await acquireLock(path, { timeoutMs: 20_000, command: 'file-worker' });
  try {
    sweepSiblings(path);
    const file = readStatusFile(path);
    if (file.kind !== 'ok') throw new Error(`the file is ${file.kind}`);
    replaceStatusFile(path, formatStatus({ ...file.status, revision: file.status.revision + 1 }), {
      sync: false,
    });
  } finally {
    lock.release();
  }
  process.stdout.write('changed\n');
}
