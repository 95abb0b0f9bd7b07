/** When the source looks at the file: for hints, and on its own. On a clock of the test's. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { watchStatus } from './status-source.ts';

const watcher = vi.hoisted(() => ({
  hint: (): void => {},
  fail: (): void => {},
  last: { alive: false },
  made: 0,
}));

vi.mock('./directory-watcher.ts', async (original) => ({
  ...(await original<typeof import('./directory-watcher.ts')>()),
  watchDirectories: (places: { identity: string }, hint: () => void, failed: () => void) => {
    watcher.hint = hint;
    watcher.fail = failed;
    watcher.made += 1;
    const last = { places: places.identity, ready: true, alive: true, close: () => {} };
    watcher.last = last;
    return last;
  },
}));

interface Watched {
  readonly file: string;
  /** The revisions that were reported, and what else was. */
  readonly seen: readonly (number | string)[];
  replace(revision: number): void;
}

/** A source on a file of revision 17 and on the test's clock. */
function watching(refreshMs: number): Watched {
  vi.useFakeTimers();
  const folder = mkdtempSync(path.join(tmpdir(), 'hints-'));
  const file = path.join(folder, 'memory_status.txt');
  const replace = (revision: number): void => writeFileSync(file, formatStatus(exampleStatus({ revision })));
  const seen: (number | string)[] = [];
  replace(17);
  watcher.made = 0;
  const source = watchStatus(
    file,
    (observation) => {
      seen.push(observation.kind === 'ok' ? observation.status.revision : observation.kind);
    },
    { refreshMs },
  );
  onTestFinished(() => {
    source.close();
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });
  return { file, seen, replace };
}

it('looks at once for a hint, and for all that follow closely at the end of a pause', () => {
  const { seen, replace } = watching(60_000);
  replace(18);
  watcher.hint();
  expect(seen).toEqual([17, 18]);
  for (const revision of [19, 20, 21]) {
    vi.advanceTimersByTime(10);
    replace(revision);
    watcher.hint();
  }
  expect(seen).toEqual([17, 18]);
  vi.advanceTimersByTime(20);
  expect(seen).toEqual([17, 18, 21]);
});

it('looks twenty times a second, however many hints there are', () => {
  const { seen, replace } = watching(60_000);
  for (let revision = 18; revision < 1018; revision++) {
    replace(revision);
    watcher.hint();
    vi.advanceTimersByTime(1);
  }
  // What was there at first, a look at the start of the second, and one at the end of each twentieth of it.
  expect(seen).toHaveLength(1 + 1 + 20);
  expect(seen.at(-1)).toBe(1017);
});

it('distrusts a watcher that did not announce a change, and not one whose hint waits to be looked at', () => {
  const { seen, replace } = watching(1000);
  vi.advanceTimersByTime(960);
  watcher.hint();
  vi.advanceTimersByTime(10);
  replace(18);
  watcher.hint();
  vi.advanceTimersByTime(1100);
  expect(seen).toEqual([17, 18]);
  expect(watcher.made).toBe(1);
  replace(19);
  vi.advanceTimersByTime(2000);
  expect(seen).toEqual([17, 18, 19]);
  expect(watcher.made).toBe(2);
});

it('believes that the file has gone, or is torn, when it is so a moment later', () => {
  const { file, seen, replace } = watching(60_000);
  renameSync(file, `${file}~`);
  watcher.hint();
  vi.advanceTimersByTime(2);
  replace(18);
  watcher.hint();
  vi.advanceTimersByTime(50);
  expect(seen).toEqual([17, 18]);
  vi.advanceTimersByTime(100);
  writeFileSync(file, 'half');
  watcher.hint();
  vi.advanceTimersByTime(49);
  expect(seen).toEqual([17, 18]);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual([17, 18, 'bad']);
  vi.advanceTimersByTime(100);
  rmSync(file);
  watcher.hint();
  vi.advanceTimersByTime(50);
  expect(seen).toEqual([17, 18, 'bad', 'missing']);
});

it('believes so of a large file too, which is not read again as long as it is the same', () => {
  const { file, seen, replace } = watching(60_000);
  writeFileSync(file, new Uint8Array(17 * 1024 * 1024));
  watcher.hint();
  vi.advanceTimersByTime(50);
  expect(seen).toEqual([17, 'bad']);
  vi.advanceTimersByTime(100);
  replace(18);
  watcher.hint();
  expect(seen).toEqual([17, 'bad', 18]);
});

it('looks by itself every second, and a little later after a hint that told the truth', () => {
  const { seen, replace } = watching(1000);
  vi.advanceTimersByTime(500);
  replace(18);
  watcher.hint();
  replace(19);
  vi.advanceTimersByTime(1049);
  expect(seen).toEqual([17, 18]);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual([17, 18, 19]);
  vi.advanceTimersByTime(500);
  watcher.hint();
  replace(20);
  vi.advanceTimersByTime(500);
  expect(seen).toEqual([17, 18, 19, 20]);
});

it('does not wait for the tick to watch a directory that takes the place of another', () => {
  watching(60_000);
  watcher.last.alive = false;
  watcher.hint();
  expect(watcher.made).toBe(2);
  watcher.hint();
  vi.advanceTimersByTime(50);
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
