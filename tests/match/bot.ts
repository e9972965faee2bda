/** A player without a person: takes a seat, decides as its choices say, and trains when the server asks its device to. */

import { ROUTES, type TakeSeatReply } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { TrainingStage } from '../../shared/rules/match.ts';
import type { ErrorCode } from '../../shared/rules/result.ts';
import type { MatchView, RunView, TeamView } from '../../shared/schema/view.ts';
import type { TeamChoices } from './choices.ts';
import { Connection, fillRoute, postJson, RefusedError } from './connection.ts';
import { nextMove } from './decide.ts';
import { Trainer, type Speed } from './trainer.ts';

/** Answers that honest players get too, when a team-mate or the clock was faster. */
const OVERTAKEN: readonly ErrorCode[] = [
  'plan/already_committed',
  'plan/no_such_proposal',
  'match/wrong_stage',
  'train/stale_round',
  'train/not_running',
  'train/repeat',
];

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
  private trainer: Trainer | null = null;
  private deciding = false;
  private training = false;
  /** Rounds that this bot has begun, as `stage:number`. */
  private readonly begun = new Set<string>();
  /** The weights that the trainer holds, as `stage:version`. */
  private held = '';

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
    speed: Speed;
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
    await this.connection.close();
    await this.trainer?.close();
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
    this.deciding = false;
  }

  private async train(view: MatchView): Promise<void> {
    const open = openRun(view, this.team(view));
    const round = open?.run.round;
    if (this.training || !open || round?.trainerId !== this.playerId) return;
    const key = `${open.stage}:${round.number}`;
    if (this.begun.has(key)) return;
    this.begun.add(key);
    this.training = true;
    try {
      await this.trainRound(open.stage, open.run, round.number);
    } catch (error) {
      this.held = '';
      this.tell(error);
    }
    this.training = false;
    void this.train(this.connection.view);
  }

  private async trainRound(stage: TrainingStage, run: RunView, round: number): Promise<void> {
    this.trainer ??= new Trainer();
    const version = round - 1;
    const { connection } = this;
    const isHeld = this.held === `${stage}:${version}`;
    const [shard, checkpoint] = await Promise.all([
      connection.team(ROUTES.shard, { stage, round }),
      isHeld ? null : connection.team(ROUTES.checkpoint, { stage, version }),
    ]);
    const { tokensTotal, tokensUsed } = run;
    const update = await this.trainer.train({ stage, checkpoint, shard, tokensTotal, tokensUsed });
    await connection.team(ROUTES.update, { stage, round }, update);
    this.held = `${stage}:${round}`;
  }
}
