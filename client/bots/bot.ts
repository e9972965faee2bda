/** A player without a person: takes a seat, decides as its choices say, and trains when the server asks its device to. */

import { ROUTES, type ArenaReply, type CorpusReply, type PairsReply } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { Random } from '../../shared/random.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { MatchView, RunView, TeamView } from '../../shared/game/sync/view.ts';
import { alignSettings } from '../../shared/game/stages/align/preferences.ts';
import type { EngineApi, ProbeReport } from '../lab/engine/api.ts';
import { sleep } from '../session/backoff.ts';
import type { Seat } from '../session/seat.ts';
import type { Transport } from '../session/transport.ts';
import type { TeamChoices } from '../../shared/game/bot-choices.ts';
import { duelOf, hardeningOf, testOf } from '../../shared/game/stages/test/shown.ts';
import { Connection, RefusedError } from './connection.ts';
import { isFirst, nextMove, passBid } from './decide.ts';
import { ATTACK_GOALS, type AttackGoal } from '../../shared/evals/attacks.ts';
import { openRun, pupilToTeach, teachPart } from './device-work.ts';
import { labelHand } from './labellers.ts';
import { rateAll, voteAll } from './raters.ts';

/** What a bot trains with, such as an engine in a thread of its own. */
export interface BotDevice {
  engine: Pick<EngineApi, 'holds' | 'train' | 'settle' | 'trial'>;
  close(): Promise<void>;
}

interface BotSeat extends Pick<Seat, 'code' | 'roomId' | 'token'> {
  playerId: string;
  name: string;
}

interface BotOptions {
  transport: Transport;
  seat: BotSeat;
  /** Null for somebody who sits there, lends a device, and leaves all to the clock. */
  choices: TeamChoices | null;
  /** Called when the bot is asked to train for the first time. */
  startDevice: () => BotDevice;
  report: (trouble: string) => void;
  /** Chance of this bot's own, for its ratings. */
  random: Random;
}

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
/** The referee answers an attack within a second, unless the machine is very busy. */
const MOST_TRIES = 50;
/** When no rating came for so long, all bots are through. */
const LAST_VOTE_MILLIS = 1500;
/** When no attack came for so long, and no lab is being hardened, the duel is over. */
const LAST_PROBE_MILLIS = 2500;

export class Bot {
  readonly playerId: string;
  readonly connection: Connection;
  private readonly choices: TeamChoices | null;
  private readonly startDevice: BotOptions['startDevice'];
  private readonly report: BotOptions['report'];
  private device: BotDevice | null = null;
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
  private attacking: 'not yet' | 'now' | 'done' = 'not yet';
  /** Whether it has attacked a hardened model. */
  private hasAttackedAgain = false;
  private probesSeen = 0;
  private probedMs = 0;
  /** The round, as `stage:number`, or lesson that the server took last; it stays open in the view until the next patch. */
  private accepted = '';

  private constructor(connection: Connection, { seat, choices, startDevice, report, random }: BotOptions) {
    this.playerId = seat.playerId;
    this.connection = connection;
    this.choices = choices;
    this.startDevice = startDevice;
    this.report = (trouble) => report(`${seat.name}: ${trouble}`);
    this.random = random;
    connection.onLost = (reason) => this.report(`lost the room: ${reason}`);
  }

  /** Sits down on a seat that was taken for it, in this team, and plays from then on. */
  static async sitDown(options: BotOptions, teamId: string): Promise<Bot> {
    const connection = await Connection.open(options.transport, options.seat);
    const bot = new Bot(connection, options);
    if (bot.team(connection.view)?.id !== teamId)
      await connection.send({ type: 'lobby/switch-team', teamId });
    connection.onView((view) => {
      bot.turnTo(view.generation);
      if (bot.choices) {
        void bot.label(view, bot.choices);
        void bot.rate(view, bot.choices);
        void bot.vote(view, bot.choices);
        void bot.attack(view, bot.choices);
      }
      void bot.decide(view);
      void bot.train(view);
    });
    return bot;
  }

  /** In another generation everything is to be done again, by an engine that knows nothing of the last. */
  private turnTo(generation: number): void {
    if (generation === this.generation) return;
    this.generation = generation;
    void this.device?.close();
    this.device = null;
    this.labelling = 'not yet';
    this.rating = 'not yet';
    this.attacking = 'not yet';
    this.hasAttackedAgain = false;
    this.hasBallot = false;
    this.accepted = '';
  }

  /** Says how fast its device trains. */
  tellSpeed({ tokensPerSecond, backend }: ProbeReport): Promise<void> {
    return this.connection.send({ type: 'lobby/benchmark', tokensPerSecond, backend });
  }

  /** Ends its lab's pretraining, if that runs. */
  async stopTraining(): Promise<void> {
    const { view } = this.connection;
    if (view.stage !== 'pretrain' || this.team(view)?.runs.pretrain?.status !== 'running') return;
    try {
      await this.connection.send({
        type: 'plan/propose',
        proposed: { stage: 'pretrain', plan: { stopEarly: true } },
      });
    } catch (error) {
      this.tell(error);
    }
  }

  async close(): Promise<void> {
    this.open = false;
    this.connection.close();
    await this.device?.close();
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
    if (view.stage === 'test' && this.choices && this.attacking !== 'done') return;
    if (view.stage === 'test' && this.choices?.harden && !this.isQuiet(view)) {
      this.deciding = true;
      await sleep(LAST_PROBE_MILLIS);
      this.deciding = false;
      if (this.open) void this.decide(this.connection.view);
      return;
    }
    if (view.stage === 'align' && this.rating === 'done' && !this.mayTrain(view)) {
      this.deciding = true;
      await sleep(LAST_VOTE_MILLIS);
      this.deciding = false;
      if (this.open) void this.decide(this.connection.view);
      return;
    }
    const move = this.choices
      ? nextMove(view, this.playerId, this.choices, this.mayTrain(view))
      : passBid(view, this.playerId);
    if (!move) return;
    this.deciding = true;
    try {
      await this.connection.send(move);
    } catch (error) {
      this.tell(error);
    }
    // The answer may come before the patch that shows the move, and a later patch while this waits.
    await sleep(RETRY_MILLIS);
    this.deciding = false;
    if (this.open) void this.decide(this.connection.view);
  }

  private asksClassifier(): boolean {
    return this.choices !== null && this.choices.data.cleaning.quality !== null;
  }

  /** Labels its hand where the team's plan asks the classifier. */
  private async label(view: MatchView, { data }: TeamChoices): Promise<void> {
    if (view.stage !== 'data' || this.labelling !== 'not yet' || data.cleaning.quality === null) return;
    this.labelling = 'now';
    try {
      const { texts } = await this.connection.getJson<CorpusReply>(ROUTES.corpus, { kind: LABELLED_KIND });
      const teamId = this.team(view)?.id;
      const members = view.players.filter((player) => player.teamId === teamId).map(({ id }) => id);
      for (const { number, verdict } of labelHand(texts, members, this.playerId, LABELS)) {
        await this.connection.send({ type: 'data/label', kind: LABELLED_KIND, number, verdict });
        await sleep(RATING_MILLIS);
      }
    } catch (error) {
      this.tell(error);
    }
    this.labelling = 'done';
    void this.decide(this.connection.view);
  }

  /** Rates its part of the pairs once those of all teams are there. */
  private async rate(view: MatchView, { raters }: TeamChoices): Promise<void> {
    if (view.stage !== 'align' || this.rating !== 'not yet' || view.pairs === 0) return;
    this.rating = 'now';
    for (let seen = 0; seen !== this.connection.view.pairs && this.open;) {
      seen = this.connection.view.pairs;
      await sleep(LAST_PAIR_MILLIS);
    }
    try {
      const { pairs } = await this.connection.getJson<PairsReply>(ROUTES.pairs);
      const most = Math.ceil(raters.votes / view.players.length);
      for (const { pairId, choice } of rateAll(pairs, raters, most, this.random)) {
        await this.connection.send({ type: 'align/rate', pairId, choice });
        await sleep(RATING_MILLIS);
      }
    } catch (error) {
      this.tell(error);
    }
    this.ratedMs = performance.now();
    this.rating = 'done';
    void this.decide(this.connection.view);
  }

  /** Fills in its ballot of the arena. */
  private async vote(view: MatchView, { raters }: TeamChoices): Promise<void> {
    if (view.stage !== 'arena' || this.hasBallot || !view.arena?.sampled || view.arena.revealed) return;
    this.hasBallot = true;
    try {
      const { pairs } = await this.connection.getJson<ArenaReply>(ROUTES.arena);
      for (const { pairId, choice } of voteAll(pairs, raters, this.random)) {
        await this.connection.send({ type: 'arena/vote', pairId, choice });
        await sleep(RATING_MILLIS);
      }
    } catch (error) {
      this.tell(error);
    }
  }

  /** Attacks the next lab once all are measured, and again when that has hardened its model; after the first time the gate may be decided. */
  private async attack(view: MatchView, { probes }: TeamChoices): Promise<void> {
    if (view.stage !== 'test' || this.attacking === 'now') return;
    const measured = view.teams.filter((team) => testOf(team).examined !== null);
    const own = this.team(view);
    if (!own || measured.length < view.teams.filter(({ runs }) => runs.pretrain).length) return;
    const place = measured.findIndex(({ id }) => id === own.id);
    const target = measured[(place + 1) % measured.length];
    const examined = target && target.id !== own.id ? testOf(target).examined : null;
    const isAgain = this.attacking === 'done';
    if (isAgain && (examined?.candidate !== 'test' || this.hasAttackedAgain)) return;
    this.hasAttackedAgain = isAgain;
    this.attacking = 'now';
    if (target && examined && isFirst(view, own, this.playerId))
      for (let sent = 0; sent < probes; sent++) {
        const goal = ATTACK_GOALS[sent % ATTACK_GOALS.length];
        const openings = examined.openings[goal];
        const text = openings[Math.floor(sent / ATTACK_GOALS.length) % openings.length];
        await this.probe(target.id, goal, text);
      }
    this.attacking = 'done';
    void this.decide(this.connection.view);
  }

  /** No attack came for a while, and no lab's model is being hardened. */
  private isQuiet(view: MatchView): boolean {
    const sent = Object.values(duelOf(view)?.counts ?? {}).reduce((sum, { left }) => sum - left, 0);
    if (sent !== this.probesSeen) [this.probesSeen, this.probedMs] = [sent, performance.now()];
    const isBusy = view.teams.some((team) => hardeningOf(team) !== null);
    return !isBusy && performance.now() - this.probedMs > LAST_PROBE_MILLIS;
  }

  /** One attack; the referee may have its hands full for a moment. */
  private async probe(teamId: string, goal: AttackGoal, text: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES && this.open; tries++) {
      try {
        return await this.connection.send({ type: 'test/probe', teamId, goal, text });
      } catch (error) {
        if (!(error instanceof RefusedError) || error.error.code !== 'test/later') return this.tell(error);
        await sleep(RETRY_MILLIS);
      }
    }
  }

  /** Own ratings are done, and no others came for a while. */
  private mayTrain(view: MatchView): boolean {
    if (view.votes !== this.votesSeen) [this.votesSeen, this.ratedMs] = [view.votes, performance.now()];
    return this.rating === 'done' && performance.now() - this.ratedMs > LAST_VOTE_MILLIS;
  }

  /** Trains its part of a round, or teaches a small copy, where that is asked of its device. */
  private async train(view: MatchView): Promise<void> {
    const open = openRun(view, this.team(view));
    const round = open?.run.round;
    const mine = round?.shards.find(({ playerId, isDone }) => playerId === this.playerId && !isDone);
    const pupil = pupilToTeach(this.team(view), this.playerId);
    if (open && round && mine)
      await this.work(`${open.stage}:${round.number}`, () =>
        this.trainRound(open.stage, open.run, round.number),
      );
    else if (pupil)
      await this.work(`lesson:${pupil.lessonsDone}`, () =>
        teachPart(this.connection, (this.device ??= this.startDevice()).engine, pupil),
      );
  }

  private async work(key: string, train: () => Promise<void>): Promise<void> {
    if (this.training || this.accepted === key) return;
    this.training = true;
    try {
      await train();
      this.accepted = key;
    } catch (error) {
      this.tell(error);
      await sleep(RETRY_MILLIS);
    }
    this.training = false;
    if (this.open) void this.train(this.connection.view);
  }

  private async trainRound(stage: TrainingStage, run: RunView, round: number): Promise<void> {
    this.device ??= this.startDevice();
    const { engine } = this.device;
    const { connection } = this;
    const { version } = run;
    const isHeld = await engine.holds(stage, version);
    const [shard, checkpoint] = await Promise.all([
      connection.getBytes(ROUTES.shard, { stage, round }),
      isHeld ? null : connection.getBytes(ROUTES.checkpoint, { stage, version }),
    ]);
    const { tokensTotal, tokensUsed } = run;
    const shards = run.round?.shards ?? [];
    const mine = shards.filter(({ playerId }) => playerId === this.playerId);
    const others = shards.filter(({ playerId }) => playerId !== this.playerId);
    const shardTokens = [...mine, ...others].map(({ tokens }) => tokens);
    const alignment = this.team(connection.view)?.own?.alignment;
    const align = stage === 'align' && alignment ? alignSettings(alignment) : null;
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
      () => undefined,
      ({ from, to }) => this.report(`fell back from ${from} to ${to}`),
    );
    if (!outcome) throw new Error('the loss is no longer finite');
    try {
      await connection.postBytes(ROUTES.update, { stage, round }, encodeUpdate(outcome));
      await engine.settle(shards.length === 1 ? round : 'averaged');
    } catch (error) {
      await engine.settle(null);
      throw error;
    }
  }
}
