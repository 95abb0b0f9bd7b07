/** The thread that reads ahead: what it answers, when it does not, and that it is given back. */
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checksumAhead, readUsesAhead } from '../shared/status-text/ahead.ts';
import { formatStatus } from '../shared/status-text/format.ts';
import { type Compiled, compile } from '../shared/testing/compiled.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import type { ReadingAhead } from './reading-ahead.ts';

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

const [first, second] = [17, 18].map((revision) => shared(formatStatus(exampleStatus({ revision })))) as [
  Uint8Array,
  Uint8Array,
];

describe('a thread that reads ahead', () => {
  let compiled: Compiled;
  let ahead: ReadingAhead;
  let Started: typeof ReadingAhead;

  beforeAll(async () => {
    compiled = compile('visualizer/reading-ahead.ts');
    ({ ReadingAhead: Started } = await import(pathToFileURL(compiled.path).href));
  });
  afterAll(() => compiled.remove());
  afterEach(() => ahead.close());

  /** What it says of a file, having had the time to wake up for it. */
  const usesSoon = (): unknown => {
    ahead.begin(first);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return ahead.uses();
  };

  const started = async (): Promise<void> => {
    ahead = new Started();
    await expect.poll(usesSoon, { timeout: 10_000 }).not.toBeNull();
  };

  it('answers what one would read oneself, and only of what it was asked last', async () => {
    await started();
    for (const bytes of [second, first, second]) {
      ahead.begin(bytes);
      await expect.poll(() => ahead.checksum()).toEqual(checksumAhead(bytes));
      expect(ahead.uses()).toEqual(readUsesAhead(bytes));
    }
  });

  it('has nothing to say of what is no status file', async () => {
    await started();
    ahead.begin(shared(Buffer.from('hello\n')));
    await expect.poll(() => [ahead.uses(), ahead.checksum()]).toEqual([null, null]);
    ahead.begin(first);
    await expect.poll(() => ahead.uses()).toEqual(readUsesAhead(first));
  });

  it('keeps nobody waiting before it has started, before it is asked, or after it was given back', async () => {
    ahead = new Started();
    expect([ahead.uses(), ahead.checksum()]).toEqual([null, null]);
    ahead.begin(first);
    expect([ahead.uses(), ahead.checksum()]).toEqual([null, null]);
    ahead.close();
    await started();
    ahead.close();
    await expect.poll(usesSoon).toBeNull();
  });
});
