/** A copy of the project whose sources a test may edit; its packages are the project's own. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PARTS = ['.ci', 'shared', 'tracker', 'visualizer', 'dist', 'package.json', 'package-lock.json'];

export class ProjectCopy {
  readonly directory = mkdtempSync(join(tmpdir(), 'tracker-project-'));
  /** What `npm run tracker` runs, with the program's name and arguments behind it. */
  readonly launcher = join(this.directory, '.ci', 'launch.mjs');
  /** What `npm start` runs. */
  readonly starter = join(this.directory, '.ci', 'start.mjs');

  constructor() {
    onTestFinished(() => rmSync(this.directory, { recursive: true, force: true }));
    for (const part of PARTS) {
      cpSync(join(root, part), join(this.directory, part), { recursive: true, preserveTimestamps: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.directory, 'node_modules'));
  }

  /** Changes shared/config.ts as an editor would. */
  editConfig(edit: (config: string) => string): void {
    const path = join(this.directory, 'shared', 'config.ts');
    const before = readFileSync(path, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error('the edit changed nothing');
    writeFileSync(path, after);
  }
}
