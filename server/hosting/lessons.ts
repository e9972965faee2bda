/** What a device asks for to teach its lab's small copy, and what it brings: a part of the lessons and weights out, an update in, each of them checked. */

import { countTargets, encodeRows } from '../../shared/data/rows.ts';
import { encodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { findTeamOf } from '../../shared/game/members.ts';
import { checkTurn } from '../../shared/game/stages/deploy/lessons.ts';
import { SYSTEM, type MatchService } from '../match/authority.ts';
import type { TeamModels } from '../match/team-models.ts';
import { norm } from '../match/training-requests.ts';
import type { UpdateWork } from '../match/update-work.ts';
import { partOf, type LessonPart } from '../referee/pupil.ts';
import type { Trained } from '../referee/tasks.ts';
import { refuse, valueOf } from './refusal.ts';

export interface LessonRequests {
  /** The rows of the part, encoded by `encodeRows`. */
  rows(playerId: string, lesson: number): Uint8Array;
  /** The copy as far as it has learned, as a checkpoint; its tokens are those of the parts before. */
  checkpoint(playerId: string, lesson: number): Uint8Array;
  /** Whether the player's device is to teach this part; asked before its megabytes are read. */
  awaits(playerId: string, lesson: number): void;
  /** Takes what it made of the copy, for the referee to measure. */
  take(playerId: string, lesson: number, body: Uint8Array): Promise<void>;
}

export function createLessonRequests(
  service: MatchService,
  models: TeamModels,
  work: UpdateWork,
): LessonRequests {
  const { match } = service;
  /** Cut once, however often they are asked for. */
  const parts = new WeakMap<Rows, Map<number, LessonPart>>();

  function cut(rows: Rows, lesson: number): LessonPart {
    const known = parts.get(rows) ?? new Map<number, LessonPart>();
    parts.set(rows, known);
    const part = known.get(lesson) ?? partOf(rows, lesson);
    known.set(lesson, part);
    return part;
  }

  function place(
    playerId: string,
    lesson: number,
  ): { teamId: string; part: LessonPart; pupil: Trained; hash: string } {
    const team = valueOf(findTeamOf(match, playerId));
    valueOf(checkTurn(match, team, playerId, lesson));
    const { pupil, lessons, tokenizerHash: hash } = models.get(team.id) ?? refuse('train/not_running');
    if (!pupil || !lessons) return refuse('train/not_running');
    return { teamId: team.id, part: cut(lessons, lesson), pupil, hash };
  }

  return {
    rows: (playerId, lesson) => encodeRows(place(playerId, lesson).part.rows),
    checkpoint(playerId, lesson) {
      const { part, pupil, hash: tokenizerHash } = place(playerId, lesson);
      const { config, weights } = pupil;
      return encodeCheckpoint({ config, tokenizerHash, step: 0, tokens: part.place.tokensBefore, weights });
    },
    awaits: (playerId, lesson) => void place(playerId, lesson),
    async take(playerId, lesson, body) {
      const { part, pupil: before } = place(playerId, lesson);
      const { weights } = before;
      const { delta, rowsUsed, tokens } = valueOf(
        await work.read({
          body,
          parameterCount: weights.length,
          allottedRows: part.rows.count,
          weightsNorm: norm(weights),
        }),
      );
      /* Meanwhile the turn may have gone to another one. */
      const { teamId, pupil } = place(playerId, lesson);
      if (pupil !== before) refuse('train/stale_round');
      if (rowsUsed < part.rows.count) refuse('train/no_tokens');
      const allotted = countTargets(part.rows);
      if (tokens > allotted) refuse('train/too_many_tokens', { claimed: tokens, allotted });
      models.bringPupil(
        teamId,
        weights.map((weight, index) => weight + (delta[index] ?? 0)),
      );
      valueOf(service.submit({ type: 'pupil/bring', teamId, playerId, lesson }, SYSTEM));
    },
  };
}
