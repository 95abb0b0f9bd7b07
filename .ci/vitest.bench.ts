/** Benchmarks that bench.mjs has bundled. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { benchmark: { include: ['**/*.bench.mjs'], exclude: [] }, fileParallelism: false },
});
