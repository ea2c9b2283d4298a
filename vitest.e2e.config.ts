import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** End to end: Chromium on the built app. JILAN_DIST names the build (default dist/), CHROMIUM the browser. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    // It ends browsers for minutes: `npm run test:windows` runs it, CI has not the time.
    exclude: process.env.JILAN_LONG ? [] : ['tests/e2e/kill.e2e.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
