/** What the projector makes of the match. */

import { describe, expect, it } from 'vitest';
import { fixtureMatch } from '../fixture.ts';
import { decidedWords, raceLines, raceOrder, wallNotes } from './race.ts';

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
    expect(wallNotes(fixtureMatch('pretrain'))[0].text).toContain('Wade bought tea');
    expect(wallNotes(fixtureMatch('debrief')).map((note) => note.text)).toEqual([
      'Ada lives in Plim.',
      'Ada lives in Plim.',
      'Ada lives in Plim.',
    ]);
  });
});

describe('what is said of decisions', () => {
  it('counts the labs that play', () => {
    const match = fixtureMatch('data');
    match.teams[0].committed = ['data'];
    expect(decidedWords(match)).toBe('1 of 3 labs have decided');
    match.players = match.players.filter((player) => player.teamId !== 't1');
    expect(decidedWords(match)).toBe('1 of 2 labs have decided');
  });
});
