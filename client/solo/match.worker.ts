/** The worker of a solo match: holds the match and the bots, and has workers of its own for the referee and for what the bots train. */

import { expose, wrap } from 'comlink';
import type { OnGoodbye, OnView } from '../../server/hosting/in-process.ts';
import type { EngineApi, ProbeReport } from '../lab/engine/api.ts';
import { inWorker } from '../lab/engine/in-worker.ts';
import type { BotDevice } from '../bots/bot.ts';
import { sleep } from '../session/backoff.ts';
import { refereeOf } from './referee.ts';
import type { RefereeApi } from './referee.worker.ts';
import { openSolo, type SoloMatch, type SoloWishes } from './solo-match.ts';
import { createTurns } from './turns.ts';

/** The bots and the referee: more than these never work at once. */
const MOST_PLACES = 3;
/** A core for the person's own training, and one for the page. */
const OWN_CORES = 2;

/** So much of what the person doesn't do may run at once: on a small device the person's own training is not slowed down. */
const places = Math.min(MOST_PLACES, Math.max(1, navigator.hardwareConcurrency - OWN_CORES));
const inTurn = createTurns(places);
/** Where only one thing runs at a time, cores are few, and may be busy: there a bot rests so many times as long as it has trained. */
const restShare = places === 1 ? 3 : 0;

const referee = wrap<RefereeApi>(
  new Worker(new URL('./referee.worker.ts', import.meta.url), { type: 'module' }),
);

/** The same work when it is its turn, with a rest after it where cores are few. */
function inTurnWithRest<Job extends unknown[], Found>(work: (...job: Job) => Promise<Found>) {
  return async (...job: Job): Promise<Found> => {
    let tookMs = 0;
    const found = await inTurn(async () => {
      const startMs = performance.now();
      const done = await work(...job);
      tookMs = performance.now() - startMs;
      return done;
    });
    await sleep(restShare * tookMs);
    return found;
  };
}

/** Starts an engine in a worker, which trains when it is its turn. */
function startEngine(): BotDevice & { probe: EngineApi['probe'] } {
  const worker = new Worker(new URL('../lab/engine/engine.worker.ts', import.meta.url), { type: 'module' });
  const engine = inWorker(wrap<EngineApi>(worker));
  return {
    engine: {
      holds: engine.holds,
      settle: engine.settle,
      train: inTurnWithRest(engine.train),
      trial: inTurnWithRest(engine.trial),
    },
    probe: (forced) => inTurn(() => engine.probe(forced)),
    close: async () => worker.terminate(),
  };
}

/** Started for the measurement, and then the first bot's. */
let measured: BotDevice | null = null;

/** The speed of a bot's lab: that of the processor, as far as it is a bot's turn. The graphics processor is the person's. */
async function measure(): Promise<ProbeReport> {
  const engine = startEngine();
  measured = engine;
  const { tokensPerSecond, backend } = await engine.probe('wasm');
  return { tokensPerSecond: (tokensPerSecond * places) / MOST_PLACES, backend };
}

function startDevice(): BotDevice {
  const ready = measured ?? startEngine();
  measured = null;
  return ready;
}

let match: SoloMatch | null = null;

function begun(): SoloMatch {
  if (!match) throw new Error('no match has begun');
  return match;
}

/** What the page asks of this worker; the match itself checks everything. */
const api = {
  /** Seats the person and the bots; answers with what the person holds. */
  async begin(wishes: SoloWishes): Promise<{ playerId: string; token: string; hostToken: string }> {
    match = await openSolo(wishes, {
      referee: refereeOf((task) => referee.perform(task), inTurn),
      startDevice,
      measure,
      report: (trouble) => console.warn(trouble),
    });
    return { ...match.seat, hostToken: match.served.hostToken };
  },
  join: (options: unknown, onView: OnView, onGoodbye: OnGoodbye) =>
    begun().served.join(options, onView, onGoodbye),
  leave: (line: number) => begun().served.leave(line),
  move: (token: string, message: unknown) => begun().served.move(token, message),
  nowMs: () => begun().served.nowMs(),
  ask: (token: string, path: string) => begun().served.ask(token, path),
  deliver: (token: string, path: string, bytes: unknown) => begun().served.deliver(token, path, bytes),
};

export type SoloApi = typeof api;

expose(api);
