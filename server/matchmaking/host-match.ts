/** Opens a match: draws its seeds, seats its rules, opens its room, and sets the referee to writing its texts. */

import { randomInt } from 'node:crypto';
import { matchMaker } from '@colyseus/core';
import { hashSeed } from '../../shared/random.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { createMatch, TEAM_NAMES } from '../../shared/game/create.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import type { MatchSettings } from '../../shared/game/settings.ts';
import { createSettings, stageSeconds } from '../../shared/game/presets.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { Limits } from '../limits/limits.ts';
import { logError } from '../log.ts';
import type { Referee, RunTask } from '../referee/referee.ts';
import type { MatchKey, MatchSeeds } from '../referee/tasks.ts';
import type { MarketFacts } from '../referee/tasks.ts';
import { startConductor } from '../conductor/conductor.ts';
import { createMatchService, SYSTEM, type MatchService } from '../match/authority.ts';
import { createProbes } from '../conductor/probes.ts';
import { createTeamModels } from '../match/team-models.ts';
import { createTrainingDoor } from '../match/training-door.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Journal } from '../store/journal.ts';
import { makeCode, makeId } from './codes.ts';
import type { Directory, HostedMatch } from './directory.ts';
import { makeWay } from './make-way.ts';

/** The one kind of room there is. */
export const ROOM_NAME = 'lab';

export interface Hosting {
  directory: Directory;
  referee: Referee;
  journal: Journal;
  blobs: Blobs;
  limits: Limits;
  /** Whether a match may fix its seed, budget and clocks. */
  allowExperiments: boolean;
  /** What phones have to write where this machine says localhost; null when it is not on a network. */
  lanAddress: string | null;
  now: () => number;
}

const SEED_NAMES = ['world', 'market', 'validation', 'sealed', 'weights', 'shards', 'sampling'] as const;

/** Independent random numbers; or, for an experiment that must be repeatable, all derived from its one seed. */
function drawSeeds(experimentSeed: number | undefined): MatchSeeds {
  const draw = (name: string): number =>
    experimentSeed === undefined ? randomInt(2 ** 32) : hashSeed(experimentSeed, `match ${name}`);
  return Object.fromEntries(SEED_NAMES.map((name) => [name, draw(name)])) as Record<
    (typeof SEED_NAMES)[number],
    number
  >;
}

function settingsOf({ preset = 'workshop', teamCount, experiment }: CreateMatchBody): MatchSettings {
  const scale = experiment?.clockScale ?? 1;
  const scaled = Object.entries(stageSeconds(preset)).map(([stage, seconds]) => [
    stage,
    seconds === null ? null : seconds * scale,
  ]);
  return createSettings(preset, {
    stageSeconds: Object.fromEntries(scaled) as MatchSettings['stageSeconds'],
    ...(teamCount === undefined ? {} : { teamCount }),
    ...(experiment?.budgetFlops === undefined ? {} : { budgetFlops: experiment.budgetFlops }),
    ...(experiment?.roundRows === undefined ? {} : { roundRows: experiment.roundRows }),
    ...(experiment?.graceSeconds === undefined
      ? {}
      : { graceSeconds: experiment.graceSeconds, readingSeconds: experiment.graceSeconds }),
  });
}

/** Names of labs in an order of chance. */
function drawTeamNames(): string[] {
  const names: string[] = [...TEAM_NAMES];
  for (let i = names.length - 1; i > 0; i--) {
    const [drawn = ''] = names.splice(randomInt(i + 1), 1);
    names.push(drawn);
  }
  return names;
}

/** Tells the rules how many documents there are to label. */
function announce(service: MatchService, { reply }: MarketFacts): void {
  const counts = reply.datasets.map(({ kind, documents }) => [kind, documents]);
  const documents = Object.fromEntries(counts) as Record<CorpusKind, number>;
  service.submit({ type: 'referee/market', documents }, SYSTEM);
}

/** The market is written once, when somebody wants it; after a failure it may be asked for again. */
function createMarket(run: RunTask, key: MatchKey, service: MatchService): HostedMatch['market'] {
  let written: ReturnType<HostedMatch['market']> | null = null;
  return () => {
    written ??= run('market', key).then(
      (facts) => {
        announce(service, facts);
        return facts;
      },
      (error: unknown) => {
        written = null;
        throw error;
      },
    );
    return written;
  };
}

/**
 * Opens a match for whoever asks from this address. Its texts are written when the first player is in the room, so that empty
 * matches cost nothing.
 */
export async function hostMatch(
  hosting: Hosting,
  body: CreateMatchBody,
  address: string,
): Promise<Result<HostedMatch>> {
  const { directory, referee, journal, blobs, now } = hosting;
  if (body.experiment && !hosting.allowExperiments) return fail('protocol/bad_message');
  const room = makeWay(directory, address, now());
  if (!room.ok) return room;
  const code = makeCode((candidate) => directory.byCode(candidate) !== null);
  const matchId = makeId();
  const key: MatchKey = { matchId, seeds: drawSeeds(body.experiment?.seed) };
  const match = createMatch({
    code,
    settings: settingsOf(body),
    teamNames: drawTeamNames(),
    lotSeed: hashSeed(key.seeds.market, 'lot'),
  });
  const life = new AbortController();
  const { signal } = life;
  const service = createMatchService({ match, matchId, journal, now, signal });
  const models = createTeamModels(matchId, blobs);
  /* In the lobby nobody waits yet: what is written then is written ahead. */
  const { run } = referee.forMatch(matchId, { signal, isUrgent: () => match.stage !== 'lobby' });
  const probes = createProbes({ service, run, key });
  startConductor({ service, models, probes, run, key, now });
  const market = createMarket(run, key, service);
  const stopWaiting = service.onChange(() => {
    if (!Object.values(match.players).some(({ connected }) => connected)) return;
    stopWaiting();
    market().catch((error: unknown) => {
      if (!signal.aborted) logError(`match ${code}: the market failed`, error);
    });
  });
  signal.addEventListener('abort', () => {
    models.dispose();
    journal.drop(matchId);
  });
  const hosted: HostedMatch = {
    code,
    roomId: '',
    address,
    openedAtMs: now(),
    visitors: 0,
    service,
    models,
    probes,
    door: createTrainingDoor(service, models),
    market,
    end: () => life.abort(new Error(`match ${code} is over`)),
  };
  directory.add(hosted);
  try {
    const { roomId } = await matchMaker.createRoom(ROOM_NAME, { code });
    hosted.roomId = roomId;
    return ok(hosted);
  } catch (error) {
    directory.remove(code);
    throw error;
  }
}
