/** `launch.mjs tracker|visualizer ARGS`: builds first where a source is newer, then runs the program in this process. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { build } from './build.mjs';

/** Runs `program` with `args`; where it cannot begin, says what to mend and ends with 65. */
export async function launch(program, args) {
  try {
    await build();
  } catch (error) {
    process.stderr.write(
      `${stripVTControlCharacters(error.message)}\n${program}: the sources do not compile; mend the lines named above and try again\n`,
    );
    process.exit(65);
  }
  const main = new URL(`../dist/${program}/main.js`, import.meta.url);
  process.argv = [process.argv[0], main.pathname, ...args];
  try {
    await import(main.href);
  } catch (error) {
    // Only what fails before the program has begun comes here: a name in the config, say, that means nothing.
    process.stderr.write(`${program}: cannot start: ${error.message}; was shared/config.ts edited last?\n`);
    process.exit(65);
  }
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  const [, , program, ...args] = process.argv;
  await launch(program, args);
}
