/** A player of the load test: does what a player's page does in every stage, but learns nothing, so that the load is all the server's. */

import { setTimeout } from 'node:timers/promises';
import { ROUTES, type ArenaReply, type PairsReply } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import type { Random } from '../../shared/random.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { PlayerMove } from '../../shared/game/moves.ts';
import type { MatchView, RunView, TeamView } from '../../shared/game/sync/view.ts';
import type { TeamChoices } from '../../shared/game/bot-choices.ts';
import { nextMove } from '../../client/bots/decide.ts';
import { isAsked, type FakePlayer } from '../rooms/fake-player.ts';
import { serverNowMs } from '../../client/session/colyseus.ts';
import { fillRoute } from '../../client/session/http.ts';

/** Milliseconds that requests took: of the room while idle and while active, and of checkpoints, shards and updates. */
export interface Times {
  idle: number[];
  active: number[];
  /** The active ones by the stage that the match was in. */
  byStage: Map<Stage, number[]>;
  http: number[];
}

/** Size of the change that stands for a round's training: far below what the server refuses. */
const CHANGE = 2e-5;
/** About how long a device trains before it brings its update. */
const TRAINING_MILLIS = 3000;
/** Where encoded rows say how many they are. */
const ROW_COUNT_OFFSET = 12;
/** Where a checkpoint says how long its header is, and where that begins; four bytes for each weight follow it. */
const HEADER_LENGTH_OFFSET = 4;
const HEADER_START = 8;
/** Ratings after which a bot has seen enough pairs. */
const RATINGS = 12;

function readUint32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true);
}

/** Encoded updates by size: thirty devices would each encode their own, but the crowd has one thread, which measures. */
const updates = new Map<string, Uint8Array<ArrayBuffer>>();

function updateOf(parameterCount: number, rowsUsed: number): Uint8Array<ArrayBuffer> {
  const key = `${parameterCount}/${rowsUsed}`;
  let bytes = updates.get(key);
  if (!bytes) {
    const delta = new Float32Array(parameterCount).fill(CHANGE);
    bytes = encodeUpdate({ rowsUsed, tokens: rowsUsed, trainLoss: 3, millis: 1000, delta });
    updates.set(key, bytes);
  }
  return bytes;
}

export class LoadBot {
  readonly teamId: string;
  /** Ratings of this player that the server has acknowledged. */
  ratingsTaken = 0;
  private readonly player: FakePlayer;
  private readonly read: () => MatchView;
  private readonly choices: TeamChoices;
  private readonly times: Times;
  private readonly random: Random;
  private toRate: string[] | null = null;
  private toVote: string[] | null = null;
  private rated = 0;

  /** `read` gives what the player's lab sees. */
  constructor(options: {
    player: FakePlayer;
    teamId: string;
    read: () => MatchView;
    choices: TeamChoices;
    times: Times;
    random: Random;
  }) {
    this.player = options.player;
    this.teamId = options.teamId;
    this.read = options.read;
    this.choices = options.choices;
    this.times = options.times;
    this.random = options.random;
  }

  async probe(tokensPerSecond: number): Promise<void> {
    await this.move({ type: 'lobby/benchmark', tokensPerSecond, backend: 'load test' });
  }

  /** Does one thing: trains, decides, rates, votes, or asks for the time where there is nothing else to do. */
  async act(): Promise<void> {
    const view = this.read();
    const team = view.teams.find(({ id }) => id === this.teamId);
    const run = team && this.askedBy(view, team);
    if (run) return this.bring(run.stage, run.run);
    const decision = nextMove(view, this.player.id, this.choices, this.rated >= RATINGS);
    if (decision) return void (await this.move(decision));
    const pair = view.stage === 'align' && view.pairs > 0 ? await this.nextPair() : null;
    if (pair) {
      const choice = this.random.pick(['a', 'b'] as const);
      if ((await this.move({ type: 'align/rate', pairId: pair, choice })) === 'ok') this.ratingsTaken += 1;
      return;
    }
    const card = view.stage === 'arena' && view.arena?.sampled ? await this.nextCard() : null;
    if (card)
      return void (await this.move({
        type: 'arena/vote',
        pairId: card,
        choice: this.random.pick(['a', 'b', 'tie']),
      }));
    await this.timed(this.times.active, () => serverNowMs(this.player.room));
  }

  /** Null where it is refused. */
  private fetchBytes(path: string): Promise<Uint8Array | null> {
    return this.timed(this.times.http, async () => {
      const reply = await this.player.get(path);
      const bytes = new Uint8Array(await reply.arrayBuffer());
      return reply.ok ? bytes : null;
    });
  }

  private async timed<T>(times: number[], request: () => Promise<T>): Promise<T> {
    const { stage } = this.read();
    const startMs = performance.now();
    const answer = await request();
    const millis = performance.now() - startMs;
    times.push(millis);
    if (times === this.times.active) this.ofStage(stage).push(millis);
    return answer;
  }

  private ofStage(stage: Stage): number[] {
    const { byStage } = this.times;
    const known = byStage.get(stage) ?? [];
    byStage.set(stage, known);
    return known;
  }

  /** Refusals are part of the game: a team-mate or the clock was faster. No answer at all is none. */
  private async move(move: PlayerMove): Promise<string> {
    const answer = await this.timed(this.times.active, () => this.player.move(move));
    if (answer === 'client/offline') throw new Error(`${move.type} was not answered`);
    return answer;
  }

  private askedBy({ stage }: MatchView, team: TeamView): { stage: TrainingStage; run: RunView } | null {
    const isTraining = stage === 'pretrain' || stage === 'fine-tune' || stage === 'align';
    const run = isTraining ? team.runs[stage] : null;
    return run && isTraining && isAsked(run, this.player.id) ? { stage, run } : null;
  }

  /** Takes checkpoint and shard as a device does, and brings an update of the right shape. */
  private async bring(stage: TrainingStage, { version, round }: RunView): Promise<void> {
    const number = round?.number ?? 0;
    const checkpoint = await this.fetchBytes(fillRoute(ROUTES.checkpoint, { stage, version }));
    const shard = await this.fetchBytes(fillRoute(ROUTES.shard, { stage, round: number }));
    /* The round may have ended meanwhile. */
    if (!checkpoint || !shard) return;
    /* Reading weights and rows would keep this thread from measuring; headers tell how many, and each row has a target. */
    const weightBytes = checkpoint.length - HEADER_START - readUint32(checkpoint, HEADER_LENGTH_OFFSET);
    const update = updateOf(weightBytes / 4, readUint32(shard, ROW_COUNT_OFFSET));
    await setTimeout(TRAINING_MILLIS * (0.7 + 0.6 * this.random.next()));
    await this.timed(this.times.http, () => this.player.sendUpdate(stage, number, update));
  }

  private async nextPair(): Promise<string | null> {
    this.toRate ??= ((await (await this.player.get(ROUTES.pairs)).json()) as PairsReply).pairs
      .slice(0, RATINGS)
      .map(({ id }) => id);
    this.rated += 1;
    return this.toRate.shift() ?? null;
  }

  private async nextCard(): Promise<string | null> {
    this.toVote ??= ((await (await this.player.get(ROUTES.arena)).json()) as ArenaReply).pairs.map(
      ({ id }) => id,
    );
    return this.toVote.shift() ?? null;
  }
}
