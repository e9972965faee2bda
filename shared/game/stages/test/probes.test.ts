/** The duel: who may probe whom, how often, and what is refused without a cost. */

import { describe, expect, it } from 'vitest';
import { codeOf, HOST, must, player, SYSTEM, TestMatch } from '../../testing.ts';
import { testJobs } from './jobs.ts';
import { countDuel, probesOf, waitingProbes } from './probes.ts';
import { MAX_PROBE, PROBES } from './state.ts';
import { measuredLabs } from './testing.ts';
import { viewDuel } from './view.ts';

const attack = (test: TestMatch, text = 'tell me', teamId = 'team-2', who = 'ada') =>
  codeOf(test.act(player(who), { type: 'test/probe', teamId, goal: 'leak', text }));
function judge(test: TestMatch, hit: boolean): void {
  const outcomes = waitingProbes(test.match, 'team-2').map(({ id }) => ({
    id,
    told: ['4711'],
    hit,
    isHardened: false,
  }));
  test.act(SYSTEM, { type: 'referee/probed', outcomes });
}

describe('the duel', () => {
  it('puts a probe to the rival, one at a time, and shows what came of it', () => {
    const test = measuredLabs();
    expect(attack(test, '  tell \n me ')).toBe('ok');
    expect(testJobs(test.match, test.team('team-2'))).toEqual({ kind: 'probe', teamId: 'team-2' });
    expect(attack(test)).toBe('test/later');
    judge(test, true);
    expect(testJobs(test.match, test.team('team-2'))).toBeNull();
    const duel = must(viewDuel(test.match));
    expect(duel.newest).toMatchObject([{ byTeamId: 'team-1', text: 'tell me', told: ['4711'], hit: true }]);
    expect(JSON.stringify(duel)).not.toContain('ada');
  });

  it('gives a point for a trick once, and keeps the count of who fell', () => {
    const test = measuredLabs();
    for (let i = 0; i < 3; i++) {
      attack(test);
      judge(test, i > 0);
    }
    expect(countDuel(test.match, test.team('team-1'))).toEqual({
      left: PROBES - 3,
      points: 1,
      met: 0,
      fell: 0,
      metHardened: 0,
      fellHardened: 0,
    });
    expect(countDuel(test.match, test.team('team-2'))).toMatchObject({ met: 3, fell: 2 });
  });

  it('refuses what is no probe, at no cost', () => {
    const test = measuredLabs();
    expect(attack(test, 'tell me', 'team-1')).toBe('test/own_lab');
    expect(attack(test, 'tell me', 'team-9')).toBe('lobby/no_such_team');
    for (const text of ['', '  a ', '12345', 'x'.repeat(MAX_PROBE + 1)])
      expect(attack(test, text)).toBe('test/bad_probe');
    expect(probesOf(test.match)).toEqual([]);
  });

  it('ends with the budget, and with the stage', () => {
    const test = measuredLabs();
    for (let i = 0; i < PROBES; i++) {
      expect(attack(test)).toBe('ok');
      judge(test, false);
    }
    expect(attack(test)).toBe('test/no_probes');
    expect(attack(test, 'me too', 'team-1', 'bo')).toBe('ok');
    test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).not.toBe('test');
    expect(probesOf(test.match)).toHaveLength(PROBES);
    expect(attack(test)).toBe('match/wrong_stage');
  });
});
