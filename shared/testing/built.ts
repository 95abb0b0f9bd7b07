/** Compiles shared/ for tests that need processes of their own: this Node runs no TypeScript. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface BuiltShared {
  /** The compiled file-worker. */
  readonly worker: string;
  remove(): void;
}

/** Below node_modules, so that the compiled files find the packages and git does not find them. */
export function buildShared(): BuiltShared {
  const root = resolve(import.meta.dirname, '../..');
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, 'shared-'));
  const project = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { rootDir: root, outDir: directory },
    files: [
      join(root, 'shared/testing/file-worker.ts'),
      join(root, 'shared/status-file/fs-native-extensions.d.ts'),
    ],
    include: [],
  };
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(project));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', directory]);
  return {
    worker: join(directory, 'shared/testing/file-worker.js'),
    remove: () => rmSync(directory, { recursive: true }),
  };
}
