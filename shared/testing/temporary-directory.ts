/** A directory for one test, removed when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export function temporaryDirectory(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, 'memory-status-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
