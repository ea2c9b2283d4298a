import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** The oldest browsers that offices have: the last Chromium on Windows 7, and Firefox ESR. */
export const BROWSER_FLOOR = ['chrome109', 'firefox128'];

export default defineConfig({
  // Relative, so that dist/ works in any sub-folder of any static server.
  base: './',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: BROWSER_FLOOR,
    cssTarget: BROWSER_FLOOR,
    // Workers start from a blob that imports them by address, so nothing may be inlined as data:.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  // importScripts (see import/client.ts and database/connection.ts) takes classic scripts only.
  worker: { format: 'iife' },
});
