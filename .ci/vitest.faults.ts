/** The long attacks, which take minutes: `npm run test:faults`. The short form of each runs with the other tests. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['{shared,tracker,visualizer}/**/*.faults.ts'],
    globalSetup: ['./.ci/build-once.mjs'],
    testTimeout: 600_000,
    fileParallelism: false,
  },
});
