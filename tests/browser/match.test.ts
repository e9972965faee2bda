/** A host and four players in two labs play a whole match in real Chromium against a real server: three pages train one model together, one in our WGSL and two in WASM, and a fourth trains its own on TF.js. */

import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import type { HostedMatch } from '../../server/matchmaking/directory.ts';
import { LEAST_PAIRS } from '../../server/referee/pairs.ts';
import { t } from '../../client/i18n/t.ts';
import { EXTENSION_SECONDS } from '../../client/session/extension.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { keepsAligned } from '../../shared/game/stages/align/preferences.ts';
import { countArenaVotes } from '../../shared/game/stages/arena/votes.ts';
import type { Match, Player, Team, TrainingStage } from '../../shared/game/match.ts';
import { membersOf } from '../../shared/game/members.ts';
import { SCORED_KINDS } from '../../shared/world/document.ts';
import { launchChromium } from './chromium.ts';
import { clientFolder } from './client-folder.ts';
import { relativeDistance, replayFirstRound } from './replay.ts';
import { LOOK_MILLIS, checkLayout, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';
import { sliceOf } from '../../shared/game/slices.ts';

/** More than TF.js in software can train while we wait, so its lab stops early; the other one is done in seconds. */
const EXPERIMENT: CreateMatchBody['experiment'] = {
  seed: 11,
  budgetFlops: 1e10,
  graceSeconds: 1,
  clockScale: 10,
  /* As much for every device: by its pace, one of the WASM pages would do it all alone. */
  roundRows: 32,
};
const [PHONE, LAPTOP] = SIZES;
/** Long enough on a busy machine; what is stuck stays stuck. */
/** Stages that other tests look at. */
const LEFT_OUT = ['test', 'deploy'];
const PATIENCE = { timeout: 180_000, interval: 100 };
/** Where the console asks before it skips, the question is there by then. */
const ASKED_WITHIN_MILLIS = 1500;
/** What the button to agree is called, whoever proposed. */
const AGREE = new RegExp(t('proposal.agreeAria', { name: '.+' }));

let app: App;
const browsers: Browser[] = [];

/** One for all pages that compute in WASM, one for each whose graphics processor trains: it is software, so while it is busy, no page of the same browser draws or can be pressed. */
async function openBrowser(): Promise<Browser> {
  const browser = await launchChromium();
  browsers.push(browser);
  return browser;
}

beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true, clientFolder: clientFolder() });
}, 60_000);

afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await app?.close();
});

/** Opens a lobby for two labs with the host's own screen; only the experiment's settings are slipped into its request. */
async function openLobby(host: WatchedPage): Promise<string> {
  const { page } = host;
  await page.route(`**${ROUTES.createMatch}`, (route, request) => {
    const asked = request.postDataJSON() as CreateMatchBody;
    const body = { ...asked, leftOut: LEFT_OUT, experiment: EXPERIMENT };
    return route.continue({ postData: JSON.stringify(body) });
  });
  await page.getByLabel(t('host.teams')).fill('2');
  const answered = page.waitForResponse(`**${ROUTES.createMatch}`);
  await pressMain(host);
  const { code } = (await (await answered).json()) as CreateMatchReply;
  return code;
}

async function buyHalfOfEverything({ page }: WatchedPage): Promise<void> {
  for (const kind of SCORED_KINDS) {
    const offer = page.getByRole('group', { name: t('data.buyLegend', { kind: t(`kind.${kind}`) }) });
    await offer.getByRole('radio', { name: t('portion.half') }).check();
  }
}

async function showView(host: WatchedPage, view: 'host.tabProjector' | 'host.tabConsole'): Promise<void> {
  await host.page.getByRole('tab', { name: t(view) }).click();
}

/** The first page of a lab proposes, by its main button unless told otherwise; a second agrees, where there is one. */
async function decide([first, second]: readonly WatchedPage[], propose = pressMain): Promise<void> {
  await propose(first);
  if (!second) return;
  const proposals = second.page.getByRole('region', { name: t('proposal.heading') });
  await proposals.getByRole('button', { name: AGREE }).click(PATIENCE);
}

describe('a match in Chromium', () => {
  let host: WatchedPage;
  let players: WatchedPage[];
  /** The lab of three pages, and the one of TF.js alone. */
  let labs: [WatchedPage[], WatchedPage[]];
  let hosted: HostedMatch;
  let match: Match;
  const overflows: string[] = [];

  /** The host moves on; it is asked first, unless all are ready. */
  async function skip(): Promise<void> {
    await host.page.getByTestId('skip').click();
    const yes = host.page.getByTestId('skip-yes');
    const isAsked = await yes.waitFor({ timeout: ASKED_WITHIN_MILLIS }).then(
      () => true,
      () => false,
    );
    if (isAsked) await yes.click();
  }
  const inStage = (stage: Stage) => expect.poll(() => match.stage, PATIENCE).toBe(stage);
  const teams = (): Team[] => Object.values(match.teams);

  /** The player whose device trains on this backend. */
  const playerOn = (backend: string): Player => {
    const found = Object.values(match.players).find(({ device }) => device?.backend.startsWith(backend));
    if (!found) throw new Error(`nobody trains on ${backend}`);
    return found;
  };
  const slowTeam = (): Team => match.teams[playerOn('tfjs').teamId];
  const sharedTeam = (): Team => match.teams[playerOn('webgpu').teamId];

  /** Looks at one page of each lab at all sizes, and at the host's both views. */
  async function look(moment: string): Promise<void> {
    for (const [player] of labs) overflows.push(...(await checkLayout(player, moment)));
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
    const counts = () => teams().map((team) => team.now[stage].run?.filmstrip.length ?? 0);
    await expect.poll(() => Math.min(...counts()), PATIENCE).toBeGreaterThanOrEqual(count);
  }

  it('begins on the host screen and fills with two labs of three and one', async () => {
    const shared = await openBrowser();
    host = await openPage(shared, 'host', `${app.url}/host`, LAPTOP);
    const code = await openLobby(host);
    const found = app.directory.byCode(code);
    if (!found) throw new Error(`no match ${code}`);
    hosted = found;
    match = hosted.service.match;
    const join = (executor: string) => `${app.url}/?code=${code}&executor=${executor}`;
    players = [];
    for (const [name, executor, size] of [
      ['wasm', 'wasm', LAPTOP],
      ['wasm-phone', 'wasm', PHONE],
      ['webgpu', 'webgpu', LAPTOP],
      ['tfjs', 'tfjs', PHONE],
    ] as const) {
      const browser = executor === 'wasm' ? shared : await openBrowser();
      const player = await openPage(browser, name, join(executor), size);
      if (players.length === 0) overflows.push(...(await checkLayout(player, 'join')));
      await pressMain(player);
      await player.page.getByRole('heading', { name: t('lobby.title') }).waitFor();
      players.push(player);
    }
    const [wasm, phone, webgpu, tfjs] = players;
    labs = [[wasm, phone, webgpu], [tfjs]];
    const devices = () => Object.values(match.players).map(({ device }) => device?.backend ?? '');
    await expect.poll(devices, PATIENCE).not.toContain('');
    expect(devices().toSorted()).toEqual([
      expect.stringMatching(/^tfjs webgpu/),
      expect.stringMatching(/^wasm/),
      expect.stringMatching(/^wasm/),
      expect.stringMatching(/^webgpu/),
    ]);
    /* Seats fill the teams by turns, so the second and the fourth sit in the other one. */
    const { name: team } = match.teams[playerOn('webgpu').teamId];
    await phone.page.getByRole('button', { name: t('lobby.joinAria', { team }) }).click();
    await expect.poll(() => membersOf(match, sharedTeam().id).length, PATIENCE).toBe(3);
    await look('lobby');
    await pressMain(host);
    await inStage('data');
  });

  it('lets each lab buy, mix and size its model', async () => {
    for (const [player] of labs) await buyHalfOfEverything(player);
    await look('data');
    for (const [player] of labs) await pressMain(player);
    for (const [player] of labs) overflows.push(...(await checkLayout(player, 'data-mixture')));
    for (const lab of labs) {
      /* The fewest pieces: what TF.js in software computes for each token grows with the vocabulary. */
      await lab[0].page.getByRole('radio', { name: '256' }).check();
      await decide(lab);
    }
    await inStage('scale');
    await look('scale');
    for (const lab of labs) {
      const { page } = lab[0];
      await page.getByRole('radio', { name: t('size.tiny') }).check();
      await page.getByRole('radio', { name: t('scale.contextTokens', { tokens: 32 }) }).check();
      await decide(lab);
    }
    await inStage('pretrain');
  });

  it('trains the same in TF.js on the page as in WASM here', async () => {
    const stored = (version: number) => hosted.models.weights(slowTeam().id, 'pretrain', version);
    /* A version has its round's number; on a busy machine the first round may end without this page. */
    await expect.poll(() => slowTeam().now.pretrain.run?.version ?? 0, PATIENCE).toBeGreaterThan(0);
    const [before, after] = [stored(0), stored(slowTeam().now.pretrain.run?.version ?? 0)];
    expect(slowTeam().now.pretrain.run?.roundsDone).toBe(1);
    const model = hosted.models.get(slowTeam().id);
    const run = slowTeam().now.pretrain.run;
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

  it('trains in all pages until the held-out loss has fallen', async () => {
    await scored('pretrain', 2);
    await lookWhilePaused('pretrain');
    const fallen = ({ now }: Team): number => {
      const bits = now.pretrain.run?.curve.flatMap(({ bitsPerByte }) => bitsPerByte ?? []) ?? [];
      return (bits.at(-1) ?? NaN) / bits[0];
    };
    await expect.poll(() => Math.max(...teams().map(fallen)), PATIENCE).toBeLessThan(0.9);
    const shared = () => sharedTeam().now.pretrain.run;
    const tokens = () =>
      membersOf(match, sharedTeam().id).map(({ id }) => shared()?.workers[id]?.tokens ?? 0);
    await expect.poll(() => Math.min(...tokens()), PATIENCE).toBeGreaterThan(0);
    expect(tokens()).toHaveLength(3);
    for (const { page } of labs[0]) {
      const list = page.getByRole('region', { name: t('engine.contributions') });
      for (const { name } of membersOf(match, sharedTeam().id)) await list.getByText(name).waitFor(PATIENCE);
    }
    await expect.poll(() => shared()?.status, PATIENCE).toBe('finished');
    expect(tokens().reduce((sum, own) => sum + own, 0)).toBe(shared()?.tokensUsed);
    for (const { page } of labs[1]) {
      await page.getByRole('tab', { name: t('pretrain.tabSteer') }).click();
      for (const button of ['stop-early', 'stop-yes']) await page.getByTestId(button).click(PATIENCE);
    }
    await inStage('fine-tune');
    expect(slowTeam().now.pretrain.run?.stoppedEarly).toBe(true);
  });

  it('fine-tunes, and goes on when the host says so', async () => {
    await look('fine-tune');
    for (const lab of labs) await decide(lab);
    await scored('fine-tune', 1);
    await lookWhilePaused('fine-tune-training');
    await skip();
    await inStage('align');
  });

  it('rates blind pairs by tapping, and one lab trains on the votes', async () => {
    const [[first, helper], [second]] = labs;
    /* Models this small hardly answer in different ways, so each lab has the least of pairs. */
    await expect
      .poll(() => Object.keys(sliceOf(match, 'align').pairs).length, PATIENCE)
      .toBeGreaterThanOrEqual(labs.length * LEAST_PAIRS);
    for (const [index, side] of Array.from({ length: 36 }, (_, i) => (i % 2 ? 'a' : 'b')).entries()) {
      const { page } = [first, second, helper][index % 3];
      await page.getByTestId(`answer-${side}`).click(PATIENCE);
    }
    await expect
      .poll(() => Object.keys(sliceOf(match, 'align').ratings).length, PATIENCE)
      .toBeGreaterThan(11);
    await lookWhilePaused('align-rate');
    await second.page.getByRole('tab', { name: t('align.tabTrain') }).click();
    await second.page.getByTestId('align-skip').click();
    await first.page.getByRole('tab', { name: t('align.tabTrain') }).click();
    overflows.push(...(await checkLayout(first, 'align-train')));
    await decide([first, helper]);
    await first.page.getByTestId('align-keep').waitFor(PATIENCE);
    overflows.push(...(await checkLayout(first, 'align-judge')));
    await decide([first, helper], ({ page }) => page.getByTestId('align-keep').click());
    await inStage('arena');
    expect(teams().filter((team) => keepsAligned(team))).toHaveLength(1);
  });

  it('votes blind in the arena, each lab on the other and the House', async () => {
    await expect.poll(() => sliceOf(match, 'arena').sampled, PATIENCE).toBe(true);
    await players[0].page.getByTestId('vote-a').waitFor();
    await look('arena');
    for (const { page } of players) {
      for (const side of ['vote-a', 'vote-b', 'vote-tie']) {
        /* A pair takes no vote before somebody can have looked at it. */
        await page.waitForTimeout(LOOK_MILLIS);
        await page.getByTestId(side).click();
      }
    }
    await expect.poll(() => countArenaVotes(sliceOf(match, 'arena')), PATIENCE).toBe(12);
    expect(Object.keys(match.players).every((id) => sliceOf(match, 'arena').ballots[id].length > 0)).toBe(
      true,
    );
    await showView(host, 'host.tabConsole');
    await skip();
    await expect.poll(() => sliceOf(match, 'arena').revealed, PATIENCE).toBe(true);
    await host.page
      .getByRole('button', { name: t('console.extendAria', { seconds: EXTENSION_SECONDS }) })
      .click();
    await players[0].page.getByRole('heading', { name: t('arena.revealTitle') }).waitFor();
    await look('arena-revealed');
    await showView(host, 'host.tabConsole');
    await skip();
    await inStage('debrief');
    expect(sliceOf(match, 'arena').verdict?.benches.rivals.votes).toBe(12);
  });

  it('ends with results, and samples that changed from stage to stage', async () => {
    await expect.poll(() => teams().every(({ now }) => now.debrief.score !== null), PATIENCE).toBe(true);
    await players[0].page.getByText(t('debrief.waiting')).waitFor({ state: 'detached' });
    await look('debrief');
    for (const team of teams()) {
      const { untrained, pretrained, tuned } = team.now.debrief.results?.samples ?? {
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
