/**
 * Builds dist/ from the sources, or leaves it alone where it is newer than all of them.
 *
 * Each program becomes a few files instead of a hundred: Node then starts it in half the time. Packages stay outside.
 * Two terminals started together must not read half a file, so the bundler writes into a sibling directory, under a
 * kernel lock, and the sibling is then swapped in by rename.
 *
 * `build.mjs` builds whether or not anything is newer; with `--clean` nothing of earlier builds stays, as a package wants.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import locks from 'fs-native-extensions';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const next = `${dist}.next`;
const old = `${dist}.old`;
const stamp = join(dist, '.built');
const SOURCES = ['shared', 'tracker', 'visualizer'];
const SETTINGS = ['package-lock.json', '.ci/build.mjs'];
/** Chunks of earlier builds: of several, and a few megabytes. */
const MOST_KEPT = 200;
const statusText = join(root, 'shared', 'status-text');
/**
 * What a loop over a million rows calls must be in one file with it: V8 looks up whatever is imported, each time, and the
 * loop takes longer.
 */
export const codeSplitting = {
  groups: [{ name: 'status-text', test: (file) => file.startsWith(statusText) }],
};
const ENTRIES = ['tracker/main', 'visualizer/main'];

/** When any source was last changed, in milliseconds; folders count, so that a deleted file does. */
function newestSource() {
  const times = SETTINGS.map((name) => statSync(join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  for (const source of SOURCES) {
    times.push(statSync(join(root, source)).mtimeMs);
    for (const entry of readdirSync(join(root, source), { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory() || /(?<!\.test|\.bench)\.ts$/.test(entry.name)) {
        times.push(statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
      }
    }
  }
  return Math.max(...times);
}

/** Whether dist/ was made from the sources as they are. The stamp is dated before the compiler read them. */
function fresh() {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  return built !== undefined && built > newestSource();
}

async function bundle({ keep }) {
  for (const directory of [next, old]) rmSync(directory, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  writeFileSync(join(next, '.built'), '');
  // Only here: the bundler takes longer to load than a build that is fresh takes to check.
  const { rolldown } = await import('rolldown');
  const input = Object.fromEntries(ENTRIES.map((entry) => [entry, join(root, `${entry}.ts`)]));
  const bundled = await rolldown({ cwd: root, input, platform: 'node', external: /^(?![./]|file:)/ });
  await bundled.write({
    dir: next,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting,
  });
  await bundled.close();
  // A command that `npm link` has made goes on working.
  for (const entry of ENTRIES) chmodSync(join(next, `${entry}.js`), 0o755);
  if (keep) keepChunks();
  if (statSync(dist, { throwIfNoEntry: false })) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
}

/** A menu or a pipe that goes on for long loads parts of what it was started from only when it needs them. */
function keepChunks() {
  const from = join(dist, 'chunks');
  if (!existsSync(from)) return;
  const builtAt = (name) => statSync(join(from, name)).mtimeMs;
  const replaced = readdirSync(from).filter((name) => !existsSync(join(next, 'chunks', name)));
  replaced.sort((a, b) => builtAt(b) - builtAt(a));
  for (const name of replaced.slice(0, MOST_KEPT)) linkSync(join(from, name), join(next, 'chunks', name));
}

/**
 * Builds if `force`, or if a source is newer than what was built. Several at once wait for one another. `keep`: chunks
 * of earlier builds too, which programs that run meanwhile may need.
 */
export async function build({ force = false, keep = true } = {}) {
  if (!force && fresh()) return;
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  const lock = openSync(join(root, 'node_modules', '.cache', 'build.lock'), 'a+');
  try {
    locks.waitForLockSync(lock);
    if (force || !fresh()) await bundle({ keep });
  } finally {
    closeSync(lock);
  }
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  await build({ force: true, keep: process.argv[2] !== '--clean' });
}
