import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,tracker,visualizer}/**/*.test.ts'],
    globalSetup: ['./.ci/build-once.mjs'],
    testTimeout: 30_000,
  },
});
