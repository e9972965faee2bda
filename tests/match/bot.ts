/** A player without a person: takes a seat, decides as its choices say, and trains when the server asks its device to. */

import { setTimeout } from 'node:timers/promises';
import { proxy } from 'comlink';
import type { ProbeReport } from '../../client/lab/engine/api.ts';
import {
  ROUTES,
  type ArenaReply,
  type CorpusReply,
  type PairsReply,
  type TakeSeatReply,
} from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { Random } from '../../shared/random.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { MatchView, RunView, TeamView } from '../../shared/game/sync/view.ts';
import type { TeamChoices } from './choices.ts';
import { Connection, fillRoute, postJson, RefusedError } from './connection.ts';
import { nextMove } from './decide.ts';
import { labelHand } from './labellers.ts';
import { rateAll, voteAll } from './raters.ts';
import { startEngineThread, type EngineThread } from './engine-thread.ts';

/** Answers that honest players get too, when a team-mate or the clock was faster. */
const OVERTAKEN: readonly string[] = [
  'plan/already_committed',
  'plan/no_such_proposal',
  'match/wrong_stage',
  'train/stale_round',
  'train/not_your_round',
  'train/not_running',
  'train/repeat',
];

/** Pause before looking again: longer than a patch of the room takes to arrive. */
const RETRY_MILLIS = 300;
/** Between two ratings, so that a bot stays below the server's limit of requests. */
const RATING_MILLIS = 60;
/** Labels of one bot, of the dataset that needs them most: a minute's work of a person. */
const LABELS = 40;
const LABELLED_KIND = 'web';
/** When no pairs came for so long, those of all teams are there. */
const LAST_PAIR_MILLIS = 12_000;
/** When no rating came for so long, all bots are through. */
const LAST_VOTE_MILLIS = 1500;

function openRun(view: MatchView, team: TeamView | undefined): { stage: TrainingStage; run: RunView } | null {
  if (view.stage === 'pretrain' && team?.runs.pretrain) return { stage: view.stage, run: team.runs.pretrain };
  if (view.stage === 'fine-tune' && team?.runs['fine-tune'])
    return { stage: view.stage, run: team.runs['fine-tune'] };
  if (view.stage === 'align' && team?.runs.align) return { stage: view.stage, run: team.runs.align };
  return null;
}

export class Bot {
  readonly playerId: string;
  readonly connection: Connection;
  private readonly choices: TeamChoices;
  private readonly report: (trouble: string) => void;
  private thread: EngineThread | null = null;
  private open = true;
  private generation = 1;
  private deciding = false;
  private training = false;
  private votesSeen = 0;
  private ratedMs = 0;
  private readonly random: Random;
  private hasBallot = false;
  private labelling: 'not yet' | 'now' | 'done' = 'not yet';
  private rating: 'not yet' | 'now' | 'done' = 'not yet';
  /** The round that the server took last, as `stage:number`; it stays open in the view until the next patch. */
  private accepted = '';

  private constructor(
    playerId: string,
    connection: Connection,
    choices: TeamChoices,
    report: (trouble: string) => void,
    random: Random,
  ) {
    this.playerId = playerId;
    this.connection = connection;
    this.choices = choices;
    this.report = report;
    this.random = random;
    connection.onLost = (reason) => report(`lost the room: ${reason}`);
  }

  /** Takes a seat in this team, says how fast the device is, and plays from then on. */
  static async seat(options: {
    url: string;
    code: string;
    name: string;
    teamId: string;
    speed: ProbeReport;
    choices: TeamChoices;
    report: (trouble: string) => void;
    /** Chance of this bot's own, for its ratings. */
    random: Random;
  }): Promise<Bot> {
    const { url, code, name, teamId, speed } = options;
    const body = { version: PROTOCOL_VERSION, name };
    const seat = await postJson<TakeSeatReply>(url + fillRoute(ROUTES.takeSeat, { code }), body);
    const connection = await Connection.open(url, seat.roomId, seat.seatToken);
    const report = (trouble: string) => options.report(`${name}: ${trouble}`);
    const bot = new Bot(seat.playerId, connection, options.choices, report, options.random);
    if (bot.team(connection.view)?.id !== teamId)
      await connection.send({ type: 'lobby/switch-team', teamId });
    await connection.send({ type: 'lobby/benchmark', ...speed });
    connection.onView((view) => {
      bot.turnTo(view.generation);
      void bot.label(view);
      void bot.rate(view);
      void bot.vote(view);
      void bot.decide(view);
      void bot.train(view);
    });
    return bot;
  }

  /** In another generation everything is to be done again, by an engine that knows nothing of the last. */
  private turnTo(generation: number): void {
    if (generation === this.generation) return;
    this.generation = generation;
    void this.thread?.close();
    this.thread = null;
    this.labelling = 'not yet';
    this.rating = 'not yet';
    this.hasBallot = false;
    this.accepted = '';
  }

  async close(): Promise<void> {
    this.open = false;
    await this.connection.close();
    await this.thread?.close();
  }

  private team(view: MatchView): TeamView | undefined {
    const me = view.players.find(({ id }) => id === this.playerId);
    return view.teams.find(({ id }) => id === me?.teamId);
  }

  private tell(error: unknown): void {
    if (error instanceof RefusedError && OVERTAKEN.includes(error.error.code)) return;
    this.report(error instanceof Error ? error.message : String(error));
  }

  private async decide(view: MatchView): Promise<void> {
    if (this.deciding || (view.stage === 'data' && this.asksClassifier() && this.labelling !== 'done'))
      return;
    if (view.stage === 'align' && this.rating === 'done' && !this.mayTrain(view)) {
      this.deciding = true;
      await setTimeout(LAST_VOTE_MILLIS);
      this.deciding = false;
      if (this.open) void this.decide(this.connection.view);
      return;
    }
    const move = nextMove(view, this.playerId, this.choices, this.mayTrain(view));
    if (!move) return;
    this.deciding = true;
    try {
      await this.connection.send(move);
    } catch (error) {
      this.tell(error);
    }
    // The answer may come before the patch that shows the move, and a later patch while this waits.
    await setTimeout(RETRY_MILLIS);
    this.deciding = false;
    if (this.open) void this.decide(this.connection.view);
  }

  private asksClassifier(): boolean {
    return this.choices.data.cleaning.quality !== null;
  }

  /** Labels its hand where the team's plan asks the classifier. */
  private async label(view: MatchView): Promise<void> {
    if (view.stage !== 'data' || this.labelling !== 'not yet' || !this.asksClassifier()) return;
    this.labelling = 'now';
    try {
      const bytes = await this.connection.team(ROUTES.corpus, { kind: LABELLED_KIND });
      const { texts } = JSON.parse(new TextDecoder().decode(bytes)) as CorpusReply;
      const teamId = this.team(view)?.id;
      const members = view.players.filter((player) => player.teamId === teamId).map(({ id }) => id);
      for (const { number, verdict } of labelHand(texts, members, this.playerId, LABELS)) {
        await this.connection.send({ type: 'data/label', kind: LABELLED_KIND, number, verdict });
        await setTimeout(RATING_MILLIS);
      }
    } catch (error) {
      this.tell(error);
    }
    this.labelling = 'done';
    void this.decide(this.connection.view);
  }

  /** Rates its part of the pairs once those of all teams are there. */
  private async rate(view: MatchView): Promise<void> {
    if (view.stage !== 'align' || this.rating !== 'not yet' || view.pairs === 0) return;
    this.rating = 'now';
    for (let seen = 0; seen !== this.connection.view.pairs && this.open;) {
      seen = this.connection.view.pairs;
      await setTimeout(LAST_PAIR_MILLIS);
    }
    const { raters } = this.choices;
    try {
      const bytes = await this.connection.team(ROUTES.pairs, {});
      const { pairs } = JSON.parse(new TextDecoder().decode(bytes)) as PairsReply;
      const most = Math.ceil(raters.votes / view.players.length);
      for (const { pairId, choice } of rateAll(pairs, raters, most, this.random)) {
        await this.connection.send({ type: 'align/rate', pairId, choice });
        await setTimeout(RATING_MILLIS);
      }
    } catch (error) {
      this.tell(error);
    }
    this.ratedMs = performance.now();
    this.rating = 'done';
    void this.decide(this.connection.view);
  }

  /** Fills in its ballot of the arena. */
  private async vote(view: MatchView): Promise<void> {
    if (view.stage !== 'arena' || this.hasBallot || !view.arena?.sampled || view.arena.revealed) return;
    this.hasBallot = true;
    try {
      const bytes = await this.connection.team(ROUTES.arena, {});
      const { pairs } = JSON.parse(new TextDecoder().decode(bytes)) as ArenaReply;
      for (const { pairId, choice } of voteAll(pairs, this.choices.raters, this.random)) {
        await this.connection.send({ type: 'arena/vote', pairId, choice });
        await setTimeout(RATING_MILLIS);
      }
    } catch (error) {
      this.tell(error);
    }
  }

  /** Own ratings are done, and no others came for a while. */
  private mayTrain(view: MatchView): boolean {
    if (view.votes !== this.votesSeen) [this.votesSeen, this.ratedMs] = [view.votes, performance.now()];
    return this.rating === 'done' && performance.now() - this.ratedMs > LAST_VOTE_MILLIS;
  }

  private async train(view: MatchView): Promise<void> {
    const open = openRun(view, this.team(view));
    const round = open?.run.round;
    const mine = round?.shards.find(({ playerId, isDone }) => playerId === this.playerId && !isDone);
    if (this.training || !open || !round || !mine) return;
    const key = `${open.stage}:${round.number}`;
    if (this.accepted === key) return;
    this.training = true;
    try {
      await this.trainRound(open.stage, open.run, round.number);
      this.accepted = key;
    } catch (error) {
      this.tell(error);
      await setTimeout(RETRY_MILLIS);
    }
    this.training = false;
    if (this.open) void this.train(this.connection.view);
  }

  private async trainRound(stage: TrainingStage, run: RunView, round: number): Promise<void> {
    this.thread ??= startEngineThread();
    const { engine } = this.thread;
    const { connection } = this;
    const { version } = run;
    const isHeld = await engine.holds(stage, version);
    const [shard, checkpoint] = await Promise.all([
      connection.team(ROUTES.shard, { stage, round }),
      isHeld ? null : connection.team(ROUTES.checkpoint, { stage, version }),
    ]);
    const { tokensTotal, tokensUsed } = run;
    const shards = run.round?.shards ?? [];
    const mine = shards.filter(({ playerId }) => playerId === this.playerId);
    const others = shards.filter(({ playerId }) => playerId !== this.playerId);
    const shardTokens = [...mine, ...others].map(({ tokens }) => tokens);
    const align = stage === 'align' ? (this.team(connection.view)?.desk?.alignment.trained ?? null) : null;
    const job = {
      stage,
      version,
      checkpoint,
      shard,
      tokensTotal,
      tokensUsed,
      shardTokens,
      rateFactor: run.rateFactor,
      align,
      own: null,
    };
    const outcome = await engine.train(
      job,
      proxy(() => undefined),
      proxy(({ from, to }) => this.report(`fell back from ${from} to ${to}`)),
    );
    if (!outcome) throw new Error('the loss is no longer finite');
    try {
      await connection.team(ROUTES.update, { stage, round }, encodeUpdate(outcome));
      await engine.settle(shards.length === 1 ? round : 'averaged');
    } catch (error) {
      await engine.settle(null);
      throw error;
    }
  }
}
