/** A file of the project compiled, with all that it imports, for tests that need processes or threads: this Node runs no TypeScript. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Compiled {
  /** The compiled file. */
  readonly path: string;
  remove(): void;
}

/** `file` from the top of the project. Below node_modules, so that what is compiled finds the packages and git does not find it. */
export function compile(file: string): Compiled {
  const root = resolve(import.meta.dirname, '../..');
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, 'compiled-'));
  const project = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { rootDir: root, outDir: directory },
    files: [join(root, file), join(root, 'shared/status-file/fs-native-extensions.d.ts')],
    include: [],
  };
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(project));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', directory]);
  return {
    path: join(directory, file.replace(/\.ts$/, '.js')),
    remove: () => rmSync(directory, { recursive: true }),
  };
}
