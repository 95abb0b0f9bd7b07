/** Looks at a large file: as at a small one, in memory that is used again. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { largeStatus } from '../shared/testing/large-status.ts';
import { temporaryDirectory } from '../shared/testing/temporary-directory.ts';
import { Looker } from './looker.ts';
import type { Observation } from './observation.ts';

const large = largeStatus('scattered');

/** A looker, what it has reported, and a way to have it look at a file that has just come to say something else. */
function looking() {
  const file = join(temporaryDirectory(), 'memory_status.txt');
  const seen: Observation[] = [];
  const looker = new Looker(file, (observation) => seen.push(observation));
  const lookAt = (bytes: Uint8Array): void => {
    writeFileSync(`${file}.new`, bytes);
    renameSync(`${file}.new`, file);
    looker.look(false);
  };
  const last = () => {
    const observation = seen.at(-1);
    if (observation?.kind !== 'ok') throw new Error(`${observation?.kind}, expected ok`);
    return observation;
  };
  return { seen, lookAt, last };
}

const revisions = (...numbers: readonly number[]): Uint8Array[] =>
  numbers.map((revision) => formatStatus({ ...large, revision }));

it('reports large files one after the other, in the memory of the last but one', () => {
  const { lookAt, last } = looking();
  const memories = revisions(1, 2, 3, 4).map((bytes) => {
    lookAt(bytes);
    expect(Buffer.compare(formatStatus(last().status), bytes)).toBe(0);
    expect(Buffer.compare(last().bytes, bytes)).toBe(0);
    return last().bytes.buffer;
  });
  const numberOf = new Map(memories.map((memory, i) => [memory, i % 2]));
  expect(memories.map((memory) => numberOf.get(memory))).toEqual([0, 1, 0, 1]);
  expect(numberOf.size).toBe(2);
});

it('still knows what a large file said last when it was damaged, shorter and longer meanwhile', () => {
  const { seen, lookAt, last } = looking();
  const [first, second] = revisions(1, 2);
  if (!first || !second) throw new Error('there are two');
  lookAt(first);
  lookAt(second.subarray(0, second.length - 100));
  lookAt(Buffer.concat([second, new Uint8Array(second.length >> 1)]));
  expect(seen.map(({ kind }) => kind)).toEqual(['ok', 'bad', 'bad']);
  lookAt(first);
  expect(seen.at(-1)).toEqual({ kind: 'back' });
  lookAt(second);
  expect(last().status.revision).toBe(2);
  expect(Buffer.compare(last().bytes, second)).toBe(0);
});
