/** Runs the player's own probe of the scale stage: takes its rows, trains them in the engine, and brings the weights. */

import { effect, signal } from '@preact/signals';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { Probe } from '../../shared/game/stages/scale/state.ts';
import { engineHost } from '../worker/host.ts';
import { backoffMs, sleep } from './backoff.ts';
import type { Reply } from './errors.ts';
import { fillRoute, getBytes, postBytes } from './http.ts';
import { standpoint } from './selectors.ts';
import { seat } from './session.ts';
import { showError } from './toasts.ts';

/** How far this device is with its probe, 0 to 1; null when it has none in hand. */
export const probeShare = signal<number | null>(null);

const ATTEMPTS = 6;

function myProbe(): Probe | null {
  const here = standpoint.value;
  if (!here || here.match.stage !== 'scale') return null;
  return (
    here.team.probes.find(({ playerId, status }) => playerId === here.me.id && status === 'training') ?? null
  );
}

/** Starts to watch the match; returns a function that stops. */
export function startProbeRuns(): () => void {
  const tried = new Set<string>();
  let working = false;
  const consider = async (): Promise<void> => {
    const probe = myProbe();
    if (working || !probe || tried.has(probe.id)) return;
    working = true;
    tried.add(probe.id);
    await run(probe).catch((problem: unknown) => {
      console.warn('A probe failed:', problem);
      showError({ code: 'client/engine_failed' });
    });
    probeShare.value = null;
    working = false;
    void consider();
  };
  return effect(() => {
    void myProbe();
    void consider();
  });
}

async function run({ id, tokens }: Probe): Promise<void> {
  const token = seat.peek()?.token;
  if (!token) return;
  probeShare.value = 0;
  const [checkpoint, shard] = await Promise.all([
    persist(id, () => getBytes(fillRoute(ROUTES.probeCheckpoint, { id }), token)),
    persist(id, () => getBytes(fillRoute(ROUTES.probeRows, { id }), token)),
  ]);
  if (!checkpoint?.ok || !shard?.ok) return;
  const { engine } = await engineHost();
  const outcome = await engine.trial({ checkpoint: checkpoint.value, shard: shard.value }, (progress) => {
    probeShare.value = Math.min(1, progress.tokens / Math.max(1, tokens));
  });
  if (!outcome) {
    showError({ code: 'train/not_finite' });
    return;
  }
  const bytes = encodeUpdate(outcome);
  const reply = await persist(id, () => postBytes(fillRoute(ROUTES.probe, { id }), bytes, token));
  /* A repeat means that an earlier try arrived although its answer was lost. */
  if (reply && !reply.ok && reply.error.code !== 'train/repeat') showError(reply.error);
}

/** Tries again while the network or the server is away, as long as the probe is still to be brought. */
async function persist<T>(id: string, request: () => Promise<Reply<T>>): Promise<Reply<T> | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(backoffMs(attempt, Math.random()));
    if (myProbe()?.id !== id) return null;
    const reply = await request();
    if (reply.ok || (reply.error.code !== 'client/offline' && reply.error.code !== 'protocol/server_busy'))
      return reply;
  }
  return null;
}
