/** Plays a whole match with bots against a real server, through nothing but the public protocol. */

import type { ProbeReport } from '../../client/lab/engine/api.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { Preset } from '../../shared/game/settings.ts';
import { stepOf, type MatchView, type TeamView } from '../../shared/game/sync/view.ts';
import { Bot } from '../../client/bots/bot.ts';
import type { TeamChoices } from '../../shared/game/bot-choices.ts';
import { Connection } from '../../client/bots/connection.ts';
import { colyseusAt } from '../../client/session/colyseus.ts';
import { startEngineThread } from './engine-thread.ts';
import { postJson, takeSeat } from './post.ts';
import { noteTried, type TriedProducts } from './deploy-report.ts';
import { isExhibited, reportExhibition, type ImageReport } from './image-report.ts';
import { buildReport, reportGeneration, type MatchReport } from './report.ts';

export interface MatchOptions {
  /** The server's address. */
  url: string;
  seed: number;
  teamCount: number;
  playersPerTeam: number;
  /** How many of them have a device that can train; all unless told. */
  devicesPerTeam?: number;
  budgetFlops: number;
  /** Clocks and generations; clocks are stretched, since bots decide at once. */
  preset: Preset;
  /** Stages that it goes without; as the preset has it unless told. */
  leftOut?: CreateMatchBody['leftOut'];
  /** Rows of each device in a round; by its pace when null. */
  roundRows: number | null;
  /** One entry for each team; null for one whose members leave everything to the clock. */
  choices: readonly (TeamChoices | null)[];
  /** The whole match must be over by then. */
  maxSeconds: number;
  /** Told what happens, for people. */
  log: (line: string) => void;
}

/** So large that no clock runs out: bots decide at once, and training ends with its budget. */
const CLOCK_SCALE = 50;
const GRACE_SECONDS = 0.2;
/** Of a device that only shows the page. */
const NO_SPEED: ProbeReport = { tokensPerSecond: 0, backend: 'none' };
/** Stages that wait for each team's decision. */
const DECIDED_STAGES: ReadonlySet<Stage> = new Set<Stage>([
  'data',
  'scale',
  'fine-tune',
  'align',
  'test',
  'deploy',
  'pictures',
  'paint',
  'gallery',
]);

/** Measures how long each stage lasts, and says so. */
function watchStages(host: Connection, log: MatchOptions['log']): MatchReport['stages'] {
  const stages: MatchReport['stages'] = [];
  let current: Stage | null = null;
  let sinceMs = performance.now();
  host.onView(({ stage }) => {
    if (stage === current) return;
    const nowMs = performance.now();
    if (current) stages.push({ name: current, seconds: Number(((nowMs - sinceMs) / 1000).toFixed(2)) });
    log(
      current ? `${current} took ${((nowMs - sinceMs) / 1000).toFixed(1)} s; now ${stage}` : `now ${stage}`,
    );
    [current, sinceMs] = [stage, nowMs];
  });
  return stages;
}

/** Says how each team's model gets better, ten times over its run. */
function watchScores(host: Connection, log: MatchOptions['log']): void {
  const said = new Map<string, number>();
  let year = 1;
  host.onView((view) => {
    if (view.generation !== year) said.clear();
    year = view.generation;
    for (const {
      id,
      name,
      runs: { pretrain },
    } of view.teams) {
      const point = pretrain?.curve.findLast(({ bitsPerByte }) => bitsPerByte !== null);
      if (!pretrain || !point) continue;
      const tenth = Math.floor((10 * point.tokens) / pretrain.tokensTotal);
      if (tenth <= (said.get(id) ?? -1)) continue;
      said.set(id, tenth);
      log(`${name}: ${point.bitsPerByte?.toFixed(3)} bits/byte after ${point.tokens} tokens`);
    }
  });
}

/** Whether nobody is left to be waited for but teams that never decide. */
function isOnlyIdle(view: MatchView, idle: ReadonlySet<string>): boolean {
  const { stage, teams, players, arena } = view;
  if (stage === 'arena') {
    const others = players.filter(({ teamId }) => !idle.has(teamId ?? '')).length;
    return arena?.sampled === true && !arena.revealed && arena.done >= Math.min(others, arena.voters);
  }
  const isDecided = ({ committed }: TeamView): boolean => committed.some((decided) => decided === stage);
  const undecided = teams.filter((team) => !isDecided(team));
  return DECIDED_STAGES.has(stage) && undecided.length > 0 && undecided.every(({ id }) => idle.has(id));
}

/** Lets the clock run out, by the host's hand, whenever only idle teams are waited for. */
function skipForIdle(host: Connection, idle: ReadonlySet<string>, errors: string[]): void {
  const skipped = new Set<string>();
  host.onView((view) => {
    const step = stepOf(view);
    if (idle.size === 0 || skipped.has(step) || !isOnlyIdle(view, idle)) return;
    skipped.add(step);
    host.send({ type: 'host/skip', step }).catch((error: unknown) => errors.push(`host: ${String(error)}`));
  });
}

function isOver(view: MatchView): boolean {
  return view.stage === 'debrief' && view.teams.every(({ debrief }) => debrief?.results && debrief.score);
}

/** Measures this machine once; all bots run on it, so all say the same. */
async function measureSpeed(): Promise<ProbeReport> {
  const thread = startEngineThread();
  const speed = await thread.engine.probe('wasm');
  await thread.close();
  return speed;
}

async function seatBots(
  options: MatchOptions,
  code: string,
  host: Connection,
  errors: string[],
): Promise<Bot[]> {
  const { url, log } = options;
  const speed = await measureSpeed();
  log(`this machine trains ${Math.round(speed.tokensPerSecond)} tokens/s with ${speed.backend}`);
  const bots: Bot[] = [];
  for (const [index, { id: teamId }] of host.view.teams.entries()) {
    for (let player = 0; player < options.playersPerTeam; player++) {
      const name = `Bot ${index + 1}.${player + 1}`;
      const report = (trouble: string) => void errors.push(trouble);
      const random = createRandom(hashSeed(options.seed, name));
      const choices = options.choices[index];
      const { roomId, playerId, seatToken: token } = await takeSeat(url, code, name);
      const seat = { code, roomId, playerId, token, name };
      const transport = colyseusAt(url);
      const bot = await Bot.sitDown(
        { transport, seat, choices, startDevice: startEngineThread, report, random },
        teamId,
      );
      await bot.tellSpeed(player < (options.devicesPerTeam ?? Infinity) ? speed : NO_SPEED);
      bots.push(bot);
    }
  }
  return bots;
}

/** A match with its bots, from the lobby on. */
interface Begun {
  host: Connection;
  tried: TriedProducts;
  stages: MatchReport['stages'];
  /** When it must be over. */
  endMs: number;
}

/** Creates a match, seats its bots and begins; `follow` sees it through. What goes wrong goes to `errors`, and is not thrown. */
async function begin(
  options: MatchOptions,
  errors: string[],
  follow: (begun: Begun) => Promise<void>,
): Promise<void> {
  const { url, seed, teamCount, budgetFlops, log } = options;
  const endMs = performance.now() + options.maxSeconds * 1000;
  const bots: Bot[] = [];
  let host: Connection | null = null;
  try {
    const experiment = {
      seed,
      budgetFlops,
      clockScale: CLOCK_SCALE,
      graceSeconds: GRACE_SECONDS,
      ...(options.roundRows === null ? {} : { roundRows: options.roundRows }),
    };
    const body: CreateMatchBody = {
      version: PROTOCOL_VERSION,
      preset: options.preset,
      teamCount,
      /* All there is to play. */
      experiment,
      ...(options.leftOut && { leftOut: options.leftOut }),
    };
    const created = await postJson<CreateMatchReply>(url + ROUTES.createMatch, body);
    host = await Connection.open(colyseusAt(url), { ...created, token: created.hostToken });
    host.onLost = (reason) => void errors.push(`host: lost the room: ${reason}`);
    const stages = watchStages(host, log);
    watchScores(host, log);
    const idle = new Set(host.view.teams.flatMap(({ id }, index) => (options.choices[index] ? [] : [id])));
    skipForIdle(host, idle, errors);
    bots.push(...(await seatBots(options, created.code, host, errors)));
    const tried: TriedProducts = new Map();
    for (const { connection } of bots) connection.onView((view) => noteTried(tried, view));
    await host.until(
      ({ players }) => players.length === bots.length && players.every(({ device }) => device),
      10_000,
    );
    await host.send({ type: 'host/start' });
    await follow({ host, tried, stages, endMs });
  } catch (error) {
    errors.push(error instanceof Error ? error.message : String(error));
  }
  await Promise.allSettled([...bots.map((bot) => bot.close()), host?.close()]);
}

/** Plays a match to the debrief, and reports. */
export async function playMatch(options: MatchOptions): Promise<MatchReport> {
  const errors: string[] = [];
  const generations: ReturnType<typeof reportGeneration>[] = [];
  const ratedTrait = options.choices.find((choices) => choices !== null)?.raters.trait ?? 'kind';
  await begin(options, errors, async ({ host, tried, stages, endMs }) => {
    const count = host.view.settings?.generations ?? 1;
    while (generations.length < count && errors.length === 0) {
      const year = generations.length + 1;
      const isReached = (view: MatchView): boolean => view.generation === year && isOver(view);
      const view = await host.until(
        (seen) => isReached(seen) || errors.length > 0,
        endMs - performance.now(),
      );
      generations.push(reportGeneration(view, stages.splice(0), ratedTrait, tried));
      if (year < count) await host.send({ type: 'host/skip' });
    }
  });
  return buildReport({ seed: options.seed, generations, errors });
}

/** Plays a match of pictures to the exhibition, and reports. */
export async function playImages(options: MatchOptions): Promise<ImageReport> {
  const errors: string[] = [];
  const stages: ImageReport['stages'] = [];
  let seen: MatchView | null = null;
  await begin(options, errors, async (begun) => {
    seen = await begun.host.until(
      (view) => isExhibited(view) || errors.length > 0,
      begun.endMs - performance.now(),
    );
    stages.push(...begun.stages);
  });
  return reportExhibition(seen, { seed: options.seed, errors, stages });
}
