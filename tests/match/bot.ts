/** A player without a person: takes a seat, decides as its choices say, and trains when the server asks its device to. */

import { setTimeout } from 'node:timers/promises';
import { proxy } from 'comlink';
import type { ProbeReport } from '../../client/worker/api.ts';
import { ROUTES, type TakeSeatReply } from '../../shared/protocol/http.ts';
import { encodeUpdate } from '../../shared/protocol/update.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { TrainingStage } from '../../shared/rules/match.ts';
import type { ErrorCode } from '../../shared/rules/result.ts';
import type { MatchView, RunView, TeamView } from '../../shared/schema/view.ts';
import type { TeamChoices } from './choices.ts';
import { Connection, fillRoute, postJson, RefusedError } from './connection.ts';
import { nextMove } from './decide.ts';
import { startEngineThread, type EngineThread } from './engine-thread.ts';

/** Answers that honest players get too, when a team-mate or the clock was faster. */
const OVERTAKEN: readonly ErrorCode[] = [
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

function openRun(view: MatchView, team: TeamView | undefined): { stage: TrainingStage; run: RunView } | null {
  if (view.stage === 'pretrain' && team?.pretrain) return { stage: view.stage, run: team.pretrain };
  if (view.stage === 'fine-tune' && team?.fineTune) return { stage: view.stage, run: team.fineTune };
  return null;
}

export class Bot {
  readonly playerId: string;
  readonly connection: Connection;
  private readonly choices: TeamChoices;
  private readonly report: (trouble: string) => void;
  private thread: EngineThread | null = null;
  private open = true;
  private deciding = false;
  private training = false;
  /** The round that the server took last, as `stage:number`; it stays open in the view until the next patch. */
  private accepted = '';

  private constructor(
    playerId: string,
    connection: Connection,
    choices: TeamChoices,
    report: (trouble: string) => void,
  ) {
    this.playerId = playerId;
    this.connection = connection;
    this.choices = choices;
    this.report = report;
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
  }): Promise<Bot> {
    const { url, code, name, teamId, speed } = options;
    const body = { version: PROTOCOL_VERSION, name };
    const seat = await postJson<TakeSeatReply>(url + fillRoute(ROUTES.takeSeat, { code }), body);
    const connection = await Connection.open(url, seat.roomId, seat.seatToken);
    const bot = new Bot(seat.playerId, connection, options.choices, (trouble) =>
      options.report(`${name}: ${trouble}`),
    );
    if (bot.team(connection.view)?.id !== teamId)
      await connection.send({ type: 'lobby/switch-team', teamId });
    await connection.send({ type: 'lobby/probe', ...speed });
    connection.onView((view) => {
      void bot.decide(view);
      void bot.train(view);
    });
    return bot;
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
    if (this.deciding) return;
    const move = nextMove(view, this.playerId, this.choices);
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
    const job = { stage, version, checkpoint, shard, tokensTotal, tokensUsed, shardTokens };
    const outcome = await engine.train(
      job,
      proxy(() => undefined),
      proxy(({ from, to }) => this.report(`fell back from ${from} to ${to}`)),
    );
    if (!outcome) throw new Error('the loss is no longer finite');
    try {
      await connection.team(ROUTES.update, { stage, round }, encodeUpdate(outcome));
      await engine.settle(shards.length === 1 ? round : 'keep-moments');
    } catch (error) {
      await engine.settle(null);
      throw error;
    }
  }
}
