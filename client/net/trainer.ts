/** The training loop of this device: takes the rounds it is given, trains them in the engine, and sends the updates. */

import { effect, signal } from '@preact/signals';
import { t } from '../../shared/i18n/t.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { AlignTraining } from '../../shared/game/stages/align/state.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import type { TrainOutcome } from '../worker/api.ts';
import { engineHost } from '../worker/host.ts';
import { holdWakeLock } from '../worker/wake-lock.ts';
import { backoffMs, sleep } from './backoff.ts';
import type { ClientError, Reply } from './errors.ts';
import { fillRoute, getBytes, postBytes } from './http.ts';
import { bookUpdate, ownTraining } from './own-text.ts';
import { standpoint } from './selectors.ts';
import { seat } from './session.ts';
import { showError, showToast } from './toasts.ts';

/** What this device is doing for its team. */
export interface TrainerState {
  doing: 'idle' | 'fetching' | 'training' | 'sending';
  tokensPerSecond: number;
  /** Share of the time since the last round began that went into training steps, 0 to 1. */
  load: number;
}

const IDLE: TrainerState = { doing: 'idle', tokensPerSecond: 0, load: 0 };
const SEND_ATTEMPTS = 8;

export const trainer = signal<TrainerState>(IDLE);

interface Task {
  stage: TrainingStage;
  round: number;
  run: RunView;
  /** Tokens allotted to each worker of the round, this device first. */
  shardTokens: number[];
  align: AlignTraining | null;
}

/** The round this player is asked to train now, or null. */
function myTask(): Task | null {
  const here = standpoint.value;
  if (!here) return null;
  for (const [stage, run] of [
    ['pretrain', here.team.pretrain],
    ['fine-tune', here.team.fineTune],
    ['align', here.team.align],
  ] as const) {
    const shards = run?.status === 'running' ? (run.round?.shards ?? []) : [];
    const mine = shards.find((shard) => shard.playerId === here.me.id && !shard.isDone);
    if (!run?.round || !mine) continue;
    const align = stage === 'align' ? (here.team.desk?.alignment.trained ?? null) : null;
    if (stage === 'align' && !align) continue;
    const others = shards.filter((shard) => shard !== mine);
    const shardTokens = [mine, ...others].map((shard) => shard.tokens);
    return { stage, round: run.round.number, run, shardTokens, align };
  }
  return null;
}

/** Whether the lab trains at all: between its parts, too, a phone must stay awake for the next. */
function isRunning(): boolean {
  const team = standpoint.peek()?.team;
  return [team?.pretrain, team?.fineTune].some((run) => run?.status === 'running');
}

/** Starts to watch the match; returns a function that stops. */
export function startTrainer(): () => void {
  let working = false;
  let failures = 0;
  /* The accepted round stays open in our view until the next patch. */
  let acceptedKey = '';
  const consider = async (): Promise<void> => {
    const task = myTask();
    if (working || !task || keyOf(task) === acceptedKey) return;
    working = true;
    const accepted = await work(task).catch((problem: unknown) => {
      console.warn('A round failed:', problem);
      if (failures === 0) showError({ code: 'client/engine_failed' });
      return false;
    });
    trainer.value = IDLE;
    if (accepted) acceptedKey = keyOf(task);
    failures = accepted ? 0 : failures + 1;
    /* The round may still be open for us, so a failure is tried again, later and later. */
    if (!accepted) await sleep(backoffMs(failures + 1, Math.random()));
    working = false;
    void consider();
  };
  return effect(() => {
    void myTask();
    if (!isRunning()) void holdWakeLock(false);
    void consider();
  });
}

function keyOf({ stage, round }: Task): string {
  return `${seat.peek()?.playerId}/${stage}/${round}`;
}

/** Trains one round; true when the server took it. */
async function work(task: Task): Promise<boolean> {
  const { stage, round, run, shardTokens } = task;
  const token = seat.peek()?.token;
  if (!token) return false;
  const startedMs = performance.now();
  const { engine } = await engineHost();
  const { version } = run;
  trainer.value = { ...IDLE, doing: 'fetching' };
  void holdWakeLock(true);
  const held = await engine.holds(stage, version);
  const [checkpoint, shard, own] = await Promise.all([
    held ? null : persist(() => getBytes(fillRoute(ROUTES.checkpoint, { stage, version }), token), task),
    persist(() => getBytes(fillRoute(ROUTES.shard, { stage, round }), token), task),
    stage === 'pretrain' ? ownTraining(token) : null,
  ]);
  if (!shard?.ok || (!held && !checkpoint?.ok)) return false;
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
      trainer.value = { doing: 'training', tokensPerSecond: progress.tokensPerSecond, load };
    },
    (fallback) => showToast(t('engine.fellBack', { ...fallback })),
  );
  if (!outcome) {
    showToast(t('engine.diverged'));
    return false;
  }
  trainer.value = { ...trainer.value, doing: 'sending' };
  if (own && outcome.ownTokens !== null) bookUpdate(outcome.ownTokens, own.noise);
  const verdict = await sendUpdate(task, outcome, token);
  /* Alone, a device knows what the server's new weights are; together with others, it has to fetch their average. */
  const isAlone = shardTokens.length === 1;
  if (verdict === 'refused') await engine.settle(null);
  else if (verdict === 'late') await engine.settle('lost');
  else await engine.settle(isAlone ? round : 'averaged');
  return verdict === 'accepted';
}

/** Sends until the server has spoken; a repeat means that an earlier try arrived although its answer was lost. */
async function sendUpdate(
  task: Task,
  outcome: TrainOutcome,
  token: string,
): Promise<'accepted' | 'late' | 'refused'> {
  const path = fillRoute(ROUTES.update, { stage: task.stage, round: task.round });
  const bytes = encodeUpdate(outcome);
  const reply = await persist(() => postBytes(path, bytes, token), task);
  if (!reply) return 'late';
  if (reply.ok || reply.error.code === 'train/repeat') return 'accepted';
  if (isExpected(reply.error)) return 'late';
  showError(reply.error);
  return 'refused';
}

/** Rounds close while one works: that is no news for a player. */
function isExpected(error: ClientError): boolean {
  return ['train/stale_round', 'train/not_running', 'train/not_your_round', 'match/wrong_stage'].includes(
    error.code,
  );
}

/** Tries again while the network or the server is away, as long as the round is still ours. */
async function persist<T>(request: () => Promise<Reply<T>>, task: Task): Promise<Reply<T> | null> {
  for (let attempt = 0; attempt < SEND_ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(backoffMs(attempt, Math.random()));
    const now = myTask();
    if (!now || keyOf(now) !== keyOf(task)) return null;
    const reply = await request();
    if (reply.ok) return reply;
    if (reply.error.code !== 'client/offline' && reply.error.code !== 'protocol/server_busy') return reply;
  }
  return null;
}
