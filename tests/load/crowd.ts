/** The thread of a crowd: hosts and players of some matches on sockets of their own, who time every request they make. */

import { parentPort, workerData } from 'node:worker_threads';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../shared/random.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { STAGES } from '../../shared/game/stages/registry.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { defaultChoices } from '../../shared/game/bot-choices.ts';
import { serverNowMs } from '../../client/session/colyseus.ts';
import { fillRoute } from '../../client/session/http.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { joinAs, openMatch, post, type FakePlayer, type Guest } from '../rooms/fake-player.ts';
import { LoadBot, type Times } from './load-bot.ts';
import { countBytes, stopDecoding } from './wire-tap.ts';
import type { CrowdOptions, CrowdReport } from './report.ts';

/** Between two looks of an idle player at the room's clock. */
const IDLE_MILLIS = 1000;
/** Between two things that an active player does: about as quick as people are. */
const ACTIVE_MILLIS = 700;
/** Rows of each device in a round: so many that rounds follow each other as in a match, and not in a storm. */
const ROUND_ROWS = 800;
/** The host moves on where bots have nothing to decide. */
const SKIP_STAGES = ['arena'] as const;
/** Players who come in at the same time. */
const JOIN_AT_ONCE = 8;

/** Everybody asks the room for its time now and then, at moments of their own. */
async function idle(players: readonly FakePlayer[], seconds: number, times: number[]): Promise<void> {
  const endMs = performance.now() + seconds * 1000;
  await Promise.all(
    players.map(async ({ room }, index) => {
      await sleep((IDLE_MILLIS * index) / players.length);
      while (performance.now() < endMs) {
        const startMs = performance.now();
        await serverNowMs(room);
        times.push(performance.now() - startMs);
        await sleep(IDLE_MILLIS);
      }
    }),
  );
}

/** The referee's work that the room shows: models prepared, scored, paired and examined. */
function verdictsIn(host: Guest): number {
  return host.view().teams.reduce((sum, { ready, runs, own, debrief }) => {
    const curves = Object.values(runs).flatMap((run) => run?.curve ?? []);
    const scored = curves.filter(({ bitsPerByte }) => bitsPerByte !== null).length;
    const others = [ready, own?.tuning, own?.alignment.before, debrief?.results].filter(Boolean).length;
    return sum + scored + others;
  }, 0);
}

/** The view of a guest, read anew once in a while: a crowd that reads for each of its members is busier than the server. */
function remembered(guest: Guest): () => MatchView {
  let known: { view: MatchView; readMs: number } | null = null;
  return () => {
    const nowMs = performance.now();
    if (!known || nowMs - known.readMs > ACTIVE_MILLIS / 2) known = { view: guest.view(), readMs: nowMs };
    return known.view;
  };
}

interface Room {
  host: Guest & CreateMatchReply;
  players: FakePlayer[];
  bots: LoadBot[];
}

/** Opens a match, and has everybody come in. One player of each lab reads what all of the lab are sent. */
async function gather(options: CrowdOptions, times: Times, number: number): Promise<Room> {
  const { url, seed, budgetFlops } = options;
  const experiment = {
    seed: seed + number,
    budgetFlops,
    clockScale: 20,
    graceSeconds: 0.2,
    roundRows: ROUND_ROWS,
  };
  const host = await openMatch(url, { preset: 'short', teamCount: options.teams, experiment });
  const players: FakePlayer[] = [];
  while (players.length < options.players) {
    const count = Math.min(JOIN_AT_ONCE, options.players - players.length);
    const names = Array.from({ length: count }, (_, index) => `Bot ${players.length + index + 1}`);
    players.push(...(await Promise.all(names.map((name) => joinAs(url, host.code, name)))));
  }
  const { teams, players: seated } = await host.until(
    'all players',
    (view) => view.players.length === options.players,
    60,
  );
  const teamIds = teams.map(({ id }) => id);
  const readers = new Map<string, () => MatchView>();
  const bots = players.map((player, index) => {
    const teamId = seated.find(({ id }) => id === player.id)?.teamId ?? '';
    const read = readers.get(teamId) ?? remembered(player);
    if (readers.has(teamId)) stopDecoding(player.room);
    readers.set(teamId, read);
    const choices = defaultChoices(teamIds.indexOf(teamId));
    return new LoadBot({ player, teamId, read, choices, times, random: createRandom(seed + index) });
  });
  /* One lab is a lab of phones that can't train, so that the server has to do it. */
  await Promise.all(bots.map((bot) => bot.probe(bot.teamId === teamIds.at(-1) ? 0 : 20_000)));
  return { host, players, bots };
}

async function play({ host, bots }: Room, endMs: number, reached: Set<Stage>, errors: string[]) {
  await host.move({ type: 'host/start' });
  const read = remembered(host);
  let isDone = false;
  const isOver = (): boolean => isDone || performance.now() > endMs;
  const watch = async (): Promise<void> => {
    for (; !isOver(); await sleep(500)) {
      const { stage, arena, teams } = read();
      isDone = teams.every(({ debrief }) => Boolean(debrief?.score));
      reached.add(stage);
      if (stage === SKIP_STAGES[0] && arena?.revealed) await host.move({ type: 'host/skip' });
    }
  };
  await Promise.all([
    watch(),
    ...bots.map(async (bot, index) => {
      await sleep((ACTIVE_MILLIS * index) / bots.length);
      const random = createRandom(index);
      /* Not in step: who waited for the same answer would go on together, which people don't. */
      for (; !isOver(); await sleep(2 * ACTIVE_MILLIS * random.next()))
        await bot.act().catch((error: unknown) => {
          errors.push(error instanceof Error ? error.message : String(error));
        });
    }),
  ]);
}

/** Seats that are empty at the end, and ratings that were acknowledged and do not count. */
function lostIn({ host, bots }: Room): number {
  const view = host.view();
  const empty = view.players.filter(({ connected }) => !connected).length;
  const missing = bots.length - view.players.length;
  const acknowledged = bots.reduce((sum, bot) => sum + bot.ratingsTaken, 0);
  return empty + missing + Math.max(0, acknowledged - view.votes);
}

function deleteMatch(url: string, { code, hostToken }: CreateMatchReply): Promise<unknown> {
  const headers = { authorization: `Bearer ${hostToken}` };
  return post(url + fillRoute(ROUTES.endMatch, { code }), { version: PROTOCOL_VERSION, code }, headers);
}

async function run(options: CrowdOptions): Promise<CrowdReport> {
  const errors: string[] = [];
  const times: Times = { idle: [], active: [], byStage: new Map(), http: [] };
  const rooms: Room[] = [];
  for (let number = 0; number < options.rooms; number++) rooms.push(await gather(options, times, number));
  const players = rooms.flatMap((room) => room.players);
  await idle(players, options.idleSeconds, times.idle);
  times.active.length = 0;

  parentPort?.postMessage('begins');
  const counters = players.map(({ room }) => countBytes(room));
  const startMs = performance.now();
  const endMs = startMs + options.activeSeconds * 1000;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const reached = new Set<Stage>();
  await Promise.all(rooms.map((room) => play(room, endMs, reached, errors)));
  delay.disable();
  const seconds = (performance.now() - startMs) / 1000;
  const downBytes = counters.reduce((sum, count) => sum + count(), 0);
  /* What was acknowledged last is on its way. */
  await sleep(1000);
  for (const { host } of rooms) reached.add(host.view().stage);
  const lost = errors.length + rooms.reduce((sum, room) => sum + lostIn(room), 0);
  const verdicts = rooms.reduce((sum, { host }) => sum + verdictsIn(host), 0);
  /* All leave before their matches end: on a socket that the server has closed, the SDK would wait for a farewell for ever. */
  await Promise.all([...players, ...rooms.map(({ host }) => host)].map(({ room }) => room.leave()));
  /* What is left of the match would count as growth in a server that is to play more of them. */
  for (const { host } of rooms) await deleteMatch(options.url, host);
  return {
    times,
    seconds,
    downBytes,
    lost,
    verdicts,
    stages: STAGES.filter((stage) => reached.has(stage)),
    loopDelayP99: delay.percentile(99) / 1e6,
    errors: [...new Set(errors)],
  };
}

parentPort?.postMessage(await run(workerData as CrowdOptions));
