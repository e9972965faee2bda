/** A match counts once, also when the server ends between the store and the match, and its players hear the same. */

import { describe, expect, it } from 'vitest';
import { createMatch } from '../../shared/game/create.ts';
import { createSettings } from '../../shared/game/presets.ts';
import { ratingsTold } from '../../shared/game/rated.ts';
import type { TeamScore } from '../../shared/game/team-score.ts';
import { must, trainingRun } from '../../shared/game/testing.ts';
import { createMatchService, SYSTEM, type MatchService } from '../match/authority.ts';
import { createMatchValues } from '../match/values.ts';
import { createMemoryDisk, openMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/ports.ts';
import { raterOf, rateWhenOver } from './rate-match.ts';

const NOW_MS = Date.parse('2026-11-30T05:00:00Z');
const SEASON = '2026-Q4';

/** A match of two strangers that is over but for the last score. */
async function almostOver(store: Store): Promise<MatchService> {
  const match = createMatch({
    code: 'BOKA42',
    settings: createSettings('short', { quick: 'public', teamCount: 2 }),
    teamNames: ['Mudlarks', 'Tin Hat'],
    lotSeed: 1,
  });
  const service = createMatchService({
    match,
    matchId: 'm',
    store,
    values: createMatchValues('m', store.blobs),
    now: () => NOW_MS,
    signal: new AbortController().signal,
    onTakenOver: () => undefined,
  });
  for (const [playerId, name] of [
    ['ada', 'Tiny Mango'],
    ['bo', 'Tiny Otter'],
  ] as const)
    await service.perform({ type: 'seat/take', playerId, name, raterId: raterOf(playerId) }, SYSTEM);
  for (const shown of [service.match, service.shown]) {
    shown.at = shown.schedule.length - 1;
    shown.stage = 'debrief';
    for (const [index, team] of Object.values(shown.teams).entries()) {
      team.now.pretrain.run = trainingRun();
      team.now.debrief.score = { total: 60 - 10 * index } as TeamScore;
    }
  }
  return service;
}

/** Makes a move that changes nothing here, so that all look at the match again. */
async function stir(service: MatchService): Promise<void> {
  await service.perform({ type: 'seat/connection', playerId: 'ada', connected: true }, SYSTEM);
}
const toldBy = (service: MatchService) => expect.poll(() => ratingsTold(service.shown)).not.toBeNull();

describe('a match of strangers that is over', () => {
  it('is rated once, and its players are told', async () => {
    const store = openMemoryStore();
    await store.createMatch({ id: 'm', code: 'BOKA42', address: '', openedAtMs: 0, seeds: {} });
    const service = await almostOver(store);
    rateWhenOver(service, 'm', store, () => NOW_MS);
    await stir(service);
    await toldBy(service);
    await stir(service);
    const { ada, bo } = must(ratingsTold(service.shown));
    expect(must(ada).gained).toBeGreaterThan(must(bo).gained);
    const best = await store.bestRatings(SEASON, 10);
    expect(best.map(({ raterId, matches }) => [raterId, matches])).toEqual([
      [raterOf('ada'), 1],
      [raterOf('bo'), 1],
    ]);
  });

  it('never counts twice when the server ended before it could tell', async () => {
    const disk = createMemoryDisk();
    const store = openMemoryStore(disk);
    await store.createMatch({ id: 'm', code: 'BOKA42', address: '', openedAtMs: 0, seeds: {} });
    const first = await almostOver(store);
    /* Ends as soon as the store has it: the match is told nothing. */
    const cut = {
      ...first,
      submit: () => ({ ok: false as const, error: { code: 'match/closed' as const } }),
    };
    rateWhenOver(cut, 'm', store, () => NOW_MS);
    await stir(first);
    await expect.poll(() => store.outcomeOf('m')).not.toBeNull();
    expect(ratingsTold(first.shown)).toBeNull();
    const before = await store.bestRatings(SEASON, 10);
    rateWhenOver(first, 'm', store, () => NOW_MS);
    await stir(first);
    await toldBy(first);
    expect(await store.bestRatings(SEASON, 10)).toEqual(before);
  });
});
