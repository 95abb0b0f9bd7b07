/** Before the tests: the programs that some of them start are built, once, and only if a source is newer. */
export { build as setup } from './build.mjs';
