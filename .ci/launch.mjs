/** `launch.mjs tracker|visualizer ARGS`: builds first where a source is newer, then runs the program in this process. */
import { build } from './build.mjs';

const [node, , program, ...args] = process.argv;
try {
  await build();
} catch (error) {
  process.stderr.write(
    `${error.message}\n${program}: the sources do not compile; mend the lines named above and try again\n`,
  );
  process.exit(65);
}
const main = new URL(`../dist/${program}/main.js`, import.meta.url);
process.argv = [node, main.pathname, ...args];
await import(main.href);
