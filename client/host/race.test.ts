/** What the projector makes of the match. */

import { describe, expect, it } from 'vitest';
import { fixtureMatch } from '../stages/fixture.ts';
import { decidedCount, raceLines, raceOrder, wallNotes } from './race.ts';

describe('the race', () => {
  it('puts the least surprised lab first, and the unmeasured last', () => {
    const match = fixtureMatch('pretrain');
    match.teams[0].runs.pretrain = null;
    expect(raceOrder(match).map((entry) => entry.team.name)).toEqual(['Tin Hat', 'Big Kettle', 'Mudlarks']);
  });

  it('draws only labs that play', () => {
    const match = fixtureMatch('pretrain');
    match.players = match.players.filter((player) => player.teamId !== 't1');
    expect(raceLines(match).map((line) => line.label)).toEqual(['Mudlarks', 'Big Kettle']);
  });
});

describe('the wall', () => {
  it('shows the newest sample of each lab, and sealed answers in the debrief', () => {
    expect(wallNotes(fixtureMatch('pretrain'), 3)[0].text).toContain('Wade bought tea');
    expect(wallNotes(fixtureMatch('debrief'), 2).map((note) => note.text)).toEqual([
      'Ada lives in Plim.',
      'Ada lives in Plim.',
    ]);
  });
});

describe('decidedCount', () => {
  it('counts labs in stages with a plan, and is silent elsewhere', () => {
    expect(decidedCount(fixtureMatch('data'))).toEqual({ done: 0, count: 3 });
    expect(decidedCount(fixtureMatch('pretrain'))).toBeNull();
  });
});
