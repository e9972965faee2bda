/**
 * A facilitator's evening: a rehearsal with bots, twelve players on the default length, one who comes late, a phone that sleeps, a
 * host who loses the tab, an audience of three; then the report, its table, and a replay that ends in the same ranking.
 */

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { colyseusAt } from '../../client/session/colyseus.ts';
import { fillRoute } from '../../client/session/http.ts';
import { t } from '../../client/i18n/t.ts';
import { rankTeams } from '../../client/stages/debrief/rank.ts';
import { Connection } from '../../client/bots/connection.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import {
  ROUTES,
  type ArenaReply,
  type CreateMatchReply,
  type TakeSeatReply,
  type WatchReply,
} from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { defaultChoices } from '../../shared/game/bot-choices.ts';
import { unknownTo } from '../../shared/game/left-out.ts';
import { STAGES } from '../../shared/game/stages/registry.ts';
import { FaultBot, openSession } from '../faults/bot.ts';
import { postJson } from '../match/post.ts';
import { enter } from '../rooms/fake-player.ts';
import { serveGame } from './served.ts';
import { openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

const EXPERIMENT: CreateMatchBody['experiment'] = {
  seed: 9,
  budgetFlops: 6e9,
  graceSeconds: 0.5,
  clockScale: 10,
  roundRows: 64,
};
/** Bots are ready at once: the host is quicker than what goes on by itself. */
const REHEARSAL = { ...EXPERIMENT, graceSeconds: 20 };
const LABS = 4;
const PLAYERS = 12;
const AUDIENCE = 3;
const ASLEEP_MS = 20_000;
const PATIENCE_MS = 180_000;
const [PHONE, LAPTOP] = SIZES;

const served = serveGame();

/** What the host's own screen opens; only the experiment's settings are slipped into its request. */
async function openLobby(host: WatchedPage, button: 'create' | 'rehearse'): Promise<CreateMatchReply> {
  const { page } = host;
  await page.route(`**${ROUTES.createMatch}`, (route, request) => {
    const experiment = button === 'rehearse' ? REHEARSAL : EXPERIMENT;
    const body = { ...(request.postDataJSON() as CreateMatchBody), experiment };
    return route.continue({ postData: JSON.stringify(body) });
  });
  const answered = page.waitForResponse(`**${ROUTES.createMatch}`);
  if (button === 'rehearse') await page.getByTestId('rehearse').click();
  else await pressMain(host);
  const made = (await (await answered).json()) as CreateMatchReply;
  await page.unroute(`**${ROUTES.createMatch}`);
  await page.locator('.console-code').waitFor();
  return made;
}

const watchAs = ({ code, roomId, hostToken: token }: CreateMatchReply): Promise<Connection> =>
  Connection.open(colyseusAt(served.app.url), { code, roomId, token });

/** Players who only know the page's session, and play by themselves. */
async function seatBots(code: string): Promise<string[]> {
  const { url } = served.app;
  const lost: string[] = [];
  for (let i = 0; i < PLAYERS; i++) {
    const body = { version: PROTOCOL_VERSION, name: `Player ${i + 1}` };
    const seat = await postJson<TakeSeatReply>(url + fillRoute(ROUTES.takeSeat, { code }), body);
    const { playerId, roomId, seatToken: token } = seat;
    const session = openSession(url, { role: 'player', code, roomId, token, playerId }, [], (why) =>
      lost.push(why),
    );
    await session.connect();
    await session.send({ type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'test' }, true);
    const resting = new AbortController();
    onTestFinished(() => {
      resting.abort();
      session.end();
    });
    void new FaultBot(session, playerId, defaultChoices(i % LABS)).play(resting.signal);
  }
  return lost;
}

/** Somebody without a lab, who votes on the first pair of the arena. */
async function watchAndVote(code: string): Promise<() => Promise<void>> {
  const { url } = served.app;
  const body = { version: PROTOCOL_VERSION };
  const { roomId, seatToken: token } = await postJson<WatchReply>(
    url + fillRoute(ROUTES.watch, { code }),
    body,
  );
  const watcher = await enter(url, roomId, token);
  onTestFinished(async () => void (await watcher.room.leave()));
  return async () => {
    const reply = await fetch(url + ROUTES.arena, { headers: { authorization: `Bearer ${token}` } });
    const [first] = ((await reply.json()) as ArenaReply).pairs;
    if (first) await watcher.move({ type: 'audience/vote', pairId: first.id, choice: 'a' });
  };
}

/** The host presses "Next", and says yes where that is asked: not when all are ready, which may happen at any moment. */
async function next({ page }: WatchedPage, watcher: Connection): Promise<void> {
  const where = ({ stage, arena }: MatchView): string => `${stage} ${arena?.revealed ?? ''}`;
  const before = where(watcher.view);
  const yes = page.getByTestId('skip-yes');
  await page.getByTestId('skip').click();
  const moved = async (): Promise<boolean> => {
    if (where(watcher.view) !== before) return true;
    if (await yes.isVisible()) await yes.click();
    return false;
  };
  await expect.poll(moved, { timeout: PATIENCE_MS }).toBe(true);
}

it('is rehearsed with bots by one press', async () => {
  const host = await openPage(served.browser, 'host', `${served.app.url}/host`, LAPTOP);
  const made = await openLobby(host, 'rehearse');
  const watcher = await watchAs(made);
  const until = (wish: (view: MatchView) => boolean) => watcher.until(wish, PATIENCE_MS);
  await pressMain(host);
  for (const stage of ['data', 'scale'] as const) {
    await until(
      (view) => view.stage === stage && view.teams.every(({ committed }) => committed.includes(stage)),
    );
    await next(host, watcher);
  }
  await until(({ teams }) => teams.every(({ runs }) => runs.pretrain?.status === 'finished'));
  for (const stage of ['pretrain', 'fine-tune', 'align'] as const) {
    await until(
      ({ stage: now, teams }) =>
        now === stage && (now !== 'fine-tune' || teams.every(({ committed }) => committed.includes(now))),
    );
    await next(host, watcher);
  }
  await until(({ arena }) => arena?.sampled === true);
  await next(host, watcher);
  await until(({ stage, teams }) => stage === 'debrief' && teams.every(({ debrief }) => debrief?.score));
  await watcher.close();
  await host.page.context().close();
});

it('goes well although one comes late, a phone sleeps, and the host loses the tab', async () => {
  const { url } = served.app;
  const host = await openPage(served.browser, 'host', `${url}/host`, LAPTOP);
  await host.page.getByLabel(t('host.teams')).fill(String(LABS));
  const made = await openLobby(host, 'create');
  const { code } = made;
  const watcher = await watchAs(made);
  onTestFinished(() => watcher.close());
  const until = (wish: (view: MatchView) => boolean) => watcher.until(wish, PATIENCE_MS);
  const inStage = (stage: Stage) => until((view) => view.stage === stage);
  const hasBegunToTrain = (stage: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf('pretrain');
  const leftOut = unknownTo('workshop');
  expect(watcher.view.settings).toMatchObject({ preset: 'workshop', teamCount: LABS, leftOut });

  const lost = await seatBots(code);
  const phone = await openPage(served.browser, 'phone', `${url}/?code=${code}`, PHONE);
  await pressMain(phone);
  const votes = await Promise.all(Array.from({ length: AUDIENCE }, () => watchAndVote(code)));
  await until(({ players, audience }) => players.length === PLAYERS + 1 && audience === AUDIENCE);
  await pressMain(host);

  /* Late: into the smallest lab, and at work at once. */
  await inStage('data');
  const sizesOf = ({ teams, players }: MatchView): number[] =>
    teams.map(({ id }) => players.filter(({ teamId }) => teamId === id).length);
  const smallest = Math.min(...sizesOf(watcher.view));
  const late = await openPage(served.browser, 'late', `${url}/?code=${code}`, LAPTOP);
  await pressMain(late);
  await late.page.locator('.lab').waitFor();
  const { players, teams } = await until((view) => view.players.length === PLAYERS + 2);
  const comer = players.at(-1);
  expect(players.filter(({ teamId }) => teamId === comer?.teamId)).toHaveLength(smallest + 1);
  expect(teams.map(({ id }) => id)).toContain(comer?.teamId);

  /* Asleep while the others train, and back in the same seat. Bots are quick: by now they may have trained for a while. */
  const seat = watcher.view.players[PLAYERS];
  const devtools = await phone.page.context().newCDPSession(phone.page);
  await devtools.send('Page.enable');
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await Promise.all([sleep(ASLEEP_MS), until(({ stage }) => hasBegunToTrain(stage))]);
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await until((view) => view.players.find(({ id }) => id === seat?.id)?.connected === true);
  await phone.page.locator('.lab').waitFor();
  expect(watcher.view.players.find(({ id }) => id === seat?.id)?.teamId).toBe(seat?.teamId);

  /* The host's tab is gone, and found again at the plain address. */
  const shown = await host.page.locator('.console-code').innerText();
  const tab = await host.page.context().newPage();
  await host.page.close();
  await tab.goto(`${url}/host`);
  await tab.getByRole('button', { name: t('host.resume', { code: shown }) }).click();
  await tab.locator('.console-code').waitFor();
  const back: WatchedPage = { ...host, page: tab };

  for (;;) {
    const { stage } = await until(
      (view) => view.stage === 'arena' || view.pausedAtMs !== null || view.ready !== null,
    );
    if (stage === 'arena') break;
    if (watcher.view.pausedAtMs !== null) await pressMain(back);
    await sleep(500);
  }
  await until(({ arena }) => arena?.sampled === true);
  for (const vote of votes) await vote();
  await until(({ arena }) => arena !== null && arena.votes >= AUDIENCE);
  await next(back, watcher);
  const opened = await until(({ arena }) => arena?.revealed === true);
  expect(opened.arena?.benches?.audience.votes).toBe(AUDIENCE);
  await next(back, watcher);
  const end = await until(
    ({ stage, teams: all }) => stage === 'debrief' && all.every(({ debrief }) => debrief?.score),
  );
  const ranking = rankTeams(end.teams).map(({ team }) => team.name);

  const follow = async (words: string) => {
    const opening = tab.context().waitForEvent('page');
    await tab.getByRole('link', { name: words }).click();
    return opening;
  };
  const report = await follow(t('report.open'));
  await expect.poll(() => report.locator('.report-ranking tbody tr').count()).toBe(LABS);
  expect(await report.locator('.report-ranking .report-lab').allInnerTexts()).toEqual(ranking);
  const saving = report.waitForEvent('download');
  await report.getByTestId('csv').click();
  const table = readFileSync(await (await saving).path(), 'utf8');
  for (const name of ranking) expect(table).toContain(`"${name}"`);
  expect(table).not.toContain('Player 1');

  const replay = await follow(t('replay.open'));
  await replay.getByRole('slider', { name: t('replay.seek') }).press('End');
  await expect
    .poll(() => replay.locator('.podium-name').allInnerTexts(), { timeout: 60_000 })
    .toEqual(ranking);
  expect(lost).toEqual([]);
  expect([...late.complaints, ...phone.complaints]).toEqual([]);
});
