/** An engine whose thread may die without a word: then what it was asked fails, and a new one answers what is asked next. */

import type { EngineApi } from './api.ts';

export interface StartedEngine {
  engine: EngineApi;
  /** Ends its thread. */
  stop(): void;
}

/**
 * Seconds without an answer or any progress after which a thread counts as dead: more than the slowest device that may train
 * needs for a step. They are counted by ticks, which stand still with a page that is frozen.
 */
export const PATIENCE_SECONDS = 25;
/** The first work of a device compiles shaders and tries several engines, and says nothing meanwhile. */
const BENCHMARK_PATIENCE_SECONDS = 120;

/** Starts the first at once; `start` is called again for each one that died. */
export function replaceable(first: StartedEngine, start: () => Promise<StartedEngine>): EngineApi {
  let current: Promise<StartedEngine> = Promise.resolve(first);
  let ownText: string | null = null;

  /** A new engine knows nothing; the own text is given to it again. */
  function replace(dead: StartedEngine): void {
    dead.stop();
    current = start().then(async (started) => {
      if (ownText !== null) await started.engine.keepOwnText(ownText);
      return started;
    });
  }

  /** Does work with the engine of now. Rejects when nothing is heard for too long; `alive` says that something was. */
  async function watched<T>(
    work: (engine: EngineApi, alive: () => void) => Promise<T>,
    patienceSeconds = PATIENCE_SECONDS,
  ): Promise<T> {
    const started = await current;
    let silentSeconds = 0;
    const alive = (): void => void (silentSeconds = 0);
    return new Promise<T>((resolve, reject) => {
      const timer = setInterval(() => {
        if (++silentSeconds < patienceSeconds) return;
        clearInterval(timer);
        /* Of several calls that wait for the same dead thread the first one replaces it. */
        current.then(
          (now) => now === started && replace(started),
          () => undefined,
        );
        reject(new Error(`the engine's thread has not answered for ${patienceSeconds} s`));
      }, 1000);
      work(started.engine, alive)
        .then(resolve, reject)
        .finally(() => clearInterval(timer));
    });
  }

  return {
    probe: (forced) => watched((engine) => engine.probe(forced), BENCHMARK_PATIENCE_SECONDS),
    holds: (stage, version) => watched((engine) => engine.holds(stage, version)),
    train: (job, onProgress, onFallback) =>
      watched((engine, alive) =>
        engine.train(
          job,
          (progress) => {
            alive();
            onProgress(progress);
          },
          onFallback,
        ),
      ),
    trial: (job, onProgress) =>
      watched((engine, alive) =>
        engine.trial(job, (progress) => {
          alive();
          onProgress(progress);
        }),
      ),
    settle: (outcome) => watched((engine) => engine.settle(outcome)),
    keepOwnText(text) {
      ownText = text;
      return watched((engine) => engine.keepOwnText(text));
    },
    forgetSeat() {
      ownText = null;
      return watched((engine) => engine.forgetSeat());
    },
    adapt: (job, onStep) =>
      watched((engine, alive) =>
        engine.adapt(job, (done) => {
          alive();
          onStep(done);
        }),
      ),
    talk: (job) => watched((engine) => engine.talk(job)),
    guess: (job) => watched((engine) => engine.guess(job)),
    inspect: (job) => watched((engine) => engine.inspect(job)),
    mapWords: (job) => watched((engine) => engine.mapWords(job)),
    swapStates: (job) => watched((engine) => engine.swapStates(job)),
    probeStates: (job) => watched((engine) => engine.probeStates(job)),
  };
}
