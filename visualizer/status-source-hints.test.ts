/** When the source looks at the file: at each hint, and once more when hints have ceased. On a clock of the test's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { watchStatus } from './status-source.ts';

const watcher = vi.hoisted(() => ({ hint: (): void => {}, fail: (): void => {}, made: 0 }));

vi.mock('./directory-watcher.ts', async (original) => ({
  ...(await original<typeof import('./directory-watcher.ts')>()),
  watchDirectories: (places: { identity: string }, hint: () => void, failed: () => void) => {
    watcher.hint = hint;
    watcher.fail = failed;
    watcher.made += 1;
    return { places: places.identity, ready: true, alive: true, close: () => {} };
  },
}));

interface Watched {
  /** The revisions that were reported. */
  readonly seen: readonly number[];
  replace(revision: number): void;
}

/** A source on a file of revision 17 and on the test's clock. */
function watching(refreshMs: number): Watched {
  vi.useFakeTimers();
  const folder = mkdtempSync(path.join(tmpdir(), 'hints-'));
  const file = path.join(folder, 'memory_status.txt');
  const replace = (revision: number): void => writeFileSync(file, formatStatus(exampleStatus({ revision })));
  const seen: number[] = [];
  replace(17);
  watcher.made = 0;
  const source = watchStatus(
    file,
    (observation) => {
      if (observation.kind === 'ok') seen.push(observation.status.revision);
    },
    { refreshMs },
  );
  onTestFinished(() => {
    source.close();
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });
  return { seen, replace };
}

it('looks once more after the last hint, however closely it followed another', () => {
  const { seen, replace } = watching(60_000);
  watcher.hint();
  vi.advanceTimersByTime(60);
  // Of the same change. What comes within 50 ms after it, chokidar keeps to itself.
  watcher.hint();
  vi.advanceTimersByTime(30);
  replace(18);
  vi.advanceTimersByTime(100);
  expect(seen).toEqual([17, 18]);
});

it('distrusts a watcher that did not announce a change, and not one that keeps what closely follows a hint', () => {
  const { seen, replace } = watching(1000);
  vi.advanceTimersByTime(970);
  watcher.hint();
  replace(18);
  vi.advanceTimersByTime(1100);
  expect(seen).toEqual([17, 18]);
  expect(watcher.made).toBe(1);
  replace(19);
  vi.advanceTimersByTime(2000);
  expect(seen).toEqual([17, 18, 19]);
  expect(watcher.made).toBe(2);
});

it('tries for a watcher again half a minute after it failed, though the clock was set back meanwhile', () => {
  watching(1000);
  watcher.fail();
  vi.setSystemTime(Date.now() - 86_400_000);
  vi.advanceTimersByTime(29_000);
  expect(watcher.made).toBe(1);
  vi.advanceTimersByTime(2000);
  expect(watcher.made).toBe(2);
});
