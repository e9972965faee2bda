/** What the console says of a lab: something of its own in every stage, and what changes is in it. */

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { must } from '../../shared/game/testing.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import { fixtureMatch } from './fixture.ts';
import { allEntries, entryOf, STAGES } from './registry.ts';

beforeAll(() =>
  vi.waitFor(() => expect(allEntries.every(({ labLine }) => labLine.value !== null)).toBe(true)),
);

/** The line of the first lab, whose inside the console sees. */
function lineIn(
  stage: MatchView['stage'],
  change: (team: TeamView, match: MatchView) => void = () => undefined,
) {
  const match = fixtureMatch(stage);
  const team = must(match.teams[0]);
  change(team, match);
  return must(entryOf(stage).labLine.value)(match, team).join(' · ');
}

it.each(STAGES)('there is something to say in %s, with no blank left open', (stage) => {
  expect(lineIn(stage)).toMatch(/\w{3}/);
  expect(lineIn(stage)).not.toMatch(/[{}]|undefined|NaN/);
});

it('is another in every stage', () => {
  expect(new Set(STAGES.map((stage) => lineIn(stage))).size).toBe(STAGES.length);
});

describe('the line of a lab', () => {
  it('says what lies in the basket and what it bids, then what it bought', () => {
    const own = (team: TeamView) => must(team.own);
    const filled = lineIn('data', (team) => {
      own(team).basket = { plan: DEFAULT_DATA_PLAN, by: { stories: 'p0' } };
      own(team).bid = { coins: 30, playerId: 'p0' };
    });
    expect(filled).toContain('of 100 coins');
    expect(filled).toContain('bids 30 coins');
    expect(lineIn('data', (team) => void (own(team).plans.data = DEFAULT_DATA_PLAN))).toContain('bought');
  });

  it('says who has proposed and whose voice is awaited', () => {
    const line = lineIn('scale', (team) => {
      must(team.own).plans.scale = null;
      must(team.own).proposals = [
        {
          id: 'one',
          proposerId: 'p0',
          agreedIds: ['p0'],
          proposed: { stage: 'scale', plan: { size: 'small', contextLength: 64 } },
        },
      ];
    });
    expect(line).toContain('Ada has proposed · waits for Tomasz');
  });

  it('says how far training is, when the server trains, and when the lab stopped it', () => {
    expect(lineIn('pretrain')).toContain('53\u00a0% read');
    const shards = [{ playerId: 'server', tokens: 1, isDone: false }];
    const round = { number: 1, openedAtMs: 0, plannedSeconds: 3, shards };
    expect(lineIn('pretrain', (team) => Object.assign(must(team.runs.pretrain), { round }))).toContain(
      'server',
    );
    const stopped = { status: 'finished', stoppedEarly: true } as const;
    expect(lineIn('pretrain', (team) => Object.assign(must(team.runs.pretrain), stopped))).toContain(
      'stopped by the lab at 53\u00a0%',
    );
  });

  it('counts votes, and names who has some left', () => {
    expect(lineIn('align')).toContain('41 votes cast');
    const open = lineIn('arena', (_team, match) => void (must(match.arena).revealed = false));
    expect(open).toContain('9 of 16 votes cast · still voting: Ada');
  });
});
