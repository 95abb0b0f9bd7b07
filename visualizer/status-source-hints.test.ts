/** When the source looks at the file: at each hint, and once more when hints have ceased. On a clock of the test's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { watchStatus } from './status-source.ts';

const watcher = vi.hoisted(() => ({ hint: (): void => {} }));

vi.mock('./directory-watcher.ts', async (original) => ({
  ...(await original<typeof import('./directory-watcher.ts')>()),
  watchDirectories: (places: { identity: string }, hint: () => void) => {
    watcher.hint = hint;
    return { places: places.identity, ready: true, alive: true, close: () => {} };
  },
}));

it('looks once more after the last hint, however closely it followed another', () => {
  vi.useFakeTimers();
  const folder = mkdtempSync(path.join(tmpdir(), 'hints-'));
  const file = path.join(folder, 'memory_status.txt');
  const replace = (revision: number): void => writeFileSync(file, formatStatus(exampleStatus({ revision })));
  const seen: number[] = [];
  replace(17);
  const source = watchStatus(
    file,
    (observation) => {
      if (observation.kind === 'ok') seen.push(observation.status.revision);
    },
    { refreshMs: 60_000 },
  );
  onTestFinished(() => {
    source.close();
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  watcher.hint();
  vi.advanceTimersByTime(60);
  // Of the same change. What comes within 50 ms after it, chokidar keeps to itself.
  watcher.hint();
  vi.advanceTimersByTime(30);
  replace(18);
  vi.advanceTimersByTime(100);
  expect(seen).toEqual([17, 18]);
});
