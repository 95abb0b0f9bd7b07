/** Looks at a large file: as at a small one, in memory that is used again, and with a thread that reads ahead. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { type Compiled, compile } from '../shared/testing/compiled.ts';
import { largeStatus } from '../shared/testing/large-status.ts';
import { temporaryDirectory } from '../shared/testing/temporary-directory.ts';
import { Looker } from './looker.ts';
import type { Observation } from './observation.ts';

const large = largeStatus('scattered');
const used = largeStatus('used');

/** A looker, what it has reported, and a way to have it look at a file that has just come to say something else. */
function looking(LookerClass = Looker) {
  const file = join(temporaryDirectory(), 'memory_status.txt');
  const seen: Observation[] = [];
  const looker = new LookerClass(file, (observation) => seen.push(observation));
  onTestFinished(() => looker.close());
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

describe('with its thread', () => {
  let compiled: Compiled;
  let Threaded: typeof Looker;
  /** How often something was read ahead. */
  const taken = { uses: 0, checksum: 0 };

  beforeAll(async () => {
    compiled = compile('visualizer/looker.ts');
    ({ Looker: Threaded } = await import(pathToFileURL(compiled.path).href));
    const beside = pathToFileURL(join(compiled.path, '../reading-ahead.js')).href;
    const { prototype } = (await import(beside)).ReadingAhead;
    for (const name of ['uses', 'checksum'] as const) {
      const ask = prototype[name];
      prototype[name] = function () {
        const answer = ask.call(this);
        if (answer !== null) taken[name] += 1;
        return answer;
      };
    }
  });
  afterAll(() => compiled.remove());

  it('reports what the files say, of which some was read ahead', async () => {
    const { lookAt, last } = looking(Threaded);
    for (let revision = 1; revision < 30 && taken.uses < 3; revision++) {
      const bytes = formatStatus({ ...used, revision });
      lookAt(bytes);
      expect(Buffer.compare(formatStatus(last().status), bytes)).toBe(0);
      // To start, or to wake up.
      await sleep(50);
    }
    expect(taken.uses).toBeGreaterThanOrEqual(3);
    expect(taken.checksum).toBeGreaterThanOrEqual(3);
  });

  it('takes no more memory for files that are refused before what was read ahead is asked for', async () => {
    const { seen, lookAt } = looking(Threaded);
    const bad = Buffer.from(formatStatus(used));
    bad[bad.indexOf('   0 -> ') + 5] = '='.charCodeAt(0);
    const lookAgain = async (): Promise<void> => {
      lookAt(bad);
      await sleep(100);
    };
    for (let time = 0; time < 10; time++) await lookAgain();
    const before = process.memoryUsage.rss();
    for (let time = 0; time < 20; time++) await lookAgain();
    expect(seen.map(({ kind }) => kind)).toEqual(['bad']);
    // What was read ahead in each are 16 MB.
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 2 ** 20);
  });
});
