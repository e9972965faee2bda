/** A host and two labs play a whole match in real Chromium against a real server; one lab trains in WASM, one on TF.js WebGPU. */

import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { t } from '../../shared/i18n/t.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { ROUTES, type CreateMatchBody, type CreateMatchReply } from '../../shared/protocol/http.ts';
import type { Match, Team, TrainingStage } from '../../shared/rules/match.ts';
import { CORPUS_KINDS } from '../../shared/world/document.ts';
import { launchChromium } from './chromium.ts';
import { clientFolder } from './client-folder.ts';
import { checkLayout, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

/** A minute of reading for the smallest model on TF.js in software: enough for the loss to fall and the samples to change. */
const EXPERIMENT: CreateMatchBody['experiment'] = {
  seed: 11,
  budgetFlops: 8e9,
  graceSeconds: 1,
  clockScale: 10,
};
const [PHONE, LAPTOP] = SIZES;
/** Long enough on a busy machine; what is stuck stays stuck. */
const PATIENCE = { timeout: 120_000, interval: 100 };

let app: App;
let browser: Browser;

beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true, clientFolder: clientFolder() });
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Opens a lobby for two labs with the host's own screen; only the experiment's settings are slipped into its request. */
async function openLobby(host: WatchedPage): Promise<string> {
  const { page } = host;
  await page.route(`**${ROUTES.createMatch}`, (route, request) => {
    const body = { ...(request.postDataJSON() as CreateMatchBody), experiment: EXPERIMENT };
    return route.continue({ postData: JSON.stringify(body) });
  });
  await page.getByLabel(t('host.teams')).fill('2');
  const answered = page.waitForResponse(`**${ROUTES.createMatch}`);
  await pressMain(host);
  const { code } = (await (await answered).json()) as CreateMatchReply;
  return code;
}

async function buyHalfOfEverything({ page }: WatchedPage): Promise<void> {
  for (const kind of CORPUS_KINDS) {
    const offer = page.getByRole('group', { name: t('data.buyLegend', { kind: t(`kind.${kind}`) }) });
    await offer.getByRole('radio', { name: t('portion.half') }).check();
  }
}

async function showView(host: WatchedPage, view: 'host.tabProjector' | 'host.tabConsole'): Promise<void> {
  await host.page.getByRole('tab', { name: t(view) }).click();
}

describe('a match in Chromium', () => {
  let host: WatchedPage;
  let players: WatchedPage[];
  let match: Match;
  const overflows: string[] = [];

  const inStage = (stage: Stage) => expect.poll(() => match.stage, PATIENCE).toBe(stage);
  const teams = (): Team[] => Object.values(match.teams);

  /** Looks at all pages at all sizes; the host's both views. */
  async function look(moment: string): Promise<void> {
    for (const player of players) overflows.push(...(await checkLayout(player, moment)));
    for (const view of ['host.tabProjector', 'host.tabConsole'] as const) {
      await showView(host, view);
      const name = view === 'host.tabProjector' ? 'projector' : 'console';
      overflows.push(...(await checkLayout({ ...host, name }, moment)));
    }
  }

  /** Stops the clock while looking, so that no lab finishes behind our back. */
  async function lookWhilePaused(moment: string): Promise<void> {
    await pressMain(host);
    await expect.poll(() => match.pausedAtMs, PATIENCE).not.toBeNull();
    await look(moment);
    await pressMain(host);
    await expect.poll(() => match.pausedAtMs, PATIENCE).toBeNull();
  }

  /** Waits until the referee has scored this many versions of every lab's weights. */
  async function scored(stage: TrainingStage, count: number): Promise<void> {
    const counts = () => teams().map((team) => team.runs[stage]?.filmstrip.length ?? 0);
    await expect.poll(() => Math.min(...counts()), PATIENCE).toBeGreaterThanOrEqual(count);
  }

  it('begins on the host screen and fills with two labs', async () => {
    host = await openPage(browser, 'host', `${app.url}/host`, LAPTOP);
    const code = await openLobby(host);
    const hosted = app.directory.byCode(code);
    if (!hosted) throw new Error(`no match ${code}`);
    match = hosted.service.match;
    const join = (executor: string) => `${app.url}/?code=${code}&executor=${executor}`;
    players = [
      await openPage(browser, 'wasm', join('wasm'), LAPTOP),
      await openPage(browser, 'tfjs', join('tfjs'), PHONE),
    ];
    overflows.push(...(await checkLayout(players[0], 'join')));
    for (const player of players) {
      await pressMain(player);
      await player.page.getByRole('heading', { name: t('lobby.title') }).waitFor();
    }
    const devices = () => Object.values(match.players).map(({ device }) => device?.backend ?? '');
    await expect.poll(() => devices().every(Boolean), PATIENCE).toBe(true);
    expect(devices().toSorted()).toEqual([
      expect.stringMatching(/tfjs webgpu/),
      expect.stringMatching(/^wasm/),
    ]);
    await look('lobby');
    await pressMain(host);
    await inStage('data');
  });

  it('lets each lab buy, mix and size its model', async () => {
    for (const player of players) await buyHalfOfEverything(player);
    await look('data');
    for (const player of players) await pressMain(player);
    for (const player of players) overflows.push(...(await checkLayout(player, 'data-mixture')));
    for (const player of players) await pressMain(player);
    await inStage('scale');
    await look('scale');
    for (const player of players) {
      const { page } = player;
      await page.getByRole('radio', { name: new RegExp(`^${t('size.tiny')}`) }).check({ force: true });
      await page
        .getByRole('radio', { name: t('scale.contextTokens', { tokens: 32 }) })
        .check({ force: true });
      await pressMain(player);
    }
    await inStage('pretrain');
  });

  it('trains in both pages until the held-out loss has fallen', async () => {
    await scored('pretrain', 2);
    await lookWhilePaused('pretrain');
    await inStage('fine-tune');
    for (const team of teams()) {
      const bits = team.runs.pretrain?.curve.flatMap(({ bitsPerByte }) => bitsPerByte ?? []) ?? [];
      expect(bits.length, team.name).toBeGreaterThanOrEqual(2);
      expect(bits.at(-1), team.name).toBeLessThan(0.8 * bits[0]);
    }
  });

  it('trains alike in WASM and in TF.js', () => {
    const [first, second] = teams().map((team) => team.runs.pretrain?.curve.at(-1)?.bitsPerByte ?? NaN);
    expect(Math.abs(first - second)).toBeLessThan(0.05 * first);
  });

  it('fine-tunes and compares', async () => {
    await look('fine-tune');
    for (const player of players) await pressMain(player);
    await scored('fine-tune', 1);
    await lookWhilePaused('fine-tune-training');
    await inStage('debrief');
  });

  it('ends with results, and samples that changed from stage to stage', async () => {
    await expect.poll(() => teams().every(({ score }) => score !== null), PATIENCE).toBe(true);
    await players[0].page.getByText(t('debrief.waiting')).waitFor({ state: 'detached' });
    await look('debrief');
    for (const team of teams()) {
      const { untrained, pretrained, tuned } = team.results?.samples ?? {
        untrained: [],
        pretrained: [],
        tuned: [],
      };
      expect(untrained.length).toBeGreaterThan(0);
      const texts = [untrained, pretrained, tuned].map((samples) =>
        samples.map(({ text }) => text).join('\n'),
      );
      expect(new Set(texts).size, texts.join('\n---\n')).toBe(3);
    }
  });

  it('left no complaint on any console', () => {
    for (const { name, complaints } of [host, ...players]) expect(complaints, name).toEqual([]);
  });

  it('overflowed at no size in no stage', () => {
    expect(overflows).toEqual([]);
  });
});
