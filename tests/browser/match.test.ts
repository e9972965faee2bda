/** A host and two labs play a whole match in real Chromium against a real server; one lab trains in WASM, one on TF.js WebGPU. */

import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import type { HostedMatch } from '../../server/matchmaking/directory.ts';
import { t } from '../../shared/i18n/t.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { ROUTES, type CreateMatchBody, type CreateMatchReply } from '../../shared/protocol/http.ts';
import { keepsAligned } from '../../shared/rules/align.ts';
import { countArenaVotes } from '../../shared/rules/arena.ts';
import type { Match, Team, TrainingStage } from '../../shared/rules/match.ts';
import { CORPUS_KINDS } from '../../shared/world/document.ts';
import { launchChromium } from './chromium.ts';
import { clientFolder } from './client-folder.ts';
import { relativeDistance, replayFirstRound } from './replay.ts';
import { checkLayout, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

/** More than TF.js in software can train while we wait, so its lab stops early; the other one is done in seconds. */
const EXPERIMENT: CreateMatchBody['experiment'] = {
  seed: 11,
  budgetFlops: 2e10,
  graceSeconds: 1,
  clockScale: 10,
};
const [PHONE, LAPTOP] = SIZES;
/** Long enough on a busy machine; what is stuck stays stuck. */
const PATIENCE = { timeout: 180_000, interval: 100 };

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
  let hosted: HostedMatch;
  let match: Match;
  const overflows: string[] = [];

  const inStage = (stage: Stage) => expect.poll(() => match.stage, PATIENCE).toBe(stage);
  const teams = (): Team[] => Object.values(match.teams);

  /** The lab that trains on TF.js. */
  const slowTeam = (): Team => {
    const trainer = Object.values(match.players).find(({ device }) => device?.backend.startsWith('tfjs'));
    if (!trainer) throw new Error('nobody trains on TF.js');
    return match.teams[trainer.teamId];
  };

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
    const found = app.directory.byCode(code);
    if (!found) throw new Error(`no match ${code}`);
    hosted = found;
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
    for (const player of players) {
      /* The fewest pieces: what TF.js in software computes for each token grows with the vocabulary. */
      await player.page.getByRole('radio', { name: '256' }).check();
      await pressMain(player);
    }
    await inStage('scale');
    await look('scale');
    for (const player of players) {
      const { page } = player;
      await page.getByRole('radio', { name: t('size.tiny') }).check();
      await page.getByRole('radio', { name: t('scale.contextTokens', { tokens: 32 }) }).check();
      await pressMain(player);
    }
    await inStage('pretrain');
  });

  it('trains the same in TF.js on the page as in WASM here', async () => {
    const stored = (version: number) => hosted.models.weights(slowTeam().id, 'pretrain', version);
    await expect.poll(() => stored(1), PATIENCE).not.toBeNull();
    const [before, after] = [stored(0), stored(1)];
    const model = hosted.models.get(slowTeam().id);
    const run = slowTeam().runs.pretrain;
    const rows = model?.rows.pretrain;
    if (!before || !after || !rows || !run) throw new Error('nothing to compare');
    const { tokens, trainLoss } = run.curve[1];
    const { config } = model;
    const { tokensTotal } = run;
    const replayed = await replayFirstRound({ config, weights: before, rows, tokens, tokensTotal });
    expect(trainLoss).toBeCloseTo(replayed.loss, 3);
    const movedHere = replayed.weights.map((weight, i) => weight - before[i]);
    const movedThere = after.map((weight, i) => weight - before[i]);
    expect(relativeDistance(movedThere, movedHere)).toBeLessThan(0.05);
  });

  it('trains in both pages until the held-out loss has fallen', async () => {
    await scored('pretrain', 2);
    await lookWhilePaused('pretrain');
    const fallen = ({ runs }: Team): number => {
      const bits = runs.pretrain?.curve.flatMap(({ bitsPerByte }) => bitsPerByte ?? []) ?? [];
      return (bits.at(-1) ?? NaN) / bits[0];
    };
    await expect.poll(() => Math.max(...teams().map(fallen)), PATIENCE).toBeLessThan(0.9);
    await pressMain(players[1]);
    await inStage('fine-tune');
    expect(slowTeam().runs.pretrain?.stoppedEarly).toBe(true);
  });

  it('fine-tunes, and goes on when the host says so', async () => {
    await look('fine-tune');
    for (const player of players) await pressMain(player);
    await scored('fine-tune', 1);
    await lookWhilePaused('fine-tune-training');
    await host.page.getByRole('button', { name: t('console.skip') }).click();
    await host.page.getByRole('button', { name: t('console.skipYes') }).click();
    await inStage('align');
  });

  it('rates blind pairs by tapping, and one lab trains on the votes', async () => {
    const [first, second] = players;
    await expect.poll(() => Object.keys(match.pairs).length, PATIENCE).toBeGreaterThan(60);
    for (const [index, side] of Array.from({ length: 24 }, (_, i) => (i % 2 ? 'a' : 'b')).entries()) {
      const { page } = players[index % 2];
      await page.getByTestId(`answer-${side}`).click(PATIENCE);
    }
    await expect.poll(() => Object.keys(match.ratings).length, PATIENCE).toBeGreaterThan(11);
    await lookWhilePaused('align-rate');
    await second.page.getByRole('tab', { name: t('align.tabTrain') }).click();
    await second.page.getByTestId('align-skip').click();
    await first.page.getByRole('tab', { name: t('align.tabTrain') }).click();
    overflows.push(...(await checkLayout(first, 'align-train')));
    await pressMain(first);
    await first.page.getByTestId('align-keep').waitFor(PATIENCE);
    overflows.push(...(await checkLayout(first, 'align-judge')));
    await first.page.getByTestId('align-keep').click();
    await inStage('arena');
    expect(teams().filter((team) => keepsAligned(team))).toHaveLength(1);
  });

  it('votes blind in the arena, each lab on the other and the House', async () => {
    await expect.poll(() => match.arena.sampled, PATIENCE).toBe(true);
    await players[0].page.getByTestId('vote-a').waitFor();
    await look('arena');
    for (const { page } of players) {
      for (const side of ['vote-a', 'vote-b', 'vote-tie']) {
        await page.getByTestId(side).click();
      }
    }
    await expect.poll(() => countArenaVotes(match.arena), PATIENCE).toBe(6);
    await showView(host, 'host.tabConsole');
    await host.page.getByRole('button', { name: t('console.skip') }).click();
    await host.page.getByRole('button', { name: t('console.skipYes') }).click();
    await expect.poll(() => match.arena.revealed, PATIENCE).toBe(true);
    await host.page.getByRole('button', { name: t('console.extendAria') }).click();
    await players[0].page.getByRole('heading', { name: t('arena.revealTitle') }).waitFor();
    await look('arena-revealed');
    await showView(host, 'host.tabConsole');
    await host.page.getByRole('button', { name: t('console.skip') }).click();
    await host.page.getByRole('button', { name: t('console.skipYes') }).click();
    await inStage('debrief');
    expect(match.arena.ratings?.reduce((sum, { votes }) => sum + votes, 0)).toBe(12);
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
