import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,tracker,visualizer}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
