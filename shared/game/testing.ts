/** Small matches for tests: seated, started and stepped through with moves only. */

import { applyMove } from './apply.ts';
import { NOTHING_CLEANED } from './stages/data/cleaning.ts';
import { createMatch } from './create.ts';
import { unknownTo } from './left-out.ts';
import { lookUp } from './look-up.ts';
import type { Match, Player, Prepared, Team, TrainingRun } from './match.ts';
import type { Move } from './moves.ts';
import type { Actor } from './stage.ts';
import type { Result } from './result.ts';
import type { MatchSettings, Preset } from './settings.ts';
import { createSettings } from './presets.ts';

export const HOST: Actor = { kind: 'host' };
export const SYSTEM: Actor = { kind: 'system' };
export const audience = (watcherId: string): Actor => ({ kind: 'audience', watcherId });
export const player = (playerId: string): Actor => ({ kind: 'player', playerId });

/** What a test knows to be there. */
export function must<T>(value: T | null | undefined, what = 'what the test looks for'): T {
  if (value === null || value === undefined) throw new Error(`${what} is not there`);
  return value;
}

/** `ok`, or the code of the refusal. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** A short match where that has the stage, else one of pictures. */
export function presetWith(stage: Match['stage']): 'short' | 'images' {
  return unknownTo('short').includes(stage) ? 'images' : 'short';
}

/** A match with a hand-wound clock: `act` applies a move at `nowMs`. */
export class TestMatch {
  readonly match: Match;
  nowMs = 1_000_000;
  private moves = 0;

  constructor(
    teamCount = 2,
    players: readonly string[] = ['ada', 'bo', 'cy', 'dee'],
    preset: Preset = 'short',
    settings: Partial<Omit<MatchSettings, 'preset'>> = {},
  ) {
    this.match = createMatch({
      code: 'TEST12',
      settings: createSettings(preset, { teamCount, teamSize: 4, ...settings }),
      teamNames: ['Mudlarks', 'Tin Hat', 'Big Kettle', 'Night Owls'],
      lotSeed: 9,
    });
    for (const id of players) this.seat(id);
  }

  seat(id: string, name = id): Result<unknown> {
    const seated = this.act(SYSTEM, { type: 'seat/take', playerId: id, name });
    if (seated.ok) this.act(SYSTEM, { type: 'seat/connection', playerId: id, connected: true });
    return seated;
  }

  team(id = 'team-1'): Team {
    return must(lookUp(this.match.teams, id), id);
  }

  player(id: string): Player {
    return must(lookUp(this.match.players, id), id);
  }

  act(actor: Actor, move: Move, id = `move-${this.moves++}`): Result<{ repeated: boolean }> {
    return applyMove(this.match, move, { id, actor, nowMs: this.nowMs });
  }

  /** Starts the match and skips until the stage is reached, training nothing. */
  skipTo(stage: Match['stage']): this {
    if (this.match.stage === 'lobby') this.act(HOST, { type: 'host/start' });
    while (this.match.stage !== stage) this.act(HOST, { type: 'host/skip' });
    return this;
  }
}

export const PREPARED: Prepared = {
  parameters: 1000,
  trainTokens: 64_000,
  datasets: [],
  cleaning: NOTHING_CLEANED,
  heldOutDocuments: 0,
  untrainedBitsPerByte: 4,
  trigramBitsPerByte: 2,
  untrainedSamples: [{ prompt: 'One day', text: 'zxq' }],
};

/** A run of 100 rows that has just begun, but for what is said otherwise. */
export function trainingRun(changes: Partial<TrainingRun> = {}): TrainingRun {
  return {
    status: 'running',
    stoppedEarly: false,
    stoppedAtMs: null,
    rowsTotal: 100,
    rowsUsed: 0,
    rowsLeft: [{ startRow: 0, rowCount: 100 }],
    tokensTotal: 6400,
    tokensUsed: 0,
    roundsOpened: 0,
    roundsDone: 0,
    firstVersion: 0,
    version: 0,
    soundVersion: 0,
    soundBitsPerByte: null,
    unjudged: [],
    rollbacks: 0,
    checkpoints: [],
    abandoned: [],
    rateFactor: 1,
    round: null,
    workers: {},
    curve: [],
    filmstrip: [],
    scoredTokens: 0,
    ...changes,
  };
}
