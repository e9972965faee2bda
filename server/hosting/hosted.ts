/** A match with everything that keeps it going: authority, conductor, models, and what the referee writes for it. Runs in Node and in a page's worker. */

import { createMatch } from '../../shared/game/create.ts';
import type { Match } from '../../shared/game/match.ts';
import type { Result } from '../../shared/game/result.ts';
import { generationOf } from '../../shared/game/schedule.ts';
import type { MatchSettings } from '../../shared/game/settings.ts';
import { hashSeed } from '../../shared/random.ts';
import type { DataSlice } from '../../shared/game/stages/data/state.ts';
import { startConductor } from '../conductor/conductor.ts';
import { KeptProbes } from '../conductor/kept-probes.ts';
import { createProbes, type Probes } from '../conductor/probes.ts';
import { logError } from '../log.ts';
import { createMatchService, SYSTEM, type MatchService } from '../match/authority.ts';
import { createTeamModels, type TeamModels } from '../match/team-models.ts';
import { createTrainingRequests, type TrainingRequests } from '../match/training-requests.ts';
import { recoverMatch, type Recovered } from '../match/recovery.ts';
import { keepSnapshot } from '../match/snapshots.ts';
import type { UpdateWork } from '../match/update-work.ts';
import { createMatchValues } from '../match/values.ts';
import { createClassTexts, type ClassTexts } from './class-text.ts';
import { createFinalModels, type FinalModels } from './final-models.ts';
import { createLessonRequests, type LessonRequests } from './lessons.ts';
import { createPaintingRequests, type PaintingRequests } from './painting.ts';
import { createRecordings } from './recording.ts';
import type { ReadingReply } from '../../shared/game/wire/routes.ts';
import type { Referee } from '../referee/port.ts';
import { keyIn, type MarketFacts, type MatchKey, type MatchSeeds } from '../referee/tasks.ts';
import type { ClaimedMatch, Store } from '../store/ports.ts';
import { seedsOf } from './settings.ts';

/** What a match is made from. */
export interface Making {
  code: string;
  matchId: string;
  settings: MatchSettings;
  seeds: MatchSeeds;
  /** At least one for each team. */
  teamNames: readonly string[];
  /** Whoever opened it, as limits count addresses. */
  address: string;
  /** Where others come in, the best address first; none where nobody else can. */
  joinOrigins?: readonly string[];
}

/** What a match needs around it, wherever it runs. */
export interface Surroundings {
  referee: Referee;
  updates: UpdateWork;
  store: Store;
  now: () => number;
}

export interface Hosted {
  service: MatchService;
  models: TeamModels;
  probes: Probes;
  training: TrainingRequests;
  painting: PaintingRequests;
  lessons: LessonRequests;
  classTexts: ClassTexts;
  /** Resolves once the referee has written the datasets. */
  market(): Promise<MarketFacts>;
  /** For those who talk to models. */
  reading(): Promise<ReadingReply>;
  finals: FinalModels;
  /** All that happened, as packed JSON, once the match is over. */
  recording(): Promise<Result<Uint8Array>>;
  /** Ends it at once: aborts the signal of its service, on which everything hangs that was begun for it. Resolves once nothing of it is kept. */
  end(): Promise<void>;
  /** Ends it in this process only, once what is under way is written: the next one finds it in the store. */
  leave(): Promise<void>;
}

/** Tells the rules how many documents there are to label. */
function announce(service: MatchService, { reply }: MarketFacts): void {
  const counts = reply.datasets.map(({ kind, documents }) => [kind, documents]);
  const documents: DataSlice['documents'] = Object.fromEntries(counts);
  service.submit({ type: 'referee/market', documents }, SYSTEM);
}

/** Whether the market of both has the same datasets. */
function isSameText(a: MatchKey, b: MatchKey): boolean {
  return a.generation === b.generation && a.classText?.id === b.classText?.id;
}

/** Work of the referee that is done once in a generation and for a class's text, when somebody wants it; after a failure it may be asked for again. */
function oncePerGeneration<T>(key: () => MatchKey, work: (key: MatchKey) => Promise<T>): () => Promise<T> {
  let begun: { wanted: MatchKey; result: Promise<T> } | null = null;
  return () => {
    const wanted = key();
    if (begun && isSameText(begun.wanted, wanted)) return begun.result;
    const result = work(wanted).catch((error: unknown) => {
      if (begun?.result === result) begun = null;
      throw error;
    });
    begun = { wanted, result };
    return result;
  };
}

/** Forgets a match; its rows come last, since what has none is found by nobody. */
async function removeStored(store: Store, matchId: string): Promise<void> {
  for (const name of await store.blobs.list(`${matchId}/`)) await store.blobs.remove(name);
  await store.removeMatch(matchId);
}

/**
 * Puts a match together. Its texts are written when the first player is in the room, so that empty matches cost nothing, and anew
 * with every generation.
 */
async function assemble(match: Match, first: MatchKey, surroundings: Surroundings): Promise<Hosted> {
  const { referee, updates, store, now } = surroundings;
  const { matchId } = first;
  const { code } = match;
  const life = new AbortController();
  const { signal } = life;
  const over = (): void => life.abort(new Error(`match ${code} is over`));
  const values = createMatchValues(matchId, store.blobs);
  const service = createMatchService({ match, matchId, store, values, now, signal, onTakenOver: over });
  const models = createTeamModels(values);
  const kept = new KeptProbes(values);
  await Promise.all([models.restore(Object.keys(match.teams)), kept.restore(match)]);
  /* In the lobby nobody waits yet: what is written then is written ahead. */
  const { run } = referee.forMatch(matchId, { signal, isUrgent: () => match.stage !== 'lobby' });
  const bareKey = (): MatchKey => keyIn(generationOf(match), first);
  const classTexts = await createClassTexts({ service, values, run, key: bareKey });
  const key = (): MatchKey => {
    const classText = classTexts.inUse();
    return classText ? { ...bareKey(), classText } : bareKey();
  };
  const probes = createProbes({ service, kept, run, key });
  startConductor({ service, models, values, probes, run, updates, key, now });
  const market = oncePerGeneration(key, async (wanted) => {
    const found = await run('market', wanted);
    if (isSameText(key(), wanted)) announce(service, found);
    return found;
  });
  let written: MatchKey | null = null;
  service.onChange(() => {
    const wanted = key();
    if ((written && isSameText(written, wanted)) || match.settings.leftOut.includes('data')) return;
    if (!Object.values(match.players).some(({ connected }) => connected)) return;
    written = wanted;
    market().catch((error: unknown) => {
      if (!signal.aborted) logError(`match ${code}: the market failed`, error);
    });
  });
  signal.addEventListener('abort', () => models.dispose());
  return {
    service,
    models,
    probes,
    training: createTrainingRequests(service, models, updates),
    classTexts,
    lessons: createLessonRequests(service, models, updates),
    painting: createPaintingRequests({ service, values, run, key }),
    market,
    reading: oncePerGeneration(key, (wanted) => run('reading', wanted)),
    finals: createFinalModels(
      service.shown,
      models,
      oncePerGeneration(key, (wanted) => run('house', wanted)),
    ),
    recording: createRecordings(store, matchId, service.shown),
    async end() {
      over();
      try {
        await values.settled().catch(() => undefined);
        await removeStored(store, matchId);
      } catch (error) {
        logError(`Forgetting match ${code} failed`, error);
      }
    },
    async leave() {
      await service.written().catch(() => undefined);
      over();
    },
  };
}

/** Begins a match, and writes down how it was made; null when another live match has its code. */
export async function openHosted(making: Making, surroundings: Surroundings): Promise<Hosted | null> {
  const { code, matchId, settings, seeds, teamNames, address, joinOrigins } = making;
  const { store, now } = surroundings;
  const record = { id: matchId, code, address, openedAtMs: now(), seeds: { ...seeds } };
  if ((await store.createMatch(record)) === 'code taken') return null;
  const match = createMatch({
    code,
    settings,
    teamNames,
    lotSeed: hashSeed(seeds.market, 'lot'),
    joinOrigins,
  });
  await keepSnapshot(store, matchId, match);
  return assemble(match, { matchId, generation: 1, seeds }, surroundings);
}

/** Goes on with a match of a process that is gone; or says why it can't. */
export async function restoreHosted(
  claimed: ClaimedMatch,
  surroundings: Surroundings,
): Promise<Hosted | Exclude<Recovered, { kind: 'match' }>> {
  const { store } = surroundings;
  const recovered = await recoverMatch(store, claimed.id);
  if (recovered.kind === 'nothing') await removeStored(store, claimed.id);
  if (recovered.kind !== 'match') return recovered;
  const { match, isDamaged, lastMoveMs } = recovered;
  const seeds = seedsOf(claimed.seeds);
  const hosted = await assemble(match, { matchId: claimed.id, generation: 1, seeds }, surroundings);
  const stoppedAtMs = Math.max(claimed.aliveAtMs, lastMoveMs ?? 0);
  hosted.service.submit({ type: 'match/bring-back', stoppedAtMs, isDamaged }, SYSTEM);
  await hosted.service.written();
  return hosted;
}
