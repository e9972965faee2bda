/**
 * `npm run bench:solo`: how long a page trains in a match of its own, against the same budget in a match on a server: with the same
 * two bots on this machine, and with nobody else on it. JSON last.
 */

import { cpus } from 'node:os';
import type { Browser, Page } from 'playwright';
import { createApp } from '../../server/app.ts';
import { Bot } from '../../client/bots/bot.ts';
import { rivalChoices } from '../../shared/game/bot-choices.ts';
import { Connection } from '../../client/bots/connection.ts';
import { colyseusAt } from '../../client/session/colyseus.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { launchChromium } from '../browser/chromium.ts';
import { clientFolder } from '../browser/client-folder.ts';
import { hostStatically } from '../browser/static-files.ts';
import { openPage, pressMain, SIZES } from '../browser/watched-page.ts';
import { startEngineThread } from '../match/engine-thread.ts';
import { postJson, takeSeat } from '../match/post.ts';

const PATIENCE_MILLIS = 300_000;
const TIMES = 3;
const BOTS = 2;
/** The clocks are so long that all of the budget is spent. */
const EXPERIMENT: CreateMatchBody['experiment'] = {
  seed: 7,
  budgetFlops: 2e11,
  clockScale: 20,
  graceSeconds: 0,
};

interface Trained {
  /** From the first part of pretraining to the last, and what of it was spent in the engine, seconds. */
  seconds: number;
  inEngine: number;
  rounds: number;
}

/** Runs in the page before all else: notes when the engine is asked to pretrain, and when it is told what became of it. */
function watchEngine(): void {
  interface Call {
    path?: string[];
    argumentList?: { value?: { stage?: string } }[];
  }
  const times: { asked: number; settled: number }[] = [];
  Object.assign(window, { pretrained: times });
  const post = Reflect.get(Worker.prototype, 'postMessage') as (...parts: unknown[]) => void;
  Object.assign(Worker.prototype, {
    postMessage(this: Worker, ...parts: unknown[]): void {
      const { path, argumentList } = (parts[0] ?? {}) as Call;
      const name = path?.at(-1);
      if (name === 'train' && argumentList?.[0]?.value?.stage === 'pretrain')
        times.push({ asked: performance.now(), settled: 0 });
      const last = times.at(-1);
      if (name === 'settle' && last?.settled === 0) last.settled = performance.now();
      Reflect.apply(post, this, parts);
    },
  });
}

/** Waits for the page to leave pretraining, and says how long it trained. */
async function trained(page: Page): Promise<Trained> {
  await page.locator('.lab[data-stage="fine-tune"]').waitFor({ timeout: PATIENCE_MILLIS });
  const times = await page.evaluate(
    () => (window as unknown as { pretrained: { asked: number; settled: number }[] }).pretrained,
  );
  const settled = times.filter((round) => round.settled > 0);
  const inEngine = settled.reduce((sum, round) => sum + round.settled - round.asked, 0);
  const [first, last] = [settled.at(0), settled.at(-1)];
  if (!first || !last) throw new Error('nothing was trained');
  return {
    seconds: (last.settled - first.asked) / 1000,
    inEngine: inEngine / 1000,
    rounds: settled.length,
  };
}

const skipData = async (skip: () => Promise<unknown>, page: Page): Promise<void> => {
  for (const stage of ['data', 'scale']) {
    await page.locator(`.lab[data-stage="${stage}"]`).waitFor({ timeout: PATIENCE_MILLIS });
    await skip();
  }
};

/** Two bots like those of a match alone, on threads of this machine. */
async function seatBots(url: string, code: string, host: Connection): Promise<Bot[]> {
  const chance = createRandom(hashSeed(EXPERIMENT?.seed ?? 0, 'rivals'));
  const choices = rivalChoices(BOTS, chance);
  const bots: Bot[] = [];
  for (const [index, chosen] of choices.entries()) {
    const name = `Bot ${index + 1}`;
    const { roomId, playerId, seatToken: token } = await takeSeat(url, code, name);
    const options = {
      transport: colyseusAt(url),
      seat: { code, roomId, playerId, token, name },
      choices: chosen,
      startDevice: startEngineThread,
      report: (trouble: string) => console.log(trouble),
      random: chance.fork(name),
    };
    const bot = await Bot.sitDown(options, host.view.teams[index + 1].id);
    await bot.tellSpeed({ tokensPerSecond: 30_000, backend: 'wasm' });
    bots.push(bot);
  }
  return bots;
}

async function playServed(browser: Browser, url: string, withBots: boolean): Promise<Trained> {
  const body: CreateMatchBody = {
    version: PROTOCOL_VERSION,
    preset: 'short',
    teamCount: withBots ? BOTS + 1 : 1,
    experiment: EXPERIMENT,
  };
  const { code, roomId, hostToken } = await postJson<CreateMatchReply>(url + ROUTES.createMatch, body);
  const host = await Connection.open(colyseusAt(url), { code, roomId, token: hostToken });
  const watched = await openPage(browser, 'served', 'about:blank', SIZES[1]);
  const { page } = watched;
  await page.addInitScript(watchEngine);
  await page.goto(`${url}/?code=${code}&executor=wasm`);
  await pressMain(watched);
  await host.until(({ players }) => players[0]?.device != null, PATIENCE_MILLIS);
  const bots = withBots ? await seatBots(url, code, host) : [];
  await host.send({ type: 'host/start' });
  await skipData(() => host.send({ type: 'host/skip' }), page);
  const result = await trained(page);
  await Promise.all(bots.map((bot) => bot.close()));
  host.close();
  await page.context().close();
  return result;
}

async function playAlone(browser: Browser, url: string): Promise<Trained> {
  const watched = await openPage(browser, 'alone', 'about:blank', SIZES[1]);
  const { page } = watched;
  await page.addInitScript(watchEngine);
  const experiment = encodeURIComponent(JSON.stringify(EXPERIMENT));
  await page.goto(`${url}solo.html?executor=wasm&experiment=${experiment}`);
  await pressMain(watched);
  const skip = async (): Promise<void> => {
    await page.getByTestId('skip').click();
    await page.getByTestId('skip-yes').click();
  };
  await skipData(skip, page);
  const result = await trained(page);
  await page.context().close();
  return result;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function main(): Promise<void> {
  const folder = clientFolder();
  const app = await createApp({ port: 0, allowExperiments: true, clientFolder: folder });
  const files = await hostStatically(folder);
  const browser = await launchChromium();
  const [served, undisturbed, alone]: Trained[][] = [[], [], []];
  try {
    for (let time = 0; time < TIMES; time++) {
      served.push(await playServed(browser, app.url, true));
      console.log(`served, beside two bots: ${JSON.stringify(served.at(-1))}`);
      alone.push(await playAlone(browser, files.url));
      console.log(`alone, beside two bots: ${JSON.stringify(alone.at(-1))}`);
      undisturbed.push(await playServed(browser, app.url, false));
      console.log(`served, beside nobody: ${JSON.stringify(undisturbed.at(-1))}`);
    }
  } finally {
    await browser.close();
    files.close();
    await app.close();
  }
  const secondsOf = (runs: readonly Trained[]): number => median(runs.map(({ seconds }) => seconds));
  console.log(
    JSON.stringify({
      ok: true,
      cores: cpus().length,
      budgetFlops: EXPERIMENT?.budgetFlops,
      served,
      undisturbed,
      alone,
      ratio: secondsOf(alone) / secondsOf(served),
      ratioToUndisturbed: secondsOf(alone) / secondsOf(undisturbed),
    }),
  );
}

await main();
