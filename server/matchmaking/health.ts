/** Whether a match can be played: plays one of its own, from the seat to a move that was told to everybody. */

import { moveRequest } from '../../shared/game/wire/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { createMatch, TEAM_NAMES } from '../../shared/game/create.ts';
import { createSettings } from '../../shared/game/presets.ts';
import { createMatchState, projectMatch } from '../../shared/game/sync/project.ts';
import { readView } from '../../shared/game/sync/view.ts';
import { createMatchService, SYSTEM } from '../match/authority.ts';
import { createMatchValues } from '../match/values.ts';
import { openMemoryStore } from '../store/memory.ts';
import { makeId } from '../match/random-ids.ts';

const NAME = 'Health';

/** Plays a small match by the calls that real ones are played with; null when all is well, else what is wrong. */
export async function checkHealth(): Promise<string | null> {
  try {
    const match = createMatch({
      code: 'HEALTH',
      settings: createSettings('workshop'),
      teamNames: TEAM_NAMES,
      lotSeed: 0,
    });
    const life = new AbortController();
    const store = openMemoryStore();
    await store.createMatch({ id: 'health', code: match.code, address: '', openedAtMs: 0, seeds: {} });
    const service = createMatchService({
      match,
      matchId: 'health',
      store,
      values: createMatchValues('health', store.blobs),
      now: () => 0,
      signal: life.signal,
      onTakenOver: () => undefined,
    });
    const playerId = makeId();
    const seated = await service.perform({ type: 'seat/take', playerId, name: 'New' }, SYSTEM);
    if (!seated.ok) return `no seat: ${seated.error.code}`;
    const request = moveRequest.safeParse({
      version: PROTOCOL_VERSION,
      id: makeId(),
      move: { type: 'lobby/rename', name: NAME },
    });
    if (!request.success) return 'a move can not be read';
    const moved = await service.perform(request.data.move, { kind: 'player', playerId }, request.data.id);
    if (!moved.ok) return `no move: ${moved.error.code}`;
    const state = createMatchState(service.shown);
    projectMatch(service.shown, state);
    return readView(state).players[0]?.name === NAME ? null : 'a move can not be seen';
  } catch (error) {
    return `a match can not be played: ${error instanceof Error ? error.message : String(error)}`;
  }
}
