/** Bots agree as people do: one proposes, the rest see it and say yes. */

import { describe, expect, it } from 'vitest';
import { createSettings } from '../../shared/rules/settings.ts';
import type { MatchView, TeamView } from '../../shared/schema/view.ts';
import { defaultChoices } from './choices.ts';
import { nextMove } from './decide.ts';

const choices = defaultChoices(0);

const proposal = {
  id: 'p1',
  proposerId: 'ann',
  agreedIds: ['ann'],
  proposed: { stage: 'data', plan: choices.data } as const,
};
const plans = { data: null, scale: null, 'fine-tune': null };
const desk = { proposals: [proposal], plans, prepared: null, tuning: null };

const lobby: MatchView = {
  code: 'ABCD12',
  stage: 'lobby',
  stageEndsAtMs: null,
  pausedAtMs: null,
  locked: false,
  budgetFlops: 1e12,
  settings: createSettings('short'),
  players: ['ann', 'bob'].map((id) => ({ id, name: id, teamId: 'team-1', connected: true, device: null })),
  teams: [],
};

const mudlarks: TeamView = {
  id: 'team-1',
  name: 'Mudlarks',
  look: 0,
  committed: [],
  defaulted: [],
  parameters: 0,
  ready: false,
  pretrain: null,
  fineTune: null,
  inFormShare: null,
  debrief: null,
  desk: { ...desk, proposals: [] },
};

function view(team: Partial<TeamView>, stage: MatchView['stage'] = 'data'): MatchView {
  return { ...lobby, stage, teams: [{ ...mudlarks, ...team }] };
}

describe('nextMove', () => {
  it('lets the first member propose', () => {
    expect(nextMove(view({}), 'ann', choices)).toEqual({ type: 'plan/propose', proposed: proposal.proposed });
    expect(nextMove(view({}), 'bob', choices)).toBeNull();
  });

  it('lets the others agree, once', () => {
    expect(nextMove(view({ desk }), 'ann', choices)).toBeNull();
    expect(nextMove(view({ desk }), 'bob', choices)).toEqual({ type: 'plan/agree', proposalId: 'p1' });
  });

  it('is silent when the team has decided and where there is nothing to decide', () => {
    expect(nextMove(view({ desk, committed: ['data'] }), 'bob', choices)).toBeNull();
    expect(nextMove(view({}, 'pretrain'), 'ann', choices)).toBeNull();
    expect(nextMove(view({}), 'stranger', choices)).toBeNull();
  });
});
