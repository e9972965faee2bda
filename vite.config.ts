/** Builds the pages of players, hosts, the audience and whoever plays alone, the report and the replay; Phaser and TF.js stay chunks of their own, loaded when wanted. */

import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import type { Language } from './client/i18n/catalogue.ts';
import { common as spanish } from './client/i18n/common.es.ts';
import { common as english } from './client/i18n/common.ts';
import { openingText } from './client/ui/browser-needs.ts';

/** Names a lazy chunk for each heavy library, so that the first load holds neither. */
function heavyChunk(id: string): string | undefined {
  if (id.includes('/node_modules/phaser/')) return 'phaser';
  if (id.includes('/node_modules/@tensorflow/')) return 'tfjs';
  return undefined;
}

const page = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The languages in which a page speaks before it knows which one to speak. */
const FIRST_WORDS: Readonly<Record<Language, Record<keyof typeof english, string>>> = {
  en: english,
  es: spanish,
};

/** A sentence in each language. */
const inAll = (write: (words: Record<keyof typeof english, string>, language: Language) => string): string =>
  (Object.keys(FIRST_WORDS) as Language[])
    .map((language) => `<p lang="${language}">${write(FIRST_WORDS[language], language)}</p>`)
    .join('');

/** What stands on a page until its script runs: for browsers without scripts, and for those too old to read ours. */
const firstWords: Plugin = {
  name: 'first-words',
  transformIndexHtml: (html) =>
    html.replace(
      '<div id="app"></div>',
      `<div id="app"><div class="notice late">${inAll((words, language) => openingText(words['app.opening'], language))}</div></div>` +
        `<noscript>${inAll((words) => words['app.noscript'])}</noscript>`,
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
        check: page('client/check.html'),
        online: page('client/online.html'),
        report: page('client/report.html'),
        replay: page('client/replay.html'),
      },
      output: { manualChunks: heavyChunk },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { manualChunks: heavyChunk } } },
});
