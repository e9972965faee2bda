/** Who is idle, asleep or stuck in a lab, and when that is worth a word. */

import { describe, expect, it } from 'vitest';
import { must } from '../../shared/game/testing.ts';
import type { MatchView, PlayerView, RunView } from '../../shared/game/sync/view.ts';
import { fixtureMatch } from '../stages/fixture.ts';
import { IDLE_SECONDS } from '../session/sign.ts';
import { troublesOf, troubleWords } from './trouble.ts';

const NOW_MS = 1_000_000;
const ago = (seconds: number): number => NOW_MS - seconds * 1000;

/** A match in which Ada (p0) is as told, and everybody else is well; `run` changes the pretraining of her lab. */
function withAda(
  stage: MatchView['stage'],
  ada: Partial<PlayerView> = {},
  run: Partial<RunView> = {},
): { match: MatchView; troubles: ReturnType<typeof troublesOf> } {
  const match = fixtureMatch(stage);
  const quiet = { openedAtMs: NOW_MS, plannedSeconds: 3, number: 9, shards: [] };
  match.players = match.players.map((player) => ({
    ...player,
    sinceMs: ago(500),
    ...(player.id === 'p0' ? ada : {}),
  }));
  const team = must(match.teams[0]);
  if (team.runs.pretrain) Object.assign(team.runs.pretrain, { round: quiet, ...run });
  const hasDecision = stage === 'data';
  return { match, troubles: troublesOf(match, team, { nowMs: NOW_MS, hasDecision }) };
}

describe('a player', () => {
  it('who is here and at it is no trouble', () => {
    expect(withAda('data').troubles).toEqual([]);
    expect(withAda('pretrain').troubles).toEqual([]);
  });

  it('whose line is gone is named with the time, but not for a blink', () => {
    expect(withAda('data', { connected: false, sinceMs: ago(40) }).troubles).toEqual([
      { kind: 'gone', name: 'Ada', count: 40 },
    ]);
    expect(withAda('data', { connected: false, sinceMs: ago(2) }).troubles).toEqual([]);
  });

  it('whose screen is dark is named in any stage', () => {
    expect(withAda('pretrain', { sign: 'hidden', sinceMs: ago(30) }).troubles).toEqual([
      { kind: 'hidden', name: 'Ada', count: 30 },
    ]);
  });

  it('who had nothing to do before the stage was not idle then', () => {
    const match = { ...fixtureMatch('data'), workSinceMs: ago(IDLE_SECONDS + 5) };
    match.players = match.players.map((each) => ({ ...each, sign: 'idle', sinceMs: ago(900) }));
    const troublesAt = (nowMs: number) =>
      troublesOf(match, must(match.teams[0]), { nowMs, hasDecision: true }).map(({ count }) => count);
    expect(new Set(troublesAt(NOW_MS))).toEqual(new Set([IDLE_SECONDS + 5]));
    expect(troublesAt(NOW_MS - 10_000)).toEqual([]);
  });

  it('who touches nothing is idle only where something is wanted of the lab', () => {
    const idle = { sign: 'idle', sinceMs: ago(20) } as const;
    expect(withAda('data', idle).troubles).toEqual([{ kind: 'idle', name: 'Ada', count: 20 + IDLE_SECONDS }]);
    expect(withAda('pretrain', idle).troubles).toEqual([]);
    const voting = withAda('arena', idle);
    expect(voting.troubles).toMatchObject([{ kind: 'idle' }]);
  });
});

describe('a device', () => {
  const round = (seconds: number, isDone: boolean): RunView['round'] => ({
    number: 9,
    openedAtMs: ago(seconds),
    plannedSeconds: 3,
    shards: [{ playerId: 'p0', tokens: 9, isDone }],
  });

  it('is stuck once its round takes far longer than planned, and not before', () => {
    expect(withAda('pretrain', {}, { round: round(60, false) }).troubles).toEqual([
      { kind: 'late', name: 'Ada', count: 60 },
    ]);
    expect(withAda('pretrain', {}, { round: round(60, true) }).troubles).toEqual([]);
    expect(withAda('pretrain', {}, { round: round(9, false) }).troubles).toEqual([]);
  });

  it('that misses round after round is named; one missed round is no matter', () => {
    const missed = (strikes: number) => ({ workers: [{ playerId: 'p0', tokens: 0, updates: 0, strikes }] });
    expect(withAda('pretrain', {}, missed(3)).troubles).toEqual([{ kind: 'missed', name: 'Ada', count: 3 }]);
    expect(withAda('pretrain', {}, missed(1)).troubles).toEqual([]);
  });

  it('of a run that is over is not asked any more', () => {
    expect(withAda('pretrain', {}, { status: 'finished', round: round(60, false) }).troubles).toEqual([]);
  });
});

it('is told in words, with the time or the count in them', () => {
  expect(troubleWords({ kind: 'gone', name: 'Ada', count: 42 })).toContain('42\u00a0s');
  expect(troubleWords({ kind: 'missed', name: 'Ada', count: 3 })).toContain('3 rounds');
});
