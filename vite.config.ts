/** Builds the pages of players, hosts and whoever plays alone; Phaser and TF.js stay chunks of their own, loaded when wanted. */

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Names a lazy chunk for each heavy library, so that the first load holds neither. */
function heavyChunk(id: string): string | undefined {
  if (id.includes('/node_modules/phaser/')) return 'phaser';
  if (id.includes('/node_modules/@tensorflow/')) return 'tfjs';
  return undefined;
}

const page = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
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
      },
      output: { manualChunks: heavyChunk },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { manualChunks: heavyChunk } } },
});
