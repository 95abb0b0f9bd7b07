/**
 * A reader that knows nothing of the project's parser: `node status-reader.mjs FILE READS` reads FILE so many times,
 * and says as JSON how often it read, found a torn file, or saw the revision go backwards.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { crc32 } from 'node:zlib';

const [path, reads] = process.argv.slice(2);
const seen = { reads: 0, torn: 0, backwards: 0, last: -1 };

while (seen.reads < Number(reads)) look();
process.stdout.write(`${JSON.stringify(seen)}\n`);

function look() {
  const text = readFileSync(path, 'latin1');
  seen.reads += 1;
  const end = /^Checksum: ([0-9a-f]{8})\n=== End of status, revision (\d+) ===\n$/m.exec(text);
  const revision = Number(/^Revision: (\d+)$/m.exec(text)?.[1]);
  const whole = end !== null && Number(end[2]) === revision && matches(text.slice(0, end.index), end[1]);
  if (!whole) seen.torn += 1;
  else if (revision < seen.last) seen.backwards += 1;
  else seen.last = revision;
}

function matches(text, checksum) {
  return crc32(Buffer.from(text, 'latin1')).toString(16).padStart(8, '0') === checksum;
}
