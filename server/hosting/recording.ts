/** A match that is over, as it was written down: whoever plays its moves again from the beginning sees it as it was. */

import type { Recording } from '../../shared/game/journal.ts';
import type { Match } from '../../shared/game/match.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import { RULES_VERSION } from '../../shared/game/rules-version.ts';
import { isOver } from '../../shared/game/schedule.ts';
import { packJson } from '../match/packed-json.ts';
import { firstSnapshot } from '../match/snapshots.ts';
import type { Store, WrittenMove } from '../store/ports.ts';

interface Entry {
  move: { type: string; playerId?: string; name?: string; raterId?: string; text?: string };
  context: { actor: { playerId?: string } };
}

/** What of these moves is somebody's: a name, a device, an answer that was given without a name. */
const PERSONAL = ['seat/take', 'lobby/rename', 'host/rename', 'survey/answer'];

/** Takes out of each move who made it: a move says whose it is, and nobody's votes and drafts are to be known by name. */
function namesTakenOut(): (move: WrittenMove) => WrittenMove {
  const names = new Map<string, string>();
  const nameOf = (playerId: string): string => {
    const name = names.get(playerId) ?? `P${names.size + 1}`;
    names.set(playerId, name);
    return name;
  };
  return (written) => {
    if (!PERSONAL.some((type) => written.json.includes(type))) return written;
    const entry = JSON.parse(written.json) as Entry;
    const { move } = entry;
    if (!PERSONAL.includes(move.type)) return written;
    delete move.raterId;
    if (move.text !== undefined) move.text = '';
    if (move.name !== undefined) move.name = nameOf(move.playerId ?? entry.context.actor.playerId ?? '');
    return { ...written, json: JSON.stringify(entry) };
  };
}

async function record(store: Store, matchId: string): Promise<Result<Uint8Array>> {
  const first = await firstSnapshot(store, matchId);
  if (!first) return fail('match/not_recorded');
  if (first.rulesVersion !== RULES_VERSION) return fail('match/other_rules');
  const { moves } = await store.movesAfter(matchId, 0);
  return ok(await packJson({ begin: first.match, moves: moves.map(namesTakenOut()) } satisfies Recording));
}

/** Gives the recording as packed JSON; what is asked for again is not packed again while nothing has happened. */
export function createRecordings(
  store: Store,
  matchId: string,
  shown: Match,
): () => Promise<Result<Uint8Array>> {
  let last: { sequence: number; made: Promise<Result<Uint8Array>> } | null = null;
  return async () => {
    /* What a lab has chosen and what stands behind a curtain is nobody's before. */
    if (!isOver(shown)) return fail('match/wrong_stage', { stage: shown.stage });
    const { sequence } = shown;
    if (last?.sequence !== sequence) last = { sequence, made: record(store, matchId) };
    const { made } = last;
    made.catch(() => {
      if (last?.made === made) last = null;
    });
    return made;
  };
}
