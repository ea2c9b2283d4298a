/** Builds the page of what the app is held against. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('page'),
  base: './',
  logLevel: 'warn',
  optimizeDeps: { exclude: ['@perspective-dev/client', '@perspective-dev/server'] },
  build: { target: 'esnext', assetsInlineLimit: 0, chunkSizeWarningLimit: 100_000 },
  worker: { format: 'es' },
});
