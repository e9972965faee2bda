/** What a device asks for to train its lab's painter, and what it brings: pictures and weights out, weights in, each of them checked. */

import { findTeamOf } from '../../shared/game/members.ts';
import type { Team } from '../../shared/game/match.ts';
import { partSteps, shapeOf } from '../../shared/game/images/painter.ts';
import { ownTeamSlice } from '../../shared/game/slices.ts';
import { painterOf } from '../../shared/game/stages/paint/painter.ts';
import { stepsDone, type PaintTeam } from '../../shared/game/stages/paint/state.ts';
import type { PicturesTeam } from '../../shared/game/stages/pictures/state.ts';
import { decodePainted, encodePainted } from '../../shared/game/wire/painted.ts';
import type { PaintLessons } from '../../shared/game/wire/routes.ts';
import { painterSpec } from '../../shared/image/tensors.ts';
import { PALETTE } from '../../shared/world/pictures/palette.ts';
import { painterWeights, putPainter } from '../conductor/painters.ts';
import { SYSTEM, type MatchService } from '../match/authority.ts';
import type { MatchValues } from '../match/values.ts';
import type { RunTask } from '../referee/port.ts';
import type { MatchKey } from '../referee/tasks.ts';
import { refuse, valueOf } from './refusal.ts';

export interface PaintingRequests {
  /** The lab's pictures, for whoever trains its painter. */
  lessons(playerId: string): Promise<PaintLessons>;
  /** Its weights after so many steps, encoded by `encodePainted`. */
  weights(playerId: string, steps: number): Promise<Uint8Array>;
  /** Whether the player's device is to train the part that begins there; asked before its megabytes are read. */
  awaits(playerId: string, from: number): void;
  /** Takes the part that began there. */
  take(playerId: string, from: number, bytes: Uint8Array): Promise<void>;
}

export function createPaintingRequests({
  service,
  values,
  run,
  key,
}: {
  service: MatchService;
  values: MatchValues;
  run: RunTask;
  key(): MatchKey;
}): PaintingRequests {
  const { match } = service;
  const lessonsOf = new Map<string, Promise<PaintLessons>>();

  /** The team whose painter this player trains. */
  function teamOf(playerId: string): Team {
    const team = valueOf(findTeamOf(match, playerId));
    return painterOf(match, team) === playerId ? team : refuse('train/not_your_round');
  }

  const ofTeam = (team: Team): PaintTeam => ownTeamSlice<PaintTeam>(team, 'paint');

  async function lessons(playerId: string): Promise<PaintLessons> {
    const team = teamOf(playerId);
    const { plan } = ownTeamSlice<PicturesTeam>(team, 'pictures');
    if (!plan) return refuse('train/not_running');
    /* Bought anew where the stage was begun again. */
    const name = `${team.id} ${JSON.stringify(plan)}`;
    const known = lessonsOf.get(name) ?? run('paintLessons', { ...key(), pictures: plan });
    lessonsOf.set(name, known);
    /* After a failure it may be asked for again. */
    known.catch(() => lessonsOf.delete(name));
    return known;
  }

  function place(playerId: string, from: number): { team: Team; own: PaintTeam } {
    const team = teamOf(playerId);
    const own = ofTeam(team);
    return stepsDone(own) === from ? { team, own } : refuse('train/stale_round');
  }

  return {
    lessons,
    async weights(playerId, steps) {
      const { team, own } = place(playerId, steps);
      const kept = await painterWeights(values, team.id, steps);
      if (!own.plan) return refuse('train/not_running');
      const weights = kept ?? (await run('newPainter', { ...key(), plan: own.plan }));
      return encodePainted({ weights, loss: 0 });
    },
    awaits: (playerId, from) => void place(playerId, from),
    async take(playerId, from, bytes) {
      const { vocabularySize: words } = await lessons(playerId);
      const { team, own } = place(playerId, from);
      if (!own.plan) return refuse('train/not_running');
      const { parameterCount } = painterSpec({ ...shapeOf(own.plan.size), words, colors: PALETTE.length });
      const { weights, loss } = valueOf(decodePainted(bytes, parameterCount));
      putPainter(values, team.id, from, from + partSteps(from, own.stepsTotal), weights);
      valueOf(service.submit({ type: 'paint/part', teamId: team.id, from, loss }, SYSTEM));
    },
  };
}
