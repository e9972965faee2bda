/** Whose device did how much, as the list says it. */

import { describe, expect, it } from 'vitest';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import { contributionsOf } from './Contributions.tsx';
import { fixtureMatch } from './fixture.ts';

const match = fixtureMatch('pretrain');
const run = match.teams[0].runs.pretrain;
if (!run) throw new Error('no run');

describe('contributions', () => {
  it('are listed by name with their share, the busiest first', () => {
    expect(contributionsOf(run, match.players).map(({ name, share }) => [name, share])).toEqual([
      ['Ada', 0.75],
      ['Tomasz', 0.25],
    ]);
  });

  it('name the server when it lends a hand, and a newcomer before its first update', () => {
    const shards = [
      { playerId: 'p1', tokens: 1, isDone: false },
      { playerId: SERVER_WORKER, tokens: 1, isDone: false },
    ];
    const rows = contributionsOf(
      { ...run, workers: [], round: { number: 1, openedAtMs: 0, plannedSeconds: 3, shards } },
      match.players,
    );
    expect(rows.map(({ name, share }) => [name, share])).toEqual([
      ['Mei', 0],
      ['the server', 0],
    ]);
  });
});
