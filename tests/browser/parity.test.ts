/** In real Chromium, every executor computes the same: plain JavaScript, WASM, and TF.js on cpu, WebGL and WebGPU. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARITY_NAMES, PARITY_STEPS, type ParityRun } from './parity-page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
/** WebGPU and WebGL without a graphics processor; without the first WebGPU flag the adapter is null. */
const FLAGS = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
];

let cacheDir: string;
let server: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'parity-'));
  server = await createServer({
    root: ROOT,
    configFile: false,
    cacheDir,
    appType: 'custom',
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
    optimizeDeps: {
      noDiscovery: true,
      include: ['comlink', '@tensorflow/tfjs', '@tensorflow/tfjs-backend-webgpu'],
    },
  });
  await server.listen();
  const installed = existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined;
  const executablePath = process.env.CHROMIUM_PATH || installed;
  browser = await chromium.launch({ executablePath, args: FLAGS });
  page = await browser.newPage();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the Vite server has no port');
  const blank = `http://127.0.0.1:${address.port}/blank.html`;
  await page.route(blank, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>parity</title>' }),
  );
  await page.goto(blank);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

/** Evaluated as text, so that the import is the page's own. */
function run(name: string, where: 'runParity' | 'runParityInWorker'): Promise<ParityRun> {
  const module = JSON.stringify('/tests/browser/parity-page.ts');
  return page.evaluate<ParityRun>(`import(${module}).then((page) => page.${where}(${JSON.stringify(name)}))`);
}

describe('in Chromium', () => {
  let reference: ParityRun;

  function expectSame(actual: ParityRun): void {
    const { name, backend, losses, gradientNorms, natsPerToken, answers, tensorsLeft } = actual;
    expect(backend).toContain(name.split(' ').at(-1));
    losses.forEach((loss, step) => expect(loss).toBeCloseTo(reference.losses[step], 3));
    gradientNorms.forEach((norm, step) => expect(norm).toBeCloseTo(reference.gradientNorms[step], 2));
    expect(natsPerToken).toBeCloseTo(reference.natsPerToken, 3);
    expect(answers).toEqual(reference.answers);
    expect(tensorsLeft).toBe(0);
  }

  it('plain JavaScript learns', async () => {
    reference = await run('js', 'runParity');
    expect(reference.losses).toHaveLength(PARITY_STEPS);
    expect(reference.losses[0]).toBeCloseTo(Math.log(48), 1);
    expect(reference.natsPerToken).toBeLessThan(reference.losses[0] - 0.1);
  });

  it.each(['wasm relaxed', 'wasm plain', 'tfjs cpu'])('%s does the same on the page', async (name) => {
    expectSame(await run(name, 'runParity'));
  });

  it.each(PARITY_NAMES)('%s does the same in a worker', async (name) => {
    expectSame(await run(name, 'runParityInWorker'));
  });
});
