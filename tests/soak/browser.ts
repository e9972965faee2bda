/** Watches a page of real Chromium from Node: its memory after collecting garbage, and how it fares when it is hidden. */

import type { CDPSession } from 'playwright';
import { openEnginePage, type EnginePage } from '../browser/engine-page.ts';
import type { Progress, SoakKind } from './page.ts';

const MODULE = '../soak/page.ts';

/** Bytes at each reading. */
export interface PageReadings {
  heap: number[];
  wasm: number[];
  gpu: number[];
}

export interface HiddenReport {
  /** Steps in the second before the page was hidden, while it was hidden, and in the second after it came back. */
  before: number;
  hidden: number;
  after: number;
}

export class SoakPage {
  readonly #page: EnginePage;
  readonly #session: CDPSession;

  private constructor(page: EnginePage, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async open(): Promise<SoakPage> {
    const page = await openEnginePage();
    return new SoakPage(page, await page.page.context().newCDPSession(page.page));
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  /** Trains for so long, with a reading every so often. */
  async train(
    kind: SoakKind,
    millis: number,
    everyMillis: number,
  ): Promise<PageReadings & { steps: number }> {
    await this.#call('startTraining', kind);
    const readings: PageReadings = { heap: [], wasm: [], gpu: [] };
    const end = performance.now() + millis;
    while (performance.now() < end) {
      await sleep(everyMillis);
      await this.#read(readings);
    }
    const { steps, loss } = await this.#call<Progress>('progress');
    await this.#call('stopTraining');
    if (!Number.isFinite(loss)) throw new Error(`soak: the loss became ${loss}`);
    return { ...readings, steps };
  }

  /** So many models one after the other. */
  async runInARow(kind: SoakKind, runs: number, steps: number): Promise<PageReadings> {
    const readings: PageReadings = { heap: [], wasm: [], gpu: [] };
    for (let run = 0; run < runs; run++) {
      await this.#call('liveOneLife', kind, steps);
      await this.#read(readings);
    }
    return readings;
  }

  /** So many devices lost while a model trains; every one must have gone on in WASM. */
  async loseDevices(times: number): Promise<PageReadings> {
    const readings: PageReadings = { heap: [], wasm: [], gpu: [] };
    for (let run = 0; run < times; run++) {
      const kind = await this.#call<string>('loseDeviceOnce', 4);
      if (kind !== 'wasm') throw new Error(`soak: after a lost device it trained on ${kind}`);
      await this.#read(readings);
    }
    return readings;
  }

  /** Stops the page's process, worker and all, as a phone does with a hidden tab, and wakes it again. Not on Windows. */
  async hide(kind: SoakKind, millis: number): Promise<HiddenReport> {
    await this.#call('startTraining', kind);
    const steps = async (): Promise<number> => (await this.#call<Progress>('progress')).steps;
    await sleep(1000);
    const pid = await this.#renderer();
    const shown = await steps();
    await sleep(1000);
    const atHiding = await steps();
    process.kill(pid, 'SIGSTOP');
    await sleep(millis);
    process.kill(pid, 'SIGCONT');
    const atReturn = await steps();
    await sleep(1000);
    const report = {
      before: atHiding - shown,
      hidden: atReturn - atHiding,
      after: (await steps()) - atReturn,
    };
    await this.#call('stopTraining');
    return report;
  }

  /** The process of the page: the one that works while the page trains; the browser keeps idle ones warm. */
  async #renderer(): Promise<number> {
    const session = await this.#page.page.context().browser()?.newBrowserCDPSession();
    if (!session) throw new Error('soak: the browser is gone');
    const cpuTimes = async (): Promise<Map<number, number>> => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const renderers = processInfo.filter(({ type }) => type === 'renderer');
      return new Map(renderers.map(({ id, cpuTime }) => [id, cpuTime]));
    };
    const before = await cpuTimes();
    await sleep(700);
    const grown = [...(await cpuTimes())].map(([id, time]) => [id, time - (before.get(id) ?? 0)] as const);
    await session.detach();
    return grown.toSorted((a, b) => b[1] - a[1])[0][0];
  }

  #call<T>(name: string, ...args: unknown[]): Promise<T> {
    return this.#page.call<T>(MODULE, name, ...args);
  }

  async #read(readings: PageReadings): Promise<void> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage');
    const { wasmBytes, gpuBytes } = await this.#call<Progress>('progress');
    readings.heap.push(usedSize);
    readings.wasm.push(wasmBytes);
    readings.gpu.push(gpuBytes);
  }
}

function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
