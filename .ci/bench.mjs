/**
 * `bench.mjs PROGRAM [ARG …]`: runs a benchmark, a TypeScript file, as one bundle. So it runs as what is built does, and
 * not through a test runner, which turns every import into a look-up.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const [node, , program, ...args] = process.argv;
const directory = join(root, 'node_modules', '.cache', 'benchmarks', String(process.pid));

/** What tests and benchmarks look for beside themselves stays where it is. */
const places = {
  name: 'places',
  transform: (code, file) =>
    file.includes('/testing/') &&
    code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)),
};

mkdirSync(directory, { recursive: true });
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const bundled = await rolldown({
  cwd: root,
  input: { benchmark: join(root, program) },
  platform: 'node',
  external: /^(?![./]|file:)/,
  plugins: [places],
});
await bundled.write({
  dir: directory,
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
});
await bundled.close();
process.argv = [node, join(directory, 'benchmark.mjs'), ...args];
await import(pathToFileURL(process.argv[1]).href);
