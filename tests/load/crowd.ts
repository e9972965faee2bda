/** The thread of a crowd: a host and thirty players of one match on sockets of their own, who time every request they make. */

import { parentPort, workerData } from 'node:worker_threads';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../shared/random.ts';
import { STAGES } from '../../shared/game/stages/registry.ts';
import { defaultChoices } from '../../client/bots/choices.ts';
import { serverNowMs } from '../../client/session/colyseus.ts';
import { joinAs, openMatch, type FakePlayer, type Guest } from '../rooms/fake-player.ts';
import { LoadBot, type Times } from './load-bot.ts';
import type { CrowdOptions, CrowdReport } from './report.ts';

/** Between two looks of an idle player at the room's clock. */
const IDLE_MILLIS = 1000;
/** Between two things that an active player does: about as quick as people are. */
const ACTIVE_MILLIS = 700;
/** Rows of each device in a round: so many that rounds follow each other as in a match, and not in a storm. */
const ROUND_ROWS = 800;
/** The host moves on where bots have nothing to decide. */
const SKIP_STAGES = ['arena'] as const;

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

async function run({
  url,
  bots,
  teams,
  seed,
  budgetFlops,
  idleSeconds,
  activeSeconds,
}: CrowdOptions): Promise<CrowdReport> {
  const errors: string[] = [];
  const experiment = { seed, budgetFlops, clockScale: 20, graceSeconds: 0.2, roundRows: ROUND_ROWS };
  const host = await openMatch(url, { preset: 'short', teamCount: teams, experiment });
  const players: FakePlayer[] = [];
  for (let index = 0; index < bots; index++) players.push(await joinAs(url, host.code, `Bot ${index + 1}`));
  const times: Times = { idle: [], active: [], http: [] };
  await idle(players, idleSeconds, times.idle);

  const teamIds = host.view().teams.map(({ id }) => id);
  const crowd = players.map((player, index) => {
    const mine = host.view().players.find(({ id }) => id === player.id)?.teamId ?? '';
    const choices = defaultChoices(teamIds.indexOf(mine));
    return new LoadBot({ player, choices, times, random: createRandom(seed + index) });
  });
  /* One lab is a lab of phones that can't train, so that the server has to do it. */
  for (const bot of crowd) await bot.probe(bot.teamId() === teamIds.at(-1) ? 0 : 20_000);
  await host.move({ type: 'host/start' });
  const startMs = performance.now();
  const endMs = startMs + activeSeconds * 1000;
  let isDone = false;
  const isOver = (): boolean => isDone || performance.now() > endMs;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const reached = new Set<string>();
  const watch = async (): Promise<void> => {
    for (; !isOver(); await sleep(500)) {
      const { stage, arena, teams: labs } = host.view();
      isDone = labs.every(({ debrief }) => Boolean(debrief?.score));
      reached.add(stage);
      if (stage === SKIP_STAGES[0] && arena?.revealed) await host.move({ type: 'host/skip' });
    }
  };
  await Promise.all([
    watch(),
    ...crowd.map(async (bot, index) => {
      await sleep((ACTIVE_MILLIS * index) / crowd.length);
      for (; !isOver(); await sleep(ACTIVE_MILLIS))
        await bot.act().catch((error: unknown) => {
          errors.push(error instanceof Error ? error.message : String(error));
        });
    }),
  ]);
  delay.disable();
  reached.add(host.view().stage);
  const seconds = (performance.now() - startMs) / 1000;
  const verdicts = verdictsIn(host);
  await Promise.allSettled([...players, host].map(({ room }) => room.leave()));
  return {
    times,
    seconds,
    verdicts,
    stages: STAGES.filter((stage) => reached.has(stage)),
    loopDelayP99: delay.percentile(99) / 1e6,
    errors: [...new Set(errors)],
  };
}

parentPort?.postMessage(await run(workerData as CrowdOptions));
