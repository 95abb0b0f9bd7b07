/**
 * `bench.mjs [NAME …]` runs every *.bench.ts under vitest, or those whose path has one of the names in it.
 * `bench.mjs PROGRAM.ts [ARG …]` runs a benchmark that is a program of its own, or another that is not in dist/.
 *
 * Either way as a bundle, as what is built runs: a test runner turns every import into a look-up, which in a hot loop
 * may cost as much as the loop.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { build, codeSplitting } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
// In the project, so that packages are found, and where git does not look.
const directory = join(root, 'node_modules', '.cache', `benchmarks-${process.pid}`);

/** What tests and benchmarks look for beside themselves stays where it is. */
const places = {
  name: 'places',
  transform: (code, file) =>
    file.includes('/testing/') &&
    code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)),
};

/** Compiles the files, by the names they shall have. */
async function bundle(input) {
  const bundled = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: /^(?![./]|file:)/,
    plugins: [places],
  });
  await bundled.write({
    dir: directory,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    codeSplitting,
  });
  await bundled.close();
}

function run(...words) {
  process.exitCode = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function benchmarks(names) {
  return ['shared', 'tracker', 'visualizer']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`),
    )
    .filter(
      (file) =>
        file.endsWith('.bench.ts') && (names.length === 0 || names.some((name) => file.includes(name))),
    );
}

const [first = '', ...args] = process.argv.slice(2);
await build();
mkdirSync(directory, { recursive: true });
try {
  if (first.endsWith('.ts') && !first.endsWith('.bench.ts')) {
    await bundle({ program: join(root, first) });
    run(join(directory, 'program.mjs'), ...args);
  } else {
    const files = benchmarks(process.argv.slice(2));
    for (const file of files) await bundle({ [file.replace(/\.ts$/, '')]: join(root, file) });
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    run(vitest, 'bench', '--run', '--root', directory, '--config', join(root, '.ci', 'vitest.bench.ts'));
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
