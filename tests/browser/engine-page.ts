/** Opens a blank page of real Chromium that can import the engine's sources, served by Vite from the repository. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { createServer } from 'vite';
import { homePage } from '../../vite.config.ts';
import { launchChromium } from './chromium.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** As the game's own server sends them: with these, threads can share memory. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const ENGINE_LIBRARIES = ['comlink', '@tensorflow/tfjs', '@tensorflow/tfjs-backend-webgpu'];

export interface EnginePage {
  readonly page: Page;
  /** Calls an exported function of a module of this folder in the page; arguments and result must be JSON. */
  call<T>(module: string, name: string, ...args: unknown[]): Promise<T>;
  close(): Promise<void>;
}

/** `libraries` are those of the modules that will be called, made ready for a browser at once. */
export async function openEnginePage(libraries = ENGINE_LIBRARIES): Promise<EnginePage> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'engine-page-'));
  const server = await createServer({
    root: ROOT,
    configFile: false,
    plugins: [homePage],
    cacheDir,
    appType: 'custom',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    server: {
      fs: { strict: false },
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      ws: false,
      watch: null,
      headers: ISOLATION,
    },
    optimizeDeps: {
      noDiscovery: true,
      include: libraries,
    },
  });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.close();
    rmSync(cacheDir, { recursive: true, force: true });
  };
  try {
    await server.listen();
    browser = await launchChromium();
    const page = await browser.newPage();
    const address = server.httpServer?.address();
    if (!address || typeof address === 'string') throw new Error('the Vite server has no port');
    const blank = `http://127.0.0.1:${address.port}/blank.html`;
    await page.route(blank, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: ISOLATION,
        body: '<!doctype html><title>engine</title>',
      }),
    );
    await page.goto(blank);
    return {
      page,
      // Evaluated as text, so that the import is the page's own.
      call: <T>(module: string, name: string, ...args: unknown[]) =>
        page.evaluate<T>(
          `import(${JSON.stringify(`/tests/browser/${module}`)})` +
            `.then((module) => module[${JSON.stringify(name)}](...${JSON.stringify(args)}))`,
        ),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
