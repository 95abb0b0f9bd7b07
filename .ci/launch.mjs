/** `launch.mjs tracker|visualizer ARGS`: builds first where a source is newer, then runs the program in this process. */
import { stripVTControlCharacters } from 'node:util';
import { build } from './build.mjs';

const [node, , program, ...args] = process.argv;
try {
  await build();
} catch (error) {
  process.stderr.write(
    `${stripVTControlCharacters(error.message)}\n${program}: the sources do not compile; mend the lines named above and try again\n`,
  );
  process.exit(65);
}
const main = new URL(`../dist/${program}/main.js`, import.meta.url);
process.argv = [node, main.pathname, ...args];
try {
  await import(main.href);
} catch (error) {
  // Only what fails before the program has begun comes here: a name in the config, say, that means nothing.
  process.stderr.write(`${program}: cannot start: ${error.message}; was shared/config.ts edited last?\n`);
  process.exit(65);
}
