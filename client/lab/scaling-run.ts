/** Runs the player's own scaling run: takes its rows, trains them in the engine, and brings the weights. */

import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { Probe } from '../../shared/game/stages/scale/state.ts';
import { backoffMs, sleep } from '../session/backoff.ts';
import type { Reply } from '../session/errors.ts';
import { fillRoute } from '../session/http.ts';
import { seatSignal } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import { seatEngine } from './seat-engine.ts';

/** How far this device is with its scaling run, 0 to 1; null when it has none in hand. */
export const scalingShare = seatSignal<number | null>(null);

const ATTEMPTS = 6;

function myProbe({ standpoint }: Session): Probe | null {
  const here = standpoint.value;
  if (!here || here.match.stage !== 'scale') return null;
  return (
    here.team.probes.find(({ playerId, status }) => playerId === here.me.id && status === 'training') ?? null
  );
}

/** Watches the match and runs what this player asked for, until the session ends. */
export function startScalingRuns(owner: Session): void {
  const tried = new Set<string>();
  let working = false;
  const consider = async (): Promise<void> => {
    const probe = myProbe(owner);
    if (working || !probe || tried.has(probe.id)) return;
    working = true;
    tried.add(probe.id);
    await run(owner, probe).catch((problem: unknown) => {
      if (owner.isOver) return;
      console.warn('A scaling run failed:', problem);
      owner.toasts.showError({ code: 'client/engine_failed' });
    });
    scalingShare.of(owner).value = null;
    working = false;
    void consider();
  };
  owner.watch(() => {
    void myProbe(owner);
    void consider();
  });
}

async function run(owner: Session, { id, tokens }: Probe): Promise<void> {
  const share = scalingShare.of(owner);
  share.value = 0;
  const [checkpoint, shard] = await Promise.all([
    persist(owner, id, () => owner.getBytes(fillRoute(ROUTES.probeCheckpoint, { id }))),
    persist(owner, id, () => owner.getBytes(fillRoute(ROUTES.probeRows, { id }))),
  ]);
  if (!checkpoint?.ok || !shard?.ok) return;
  const { engine } = await seatEngine.of(owner);
  if (owner.isOver) return;
  const outcome = await engine.trial({ checkpoint: checkpoint.value, shard: shard.value }, (progress) => {
    share.value = Math.min(1, progress.tokens / Math.max(1, tokens));
  });
  if (owner.isOver) return;
  if (!outcome) {
    owner.toasts.showError({ code: 'train/not_finite' });
    return;
  }
  const bytes = encodeUpdate(outcome);
  const reply = await persist(owner, id, () => owner.postBytes(fillRoute(ROUTES.probe, { id }), bytes));
  /* A repeat means that an earlier try arrived although its answer was lost. */
  if (reply && !reply.ok && reply.error.code !== 'train/repeat') owner.toasts.showError(reply.error);
}

/** Tries again while the network or the server is away, as long as the run is still to be brought. */
async function persist<T>(
  owner: Session,
  id: string,
  request: () => Promise<Reply<T>>,
): Promise<Reply<T> | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(backoffMs(attempt, Math.random()));
    if (myProbe(owner)?.id !== id) return null;
    const reply = await request();
    if (reply.ok || (reply.error.code !== 'client/offline' && reply.error.code !== 'protocol/server_busy'))
      return reply;
  }
  return null;
}
