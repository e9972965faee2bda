/** The projector's sounds: few, short and soft, and each for something that is seen as well. */

import { describe, expect, it } from 'vitest';
import { codeOf, HOST, player, TestMatch } from '../../shared/game/testing.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { fixtureMatch } from '../stages/fixture.ts';
import { createSoundGate, soundOf } from './sounds.ts';
import { SOUNDS } from './synth.ts';

const lobby = fixtureMatch('lobby');
const arena = fixtureMatch('arena');
const closed = { ...arena, arena: arena.arena && { ...arena.arena, revealed: false } };
const debrief = fixtureMatch('debrief');

describe('a sound', () => {
  it.each<[string, MatchView, MatchView, string | null]>([
    ['somebody comes in', { ...lobby, players: lobby.players.slice(1) }, lobby, 'join'],
    ['somebody leaves', lobby, { ...lobby, players: lobby.players.slice(1) }, null],
    ['a stage begins', lobby, fixtureMatch('data'), 'stage'],
    ['a stage begins again', lobby, { ...lobby, repeats: 1 }, 'stage'],
    ['somebody rates an answer', lobby, { ...lobby, votes: 1 }, 'vote'],
    ['somebody votes', { ...closed, arena: closed.arena && { ...closed.arena, votes: 0 } }, closed, 'vote'],
    ['the curtains open', closed, arena, 'reveal'],
    [
      'the sealed test is told',
      { ...debrief, teams: debrief.teams.map((team) => ({ ...team, debrief: null })) },
      debrief,
      'reveal',
    ],
    ['nothing happens', lobby, { ...lobby }, null],
    ['another match is opened', lobby, { ...arena, code: 'BOKA42' }, null],
  ])('when %s', (_what, before, after, sound) => {
    expect(soundOf(before, after)).toBe(sound);
  });

  it('is short and soft', () => {
    for (const notes of Object.values(SOUNDS)) {
      expect(Math.max(...notes.map(({ atSeconds, seconds }) => atSeconds + seconds))).toBeLessThan(1.25);
      expect(notes.reduce((sum, { peak }) => sum + peak, 0)).toBeLessThan(0.5);
    }
  });

  it('comes now and then where two hundred people come in within ten seconds', () => {
    const mayBeHeard = createSoundGate();
    const heard = Array.from({ length: 200 }, (_, i) => mayBeHeard('join', i * 50)).filter(Boolean);
    expect(heard).toHaveLength(7);
  });
});

describe('the volume', () => {
  it('is the host’s to set, in steps', () => {
    const test = new TestMatch();
    const set = (volume: number) => codeOf(test.act(HOST, { type: 'host/volume', volume }));
    expect([set(0), test.match.volume]).toEqual(['ok', 0]);
    expect(codeOf(test.act(player('ada'), { type: 'host/volume', volume: 9 } as never))).toBe(
      'protocol/host_only',
    );
  });
});
