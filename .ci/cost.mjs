/** `npm run cost`: compiles visualizer/cost/ for this run, and runs it on the visualizer as it is built. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
// Below node_modules, so that it finds the packages and git does not find it.
const directory = join(root, 'node_modules', '.cache', `cost-${process.pid}`);
await build();
try {
  const input = join(root, 'visualizer', 'cost', 'main.ts');
  const bundled = await rolldown({ cwd: root, input, platform: 'node', external: /^(?![./]|file:)/ });
  await bundled.write({ dir: directory, format: 'esm', entryFileNames: 'cost.mjs' });
  await bundled.close();
  const words = [join(directory, 'cost.mjs'), join(root, 'dist', 'visualizer', 'main.js')];
  process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
