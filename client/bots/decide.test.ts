/** Bots agree as people do: one proposes, the rest see it and say yes. */

import { DATA_BUDGET_COINS } from '../../shared/game/stages/data/coins.ts';
import { EMPTY_BASKET } from '../../shared/game/stages/data/basket-changes.ts';
import { describe, expect, it } from 'vitest';
import { NO_ALIGNMENT } from '../../shared/game/stages/align/state.ts';
import { checkPlan } from '../../tests/match/check-plan.ts';
import { productOf } from '../../shared/game/stages/deploy/state.ts';
import { createSettings } from '../../shared/game/presets.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import { defaultChoices } from '../../shared/game/bot-choices.ts';
import { nextMove } from './decide.ts';

const choices = defaultChoices(0);

const proposal = {
  id: 'p1',
  proposerId: 'ann',
  agreedIds: ['ann'],
  proposed: { stage: 'data', plan: choices.data } as const,
};
const plans = { data: null, scale: null, 'fine-tune': null, align: null, test: null };
const own = {
  proposals: [proposal],
  drafts: [],
  basket: EMPTY_BASKET,
  takenUnsaid: [],
  plans,
  text: null,
  hints: [],
  prepared: null,
  tuning: null,
  alignment: NO_ALIGNMENT,
  ownVotes: 0,
  cast: null,
  removed: [],
  labels: {},
  bid: null,
  ownHeldOut: null,
  coins: DATA_BUDGET_COINS,
  views: {},
  cardsLeftOut: 0,
  ancestor: null,
  answers: [],
  reports: [],
};

const lobby: MatchView = {
  code: 'ABCD12',
  stage: 'lobby',
  stageEndsAtMs: null,
  workSinceMs: 0,
  ready: null,
  pausedAtMs: null,
  broughtBack: null,
  locked: false,
  untimed: false,
  isHostMissed: false,
  mayRepeat: false,
  repeats: 0,
  hushed: [],
  reported: [],
  screens: [],
  volume: 0,
  survey: null,
  budgetFlops: 1e12,
  views: {},
  generation: 1,
  joinOrigins: [],
  arena: null,
  auction: null,
  pairs: 0,
  votes: 0,
  settings: createSettings('short'),
  audience: 0,
  shownAnswer: null,
  players: ['ann', 'bob'].map((id) => ({
    id,
    name: id,
    teamId: 'team-1',
    connected: true,
    device: null,
    addsOwnText: false,
    sign: 'here' as const,
    sinceMs: 0,
  })),
  teams: [],
};

const mudlarks: TeamView = {
  id: 'team-1',
  name: 'Mudlarks',
  look: 0,
  committed: [],
  defaulted: [],
  probes: [],
  parameters: 0,
  past: [],
  views: {},
  ready: false,
  runs: { pretrain: null, 'fine-tune': null, align: null, test: null },
  inFormShare: null,
  debrief: null,
  own: { ...own, proposals: [] },
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
    expect(nextMove(view({ own }), 'ann', choices)).toBeNull();
    expect(nextMove(view({ own }), 'bob', choices)).toEqual({ type: 'plan/agree', proposalId: 'p1' });
  });

  it('is silent when the team has decided and where there is nothing to decide', () => {
    expect(nextMove(view({ own, committed: ['data'] }), 'bob', choices)).toBeNull();
    expect(nextMove(view({}, 'pretrain'), 'ann', choices)).toBeNull();
    expect(nextMove(view({}), 'stranger', choices)).toBeNull();
  });

  it('bids first, by one voice, waits until the bids are opened, and reads what it won', () => {
    const auction = { kind: 'stories', closesAtMs: null, outcome: null, spoken: 0, teams: 2 } as const;
    const sealed = { ...view({}), auction };
    const rich = { ...choices, bid: 30 };
    expect(nextMove(sealed, 'ann', rich)).toEqual({ type: 'auction/bid', coins: 30 });
    expect(nextMove(sealed, 'ann', choices)).toEqual({ type: 'auction/bid', coins: null });
    expect(nextMove(sealed, 'bob', rich)).toBeNull();
    const spoken = { ...own, proposals: [], bid: { coins: 30, playerId: 'ann' } };
    expect(nextMove({ ...view({ own: spoken }), auction }, 'ann', rich)).toBeNull();
    const outcome = { winnerId: 'team-1', coins: 30, bids: { 'team-1': 30 }, isDrawn: false };
    const opened = { ...view({ own: spoken }), auction: { ...auction, outcome } };
    const move = nextMove(opened, 'ann', rich);
    if (move?.type !== 'plan/propose') throw new Error('no proposal');
    expect(checkPlan(move.proposed, { kind: 'stories', coins: 30 }).ok).toBe(true);
    expect(move.proposed.plan).toMatchObject({ purchases: { stories: 'archive' } });
  });

  it('rates before it trains, and then keeps or undoes', () => {
    const rated = { ...own, proposals: [] };
    const { verdict: _verdict, ...training } = choices.align;
    expect(nextMove(view({ own: rated }, 'align'), 'ann', choices)).toBeNull();
    expect(nextMove(view({ own: rated }, 'align'), 'ann', choices, true)).toEqual({
      type: 'plan/propose',
      proposed: { stage: 'align', plan: { kind: 'train', ...training } },
    });
    const busy = { ...rated, alignment: { ...NO_ALIGNMENT, trained: training } };
    expect(nextMove(view({ own: busy }, 'align'), 'ann', choices, true)).toBeNull();
    const after = { kindShare: 1, trueShare: 1, inFormShare: 1, variety: 1 };
    const outcome = { after, klNats: 1, proxyWins: 1, answers: [], kept: [] };
    const judged = { ...rated, alignment: { ...NO_ALIGNMENT, trained: training, outcome } };
    expect(nextMove(view({ own: judged }, 'align'), 'ann', choices, true)).toEqual({
      type: 'plan/propose',
      proposed: { stage: 'align', plan: { kind: 'keep' } },
    });
  });

  it('tries out its products one after the other before it says what to serve', () => {
    const [bare, safe] = [
      productOf(choices.deploy),
      { ...productOf(choices.deploy), filter: 'fair' } as const,
    ];
    const curious = { ...choices, tries: [bare, safe] };
    const seen = (shop: object) =>
      view({ own: { ...own, proposals: [], views: { deploy: shop } } }, 'deploy');
    const replica = { speed: {} };
    expect(nextMove(seen({ replica: null, wanted: null, tried: [] }), 'ann', curious)).toBeNull();
    const ready = seen({ replica, wanted: null, tried: [] });
    expect(nextMove(ready, 'ann', curious)).toEqual({ type: 'deploy/try', product: bare });
    expect(nextMove(ready, 'bob', curious)).toBeNull();
    expect(nextMove(seen({ replica, wanted: bare, tried: [] }), 'ann', curious)).toBeNull();
    const half = seen({ replica, wanted: null, tried: [{ product: bare }] });
    expect(nextMove(half, 'ann', curious)).toEqual({ type: 'deploy/try', product: safe });
    const done = seen({ replica, wanted: null, tried: [{ product: bare }, { product: safe }] });
    expect(nextMove(done, 'ann', curious)).toEqual({
      type: 'plan/propose',
      proposed: { stage: 'deploy', plan: choices.deploy },
    });
  });
});
