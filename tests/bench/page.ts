/** `npm run bench:page`: from opening the page to the first readable sample of the team's own model, in real Chromium; JSON last. */

import { gzipSync } from 'node:zlib';
import { cpus } from 'node:os';
import type { Page } from 'playwright';
import { createApp } from '../../server/app.ts';
import { ROUTES, type CreateMatchReply, type DocumentsReply } from '../../shared/game/wire/routes.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { SCORED_KINDS } from '../../shared/world/document.ts';
import { launchChromium } from '../browser/chromium.ts';
import { clientFolder } from '../browser/client-folder.ts';
import { openPage, pressMain, SIZES } from '../browser/watched-page.ts';
import { Connection } from '../../client/bots/connection.ts';
import { colyseusAt } from '../../client/session/colyseus.ts';
import { fillRoute } from '../../client/session/http.ts';
import { postJson } from '../match/post.ts';

const PATIENCE_MILLIS = 300_000;
/** Samples are readable when so many of their words occur in the text on the market; spelled letters are no words. */
const READABLE_SHARE = 0.97;
/** Pages of each dataset that are read for those words. */
const PAGES_READ = 12;
/** Loaded only after the first view; the budget of the first load is before them. */
const LAZY_CHUNK = /\/(phaser|tfjs|executor)-/;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
const isWord = (word: string): boolean => word.length > 1 || word === 'a' || word === 'i';

/** Gzipped bytes of everything the page asks for until its first view stands, but for the lazy chunks. */
function countFirstLoad(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (LAZY_CHUNK.test(response.url()) || response.status() !== 200) return;
    const packed = /\.(woff2|jpg|png)$/.test(response.url());
    sizes.push(
      response.body().then(
        (body) => (packed ? body.length : gzipSync(body).length),
        () => 0,
      ),
    );
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Words of the market's documents, read with the player's own seat. */
async function readWords(url: string, page: Page, code: string): Promise<Set<string>> {
  const token = await page.evaluate((key) => {
    const seat = JSON.parse(localStorage.getItem(key) ?? '{}') as { token?: string };
    return seat.token ?? '';
  }, `loss-leaders:player:${code}`);
  const words = new Set<string>();
  for (const kind of SCORED_KINDS) {
    for (let number = 0; number < PAGES_READ; number++) {
      const address = `${url}${fillRoute(ROUTES.documents, { kind })}?page=${number}`;
      const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
      if (!response.ok) break;
      const { documents } = (await response.json()) as DocumentsReply;
      for (const { text } of documents) for (const word of wordsOf(text)) words.add(word);
    }
  }
  return words;
}

async function main(): Promise<void> {
  const app = await createApp({ port: 0, allowExperiments: true, clientFolder: clientFolder() });
  const browser = await launchChromium();
  try {
    const body: CreateMatchBody = {
      version: PROTOCOL_VERSION,
      preset: 'workshop',
      teamCount: 1,
      experiment: { seed: 7, graceSeconds: 0 },
    };
    const { code, roomId, hostToken } = await postJson<CreateMatchReply>(app.url + ROUTES.createMatch, body);
    const host = await Connection.open(colyseusAt(app.url), { code, roomId, token: hostToken });
    const { page } = await openPage(browser, 'player', 'about:blank', SIZES[1]);
    const firstLoad = countFirstLoad(page);
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: 'longtask' });
    });
    const takeLongTasks = (): Promise<number[]> =>
      page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));

    const startMs = performance.now();
    const seconds = (): number => Number(((performance.now() - startMs) / 1000).toFixed(1));
    await page.goto(`${app.url}/?code=${code}`);
    await page.getByTestId('main-action').waitFor();
    const firstViewSeconds = seconds();
    const firstLoadGzipBytes = await firstLoad();
    await pressMain({ name: 'player', page, size: SIZES[1], complaints: [] });
    const benchmarked = await host.until(({ players }) => players[0]?.device != null, PATIENCE_MILLIS);
    const words = await readWords(app.url, page, code);
    await host.send({ type: 'host/start' });
    for (const stage of ['data', 'scale'] as const) {
      await host.until((view) => view.stage === stage, PATIENCE_MILLIS);
      await host.send({ type: 'host/skip' });
    }
    await host.until(({ teams }) => (teams[0].runs.pretrain?.roundsDone ?? 0) > 0, PATIENCE_MILLIS);
    await takeLongTasks();
    const knownShare = (texts: readonly string[]): number => {
      const spoken = texts.flatMap(wordsOf);
      return spoken.filter((word) => isWord(word) && words.has(word)).length / Math.max(1, spoken.length);
    };
    const { teams } = await host.until(({ teams }) => {
      const frame = teams[0].runs.pretrain?.filmstrip.at(-1);
      return frame !== undefined && knownShare(frame.samples.map(({ text }) => text)) >= READABLE_SHARE;
    }, PATIENCE_MILLIS);
    const secondsToReadableSample = seconds();
    const longTasks = await takeLongTasks();
    const run = teams[0].runs.pretrain;
    console.log(
      JSON.stringify({
        ok: true,
        machine: { cores: cpus().length, processor: cpus()[0]?.model },
        device: benchmarked.players[0].device,
        firstViewSeconds,
        firstLoadGzipBytes,
        secondsToReadableSample,
        tokensRead: run?.tokensUsed,
        bitsPerByte: run?.curve.findLast(({ bitsPerByte }) => bitsPerByte !== null)?.bitsPerByte,
        longTasksWhileTraining: longTasks.map(Math.round),
        samples: run?.filmstrip.at(-1)?.samples,
      }),
    );
  } finally {
    await browser.close();
    await app.close();
  }
}

await main();
