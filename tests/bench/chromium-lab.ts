/** Chromium for the benchmark: builds the contestants once, and runs each in a worker of a page and a process of its own. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { build } from 'vite';
import { browserPath, SOFTWARE_FLAGS } from '../browser/chromium.ts';
import type { StandCall } from './stand.worker.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const TFJS_WASM = join(HERE, 'peers/node_modules/@tensorflow/tfjs-backend-wasm/dist');
/** A new page must not be given a process that is kept warm for it: then nobody knows which one it is. */
const FLAGS = ['--no-sandbox', '--disable-features=SpareRendererForSitePerProcess'];
const HARDWARE_FLAGS = ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--ignore-gpu-blocklist'];
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** One contestant's page. */
export interface Stand {
  call<T>(name: StandCall['name'], ...args: unknown[]): Promise<T>;
  /** Most memory that the page's process ever held, in MiB; null where the system does not say. */
  peakMiB(): number | null;
  /** Milliseconds of processor time of each of its threads so far, by number; none where the system does not say. */
  threadMillis(): Map<string, number>;
  close(): Promise<void>;
}

export interface Lab {
  /** Chromium's version. */
  browser: string;
  /** The graphics processor behind WebGPU in words, and whether it is only software. */
  adapter: { name: string; software: boolean };
  openStand(): Promise<Stand>;
  close(): Promise<void>;
}

/** Bundles these files of this folder with all contestants, for the page or for Node; returns the folder. */
export async function bundle(entries: Record<string, string>, forNode: boolean): Promise<string> {
  const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(HERE, file)]));
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  await build({
    root: HERE,
    configFile: false,
    logLevel: 'error',
    resolve: { mainFields: ['browser', 'module', 'main'] },
    worker: { format: 'es' },
    ssr: { noExternal: true, target: 'webworker' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      modulePreload: false,
      ssr: forNode,
      chunkSizeWarningLimit: 1e6,
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  });
  return outDir;
}

/** Serves the bundle on a page that is cross-origin isolated, so that it may share memory and read fine clocks. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>bench</title><script type=module src=/page.js></script>');
      return;
    }
    const [root, name] = path.startsWith('/tfjs-wasm/') ? [TFJS_WASM, path.slice(10)] : [folder, path];
    try {
      const body = readFileSync(join(root, name));
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function adapterOf(page: Page): Promise<Lab['adapter'] | null> {
  return page.evaluate(async () => {
    const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
    if (!adapter) return null;
    const { vendor, architecture, description } = adapter.info;
    const { isFallbackAdapter = false } = adapter.info as { isFallbackAdapter?: boolean };
    const name = [vendor, architecture, description].filter(Boolean).join(' ');
    return { name, software: isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(name) };
  });
}

/** Chromium on the graphics processor where there is one, else with one in software. */
async function launch(address: string): Promise<{ browser: Browser; adapter: Lab['adapter'] }> {
  let adapter: Lab['adapter'] | null = null;
  for (const flags of [HARDWARE_FLAGS, SOFTWARE_FLAGS]) {
    const browser = await chromium.launch({ executablePath: browserPath(), args: [...FLAGS, ...flags] });
    const page = await browser.newPage();
    await page.goto(address);
    adapter = await adapterOf(page);
    await page.close();
    if ((adapter && !adapter.software) || flags === SOFTWARE_FLAGS) {
      return { browser, adapter: adapter ?? { name: 'no WebGPU', software: true } };
    }
    await browser.close();
  }
  throw new Error('unreachable: the last flags always return');
}

/** The numbers of all threads of pages' workers, each with its process; none where the system does not say. */
async function workerThreads(session: CDPSession): Promise<Map<string, number>> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const found = pids.flatMap((pid) =>
    threadsOf(pid)
      .filter((thread) => readThread(pid, thread, 'comm')?.trim() === 'DedicatedWorker')
      .map((thread): [string, number] => [thread, pid]),
  );
  return new Map(found);
}

function threadsOf(pid: number | undefined): string[] {
  const folder = `/proc/${pid}/task`;
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** What the system says about a thread; undefined when it has ended meanwhile. */
function readThread(pid: number | undefined, thread: string, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/task/${thread}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** High-water mark of a process's resident memory, in MiB. */
function highWaterMiB(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return null;
  }
}

/** Processor time of each thread of a process, in milliseconds. */
function threadMillis(pid: number | undefined): Map<string, number> {
  const times = threadsOf(pid).map((thread): [string, number] => {
    const [nanoseconds] = readThread(pid, thread, 'schedstat')?.split(' ') ?? [];
    return [thread, Number(nanoseconds ?? 0) / 1e6];
  });
  return new Map(times);
}

async function openStand(browser: Browser, session: CDPSession, address: string): Promise<Stand> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const others = await workerThreads(session);
  await page.goto(address);
  // Answered by the page's worker, so that this has started.
  await page.evaluate('callStand("ceiling", [1])');
  const pid = [...(await workerThreads(session))].find(([thread]) => !others.has(thread))?.[1];
  const empty = highWaterMiB(pid) ?? 0;
  return {
    // Evaluated as text, so that nothing of this file's compiler is missing there.
    call: <T>(name: StandCall['name'], ...args: unknown[]) =>
      page.evaluate<T>(`callStand(${JSON.stringify(name)}, ${JSON.stringify(args)})`),
    peakMiB: () => {
      const peak = highWaterMiB(pid);
      return peak === null ? null : peak - empty;
    },
    threadMillis: () => threadMillis(pid),
    close: () => context.close(),
  };
}

export async function openLab(): Promise<Lab> {
  const folder = await bundle({ stand: 'stand.worker.ts', page: 'stand-page.ts' }, false);
  const server = await serve(folder);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { browser, adapter } = await launch(address);
  const session = await browser.newBrowserCDPSession();
  return {
    browser: `Chromium ${browser.version()}`,
    adapter,
    openStand: () => openStand(browser, session, address),
    close: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
