/** A match with everything that keeps it going: authority, conductor, models, and what the referee writes for it. Runs in Node and in a page's worker. */

import { createMatch } from '../../shared/game/create.ts';
import { generationOf } from '../../shared/game/schedule.ts';
import type { MatchSettings } from '../../shared/game/settings.ts';
import { hashSeed } from '../../shared/random.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import { startConductor } from '../conductor/conductor.ts';
import { createProbes, type Probes } from '../conductor/probes.ts';
import { logError } from '../log.ts';
import { createMatchService, SYSTEM, type MatchService } from '../match/authority.ts';
import { createTeamModels, type TeamModels } from '../match/team-models.ts';
import { createTrainingRequests, type TrainingRequests } from '../match/training-requests.ts';
import type { Referee, RunTask } from '../referee/port.ts';
import { keyIn, type MarketFacts, type MatchKey, type MatchSeeds } from '../referee/tasks.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Journal } from '../store/journal.ts';

/** What a match is made from. */
export interface Making {
  code: string;
  matchId: string;
  settings: MatchSettings;
  seeds: MatchSeeds;
  /** At least one for each team. */
  teamNames: readonly string[];
}

/** What a match needs around it, wherever it runs. */
export interface Surroundings {
  referee: Referee;
  journal: Journal;
  blobs: Blobs;
  now: () => number;
}

export interface Hosted {
  service: MatchService;
  models: TeamModels;
  probes: Probes;
  training: TrainingRequests;
  /** Resolves once the referee has written the datasets. */
  market(): Promise<MarketFacts>;
  /** Ends it: aborts the signal of its service, on which everything hangs that was begun for it. */
  end(): void;
}

/** Tells the rules how many documents there are to label. */
function announce(service: MatchService, { reply }: MarketFacts): void {
  const counts = reply.datasets.map(({ kind, documents }) => [kind, documents]);
  const documents = Object.fromEntries(counts) as Record<CorpusKind, number>;
  service.submit({ type: 'referee/market', documents }, SYSTEM);
}

/** A generation's market is written once, when somebody wants it; after a failure it may be asked for again. */
function createMarket(run: RunTask, key: () => MatchKey, service: MatchService): Hosted['market'] {
  let written: { generation: number; facts: ReturnType<Hosted['market']> } | null = null;
  return () => {
    const wanted = key();
    const { generation } = wanted;
    if (written?.generation === generation) return written.facts;
    const facts = run('market', wanted).then(
      (found) => {
        if (key().generation === generation) announce(service, found);
        return found;
      },
      (error: unknown) => {
        if (written?.facts === facts) written = null;
        throw error;
      },
    );
    written = { generation, facts };
    return facts;
  };
}

/**
 * Begins a match. Its texts are written when the first player is in the room, so that empty matches cost nothing, and anew with
 * every generation.
 */
export function openHosted(making: Making, { referee, journal, blobs, now }: Surroundings): Hosted {
  const { code, matchId, settings, seeds, teamNames } = making;
  const first: MatchKey = { matchId, generation: 1, seeds };
  const match = createMatch({ code, settings, teamNames, lotSeed: hashSeed(seeds.market, 'lot') });
  const life = new AbortController();
  const { signal } = life;
  const service = createMatchService({ match, matchId, journal, now, signal });
  const models = createTeamModels(matchId, blobs);
  /* In the lobby nobody waits yet: what is written then is written ahead. */
  const { run } = referee.forMatch(matchId, { signal, isUrgent: () => match.stage !== 'lobby' });
  const key = (): MatchKey => keyIn(generationOf(match), first);
  const probes = createProbes({ service, run, key });
  startConductor({ service, models, probes, run, key, now });
  const market = createMarket(run, key, service);
  let marketOf = 0;
  service.onChange(() => {
    const generation = generationOf(match);
    if (marketOf === generation) return;
    if (!Object.values(match.players).some(({ connected }) => connected)) return;
    marketOf = generation;
    market().catch((error: unknown) => {
      if (!signal.aborted) logError(`match ${code}: the market failed`, error);
    });
  });
  signal.addEventListener('abort', () => {
    models.dispose();
    journal.drop(matchId);
  });
  return {
    service,
    models,
    probes,
    training: createTrainingRequests(service, models),
    market,
    end: () => life.abort(new Error(`match ${code} is over`)),
  };
}
