/** An engine in another thread, called as if it were here. */

import { proxy, type Remote } from 'comlink';
import { listening } from '../listening.ts';
import type { AdaptOutcome, EngineApi } from './api.ts';

export function inWorker(remote: Remote<EngineApi>): EngineApi {
  return {
    probe: (forced) => remote.probe(forced),
    holds: (stage, version) => remote.holds(stage, version),
    train: (job, onProgress, onFallback) =>
      listening(onProgress, (told) => remote.train(job, told, proxy(onFallback))),
    trial: (job, onProgress) => listening(onProgress, (told) => remote.trial(job, told)),
    settle: (outcome) => remote.settle(outcome),
    keepOwnText: (text) => remote.keepOwnText(text),
    forgetSeat: () => remote.forgetSeat(),
    adapt: (job, onStep) => listening(onStep, async (told): Promise<AdaptOutcome> => remote.adapt(job, told)),
    talk: (job) => remote.talk(job),
    guess: (job) => remote.guess(job),
    inspect: (job) => remote.inspect(job),
    mapWords: (job) => remote.mapWords(job),
    swapStates: (job) => remote.swapStates(job),
    probeStates: (job) => remote.probeStates(job),
  };
}
