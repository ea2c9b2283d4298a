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

/**
 * The page starts with a small script that starts the engine, and only then asks for the program: what that is made of is
 * named in the page, so that it is on its way from the first byte.
 */
const preloadProgram: Plugin = {
  name: 'preload-program',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const files = new Set<string>();
      const add = (fileName: string): void => {
        if (files.has(fileName)) return;
        files.add(fileName);
        chunks.find((each) => each.fileName === fileName)?.imports.forEach(add);
      };
      for (const { fileName, facadeModuleId } of chunks) if (facadeModuleId?.endsWith('/src/app.ts')) add(fileName);
      return [...files].map((fileName) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
        injectTo: 'head' as const,
      }));
    },
  },
};

export default defineConfig({
  // Relative, so that dist/ works in any sub-folder of any static server.
  base: './',
  plugins: [vue(), noPolicyInDevelopment, preloadProgram],
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
