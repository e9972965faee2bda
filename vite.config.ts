/** Builds the pages of players, hosts, the audience and whoever plays alone, the report and the replay; Phaser and TF.js stay chunks of their own, loaded when wanted. */

import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';
import type { Language } from './client/i18n/catalogue.ts';
import { common as spanish } from './client/i18n/common.es.ts';
import { common as english } from './client/i18n/common.ts';
import { openingText } from './client/ui/browser-needs.ts';
import { HOME_MARK, MODEL_PLACE } from './shared/home/home-file.ts';

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

/** How the pages' scripts are read, and for which browsers they are written. */
const SCRIPTS = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
const TARGET = 'es2022';

/** A page that was taken home may load nothing and reach nobody: its own script and styles are all it has. */
const NOTHING_FROM_OUTSIDE =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** Fonts in the form for browsers that are too old for the page anyway. */
const OLD_FONTS = /,\s*url\(["']?data:font\/woff;[^)]*\)\s*format\(["']?woff["']?\)/g;
/** A page at home does without a font of slanted letters: a browser slants the upright ones. */
const SLANTED_FONTS = /@font-face\s*\{[^}]*font-style:\s*italic[^}]*\}/g;

/** A page at home is small: of all words it takes those that it shows. */
const fewWords: Plugin = {
  name: 'few-words',
  enforce: 'pre',
  resolveId: (id, from) =>
    from?.includes('/client/i18n/') && /^\.\/(en|es)\.ts$/.test(id)
      ? page(`client/home/${id.replace('./', 'words-')}`)
      : undefined,
};

/** The page for a model that is taken home as one text, with script and styles in it. */
async function buildHomePage(): Promise<string> {
  const built = await build({
    configFile: false,
    root: page('client'),
    logLevel: 'warn',
    oxc: SCRIPTS,
    plugins: [fewWords],
    build: {
      write: false,
      target: TARGET,
      assetsInlineLimit: Infinity,
      cssCodeSplit: false,
      rolldownOptions: {
        input: page('client/home/main.tsx'),
        output: { codeSplitting: false },
      },
    },
  });
  const [made] = [built].flat();
  if (!made || !('output' in made)) throw new Error('the page for a model at home was not built');
  const script = made.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  const styles = made.output.map((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css')
      ? String(file.source).replace(SLANTED_FONTS, '').replace(OLD_FONTS, '')
      : '',
  );
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    `${HOME_MARK}<meta http-equiv="Content-Security-Policy" content="${NOTHING_FROM_OUTSIDE}">`,
    `<title>Loss Leaders</title><style>${styles.join('')}</style></head><body><div id="app"></div>`,
    `<noscript>${inAll((words) => words['app.noscript'])}</noscript>${MODEL_PLACE}`,
    `<script type="module">${script.replaceAll('</script', '<\\/script')}</script></body></html>`,
  ].join('');
}

const HOME_PAGE = 'virtual:home-page';

/** Lets a page import that text, so that it can put a model into it; built only when it is wanted. */
export const homePage: Plugin = {
  name: 'home-page',
  resolveId: (id) => (id === HOME_PAGE ? `\0${HOME_PAGE}` : undefined),
  load: async (id) =>
    id === `\0${HOME_PAGE}` ? `export const page = ${JSON.stringify(await buildHomePage())};` : undefined,
};

export default defineConfig({
  plugins: [firstWords, homePage],
  root: 'client',
  publicDir: false,
  /* Relative, so that any folder of any host will do. */
  base: './',
  oxc: SCRIPTS,
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: TARGET,
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
        images: page('client/images.html'),
      },
      output: { manualChunks: heavyChunk },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { manualChunks: heavyChunk } } },
});
