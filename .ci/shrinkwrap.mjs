/**
 * `overrides` in package.json act in this repository only. Whoever installs the packed package would get the old,
 * vulnerable packages that blessed-contrib asks for, unless the package carries an npm-shrinkwrap.json: the lock
 * file without its development half. `make` writes it before packing, `remove` takes it away afterwards.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const path = new URL('../npm-shrinkwrap.json', import.meta.url);

if (process.argv[2] === 'make') {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  for (const [name, { dev, devOptional }] of Object.entries(lock.packages))
    if (dev || devOptional) delete lock.packages[name];
  delete lock.packages[''].devDependencies;
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
} else {
  rmSync(path, { force: true });
}
