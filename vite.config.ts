import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

/** The oldest browsers that offices have: the last Chromium on Windows 7, and Firefox ESR. */
export const BROWSER_FLOOR = ['chrome109', 'firefox128'];

/** The development server injects styles and scripts that the policy forbids; the built app never goes without it. */
const noPolicyInDevelopment: Plugin = {
  name: 'no-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/i, ''),
};

export default defineConfig({
  // Relative, so that dist/ works in any sub-folder of any static server.
  base: './',
  plugins: [vue(), noPolicyInDevelopment],
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
