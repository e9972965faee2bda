/** Weights are taken back where they got worse at what their lab reads, and at nothing else. */

import { describe, expect, it } from 'vitest';
import type { Team } from '../../shared/game/match.ts';
import type { SystemMove } from '../../shared/game/moves.ts';
import { DEFAULT_DATA_PLAN, type DataPlan } from '../../shared/game/stages/data/plan.ts';
import { SCORED_KINDS, type ScoredKind } from '../../shared/world/document.ts';
import type { JobContext } from './context.ts';
import { judge } from './verdict.ts';

const CLASS_ONLY: DataPlan = { ...DEFAULT_DATA_PLAN, purchases: { class: 'whole' }, shares: { class: 100 } };

/** What is told of weights that are this surprised at the common text, of a run whose sound weights had 2 bits per byte. */
function verdictOn(
  bitsPerByte: number,
  plan: DataPlan,
  ownHeldOut: number | null,
): SystemMove['type'] | undefined {
  const run = {
    soundBitsPerByte: 2,
    soundVersion: 1,
    firstVersion: 0,
    unjudged: [{}],
    rollbacks: 0,
    abandoned: [],
  };
  const team = { now: { data: { plan }, pretrain: { run, prepared: null } } } as unknown as Team;
  const moves: SystemMove[] = [];
  const context = {
    models: { putVelocity: () => undefined },
    team: () => team,
    tell: (move: SystemMove) => void moves.push(move),
  } as unknown as JobContext;
  const perKind = Object.fromEntries(SCORED_KINDS.map((kind) => [kind, bitsPerByte]));
  const found = { bitsPerByte, perKind: perKind as Record<ScoredKind, number>, samples: [], ownHeldOut };
  judge(context, { teamId: 'team-1', stage: 'pretrain', version: 2, tokens: 1 }, found);
  return moves[0]?.type;
}

describe('newly trained weights', () => {
  it('of a lab that reads what is tested are judged by the test', () => {
    expect(verdictOn(1.8, DEFAULT_DATA_PLAN, 1.8)).toBe('referee/scored');
    expect(verdictOn(4, DEFAULT_DATA_PLAN, 1.8)).toBe('round/rolled-back');
  });

  it("of a lab that only reads its class's text are judged by what it held out of it, if it did", () => {
    expect(verdictOn(9, CLASS_ONLY, 1.5)).toBe('referee/scored');
    expect(verdictOn(9, CLASS_ONLY, 4)).toBe('round/rolled-back');
    expect(verdictOn(9, CLASS_ONLY, null)).toBe('referee/scored');
    expect(verdictOn(NaN, CLASS_ONLY, null)).toBe('round/rolled-back');
  });
});
