/** The training loop of this device: takes the rounds it is given, trains them in the engine, and sends the updates. */

import { t } from '../i18n/t.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import { alignSettings } from '../../shared/game/stages/align/preferences.ts';
import type { AlignSettings } from '../../shared/lm/align.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import type { TrainOutcome } from './engine/api.ts';
import { backoffMs, sleep } from '../session/backoff.ts';
import type { ClientError, Reply } from '../session/errors.ts';
import { fillRoute } from '../session/http.ts';
import { seatSignal } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import { seatEngine } from './seat-engine.ts';
import { bookUpdate, ownTraining } from './own-text.ts';

/** What this device is doing for its team. */
export interface TrainerState {
  doing: 'idle' | 'fetching' | 'training' | 'sending';
  tokensPerSecond: number;
  /** Share of the time since the last round began that went into training steps, 0 to 1. */
  load: number;
}

const IDLE: TrainerState = { doing: 'idle', tokensPerSecond: 0, load: 0 };
const SEND_ATTEMPTS = 8;

export const trainer = seatSignal<TrainerState>(IDLE);

interface Task {
  stage: TrainingStage;
  round: number;
  run: RunView;
  /** Tokens allotted to each worker of the round, this device first. */
  shardTokens: number[];
  align: AlignSettings | null;
}

/** The round this player is asked to train now, or null. */
function myTask({ standpoint }: Session): Task | null {
  const here = standpoint.value;
  if (!here) return null;
  for (const [stage, run] of [
    ['pretrain', here.team.runs.pretrain],
    ['fine-tune', here.team.runs['fine-tune']],
    ['align', here.team.runs.align],
    ['test', here.team.runs.test],
  ] as const) {
    const shards = run?.status === 'running' ? (run.round?.shards ?? []) : [];
    const mine = shards.find((shard) => shard.playerId === here.me.id && !shard.isDone);
    if (!run?.round || !mine) continue;
    const alignment = here.team.own?.alignment;
    const align = stage === 'align' && alignment ? alignSettings(alignment) : null;
    if (stage === 'align' && !align) continue;
    const others = shards.filter((shard) => shard !== mine);
    const shardTokens = [mine, ...others].map((shard) => shard.tokens);
    return { stage, round: run.round.number, run, shardTokens, align };
  }
  return null;
}

/** Watches the match and trains, until the session ends. */
export function startTrainer(owner: Session): void {
  const state = trainer.of(owner);
  let working = false;
  let failures = 0;
  /* The accepted round stays open in our view until the next patch. */
  let acceptedKey = '';
  const consider = async (): Promise<void> => {
    const task = myTask(owner);
    if (working || !task || keyOf(task) === acceptedKey) return;
    working = true;
    const accepted = await work(owner, task).catch((problem: unknown) => {
      if (owner.isOver) return false;
      console.warn('A round failed:', problem);
      if (failures === 0) owner.toasts.showError({ code: 'client/engine_failed' });
      return false;
    });
    state.value = IDLE;
    if (accepted) acceptedKey = keyOf(task);
    failures = accepted ? 0 : failures + 1;
    /* The round may still be open for us, so a failure is tried again, later and later. */
    if (!accepted) await sleep(backoffMs(failures + 1, Math.random()));
    working = false;
    void consider();
  };
  owner.watch(() => {
    void myTask(owner);
    void consider();
  });
}

function keyOf({ stage, round }: Task): string {
  return `${stage}/${round}`;
}

/** Trains one round; true when the server took it. */
async function work(owner: Session, task: Task): Promise<boolean> {
  const { stage, round, run, shardTokens } = task;
  const state = trainer.of(owner);
  const startedMs = performance.now();
  const { engine } = await seatEngine.of(owner);
  if (owner.isOver) return false;
  const { version } = run;
  state.value = { ...IDLE, doing: 'fetching' };
  const held = await engine.holds(stage, version);
  const [checkpoint, shard, own] = await Promise.all([
    held
      ? null
      : persist(owner, task, () => owner.getBytes(fillRoute(ROUTES.checkpoint, { stage, version }))),
    persist(owner, task, () => owner.getBytes(fillRoute(ROUTES.shard, { stage, round }))),
    ownTraining(owner, stage),
  ]);
  if (!shard?.ok || (!held && !checkpoint?.ok) || owner.isOver) return false;
  const job = {
    stage,
    version,
    shard: shard.value,
    tokensUsed: run.tokensUsed,
    tokensTotal: run.tokensTotal,
    shardTokens,
    rateFactor: run.rateFactor,
    align: task.align,
    own,
  };
  const outcome = await engine.train(
    { ...job, checkpoint: checkpoint?.ok ? checkpoint.value : null },
    (progress) => {
      const elapsedMs = performance.now() - startedMs;
      const trainingMs = (progress.tokens / Math.max(1, progress.tokensPerSecond)) * 1000;
      const load = Math.min(1, trainingMs / Math.max(1, elapsedMs));
      state.value = { doing: 'training', tokensPerSecond: progress.tokensPerSecond, load };
    },
    (fallback) => owner.toasts.show(t('engine.fellBack', { ...fallback })),
  );
  if (owner.isOver) return false;
  if (!outcome) {
    owner.toasts.show(t('engine.diverged'));
    return false;
  }
  state.value = { ...state.peek(), doing: 'sending' };
  if (own && outcome.ownTokens !== null) bookUpdate(owner, outcome.ownTokens, own.noise);
  const verdict = await sendUpdate(owner, task, outcome);
  if (owner.isOver) return false;
  /* Alone, a device knows what the server's new weights are; together with others, it has to fetch their average. */
  const isAlone = shardTokens.length === 1;
  if (verdict === 'refused') await engine.settle(null);
  else if (verdict === 'late') await engine.settle('lost');
  else await engine.settle(isAlone ? round : 'averaged');
  return verdict === 'accepted';
}

/** Sends until the server has spoken; a repeat means that an earlier try arrived although its answer was lost. */
async function sendUpdate(
  owner: Session,
  task: Task,
  outcome: TrainOutcome,
): Promise<'accepted' | 'late' | 'refused'> {
  const path = fillRoute(ROUTES.update, { stage: task.stage, round: task.round });
  const bytes = encodeUpdate(outcome);
  const reply = await persist(owner, task, () => owner.postBytes(path, bytes));
  if (!reply) return 'late';
  if (reply.ok || reply.error.code === 'train/repeat') return 'accepted';
  if (isExpected(reply.error)) return 'late';
  owner.toasts.showError(reply.error);
  return 'refused';
}

/** Rounds close while one works: that is no news for a player. */
function isExpected(error: ClientError): boolean {
  return ['train/stale_round', 'train/not_running', 'train/not_your_round', 'match/wrong_stage'].includes(
    error.code,
  );
}

/** Tries again while the network or the server is away, as long as the round is still ours. */
async function persist<T>(
  owner: Session,
  task: Task,
  request: () => Promise<Reply<T>>,
): Promise<Reply<T> | null> {
  for (let attempt = 0; attempt < SEND_ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(backoffMs(attempt, Math.random()));
    const now = myTask(owner);
    if (!now || keyOf(now) !== keyOf(task)) return null;
    const reply = await request();
    if (reply.ok) return reply;
    if (reply.error.code !== 'client/offline' && reply.error.code !== 'protocol/server_busy') return reply;
  }
  return null;
}
