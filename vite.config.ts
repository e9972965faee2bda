/** Builds the pages of players, hosts, the audience and whoever plays alone; Phaser and TF.js stay chunks of their own, loaded when wanted. */

import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { t } from './client/i18n/t.ts';
import { openingText } from './client/ui/browser-needs.ts';

/** Names a lazy chunk for each heavy library, so that the first load holds neither. */
function heavyChunk(id: string): string | undefined {
  if (id.includes('/node_modules/phaser/')) return 'phaser';
  if (id.includes('/node_modules/@tensorflow/')) return 'tfjs';
  return undefined;
}

const page = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What stands on a page until its script runs: for browsers without scripts, and for those too old to read ours. */
const firstWords: Plugin = {
  name: 'first-words',
  transformIndexHtml: (html) =>
    html.replace(
      '<div id="app"></div>',
      `<div id="app"><p class="notice late">${openingText()}</p></div><noscript>${t('app.noscript')}</noscript>`,
    ),
};

export default defineConfig({
  plugins: [firstWords],
  root: 'client',
  publicDir: false,
  /* Relative, so that any folder of any host will do. */
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      input: {
        player: page('client/index.html'),
        host: page('client/host.html'),
        solo: page('client/solo.html'),
        watch: page('client/watch.html'),
      },
      output: { manualChunks: heavyChunk },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { manualChunks: heavyChunk } } },
});
