/** A match that is over, as it was written down: whoever plays its moves again from the beginning sees it as it was. */

import type { Recording } from '../../shared/game/journal.ts';
import type { Match } from '../../shared/game/match.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import { RULES_VERSION } from '../../shared/game/rules-version.ts';
import { isOver } from '../../shared/game/schedule.ts';
import { packJson } from '../match/packed-json.ts';
import { firstSnapshot } from '../match/snapshots.ts';
import type { Store, WrittenMove } from '../store/ports.ts';

const SURVEY_ANSWER = 'survey/answer';

/** What somebody answered without a name is nobody's from here on: a move says whose it is. */
function withoutAnswers(move: WrittenMove): WrittenMove {
  if (!move.json.includes(SURVEY_ANSWER)) return move;
  const entry = JSON.parse(move.json) as { move: { type: string } };
  return entry.move.type === SURVEY_ANSWER
    ? { ...move, json: JSON.stringify({ ...entry, move: { ...entry.move, text: '' } }) }
    : move;
}

async function record(store: Store, matchId: string): Promise<Result<Uint8Array>> {
  const first = await firstSnapshot(store, matchId);
  if (!first) return fail('match/not_recorded');
  if (first.rulesVersion !== RULES_VERSION) return fail('match/other_rules');
  const { moves } = await store.movesAfter(matchId, 0);
  return ok(await packJson({ begin: first.match, moves: moves.map(withoutAnswers) } satisfies Recording));
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
