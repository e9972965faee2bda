/** Samples from a checkpoint for a player who talks to the model; it is kept, so that a second question needs no second load. */

import { promptTokens } from '../../../shared/data/rows.ts';
import { decodeCheckpoint } from '../../../shared/lm/checkpoint.ts';
import type { Executor } from '../../../shared/lm/executor.ts';
import { withFallback } from '../../../shared/lm/executors/fallback.ts';
import { pick, PROCESSOR_CANDIDATES } from '../../../shared/lm/executors/pick.ts';
import { tokenizerFromJSON, type Tokenizer } from '../../../shared/tokenizer/bpe.ts';
import { END } from '../../../shared/tokenizer/special.ts';
import type { TalkJob } from './api.ts';

/** Tokens that are kept for an answer, however long the question is. */
const LEAST_ANSWER = 12;
const TALK = { maxTokens: 48, temperature: 0.7, topP: 0.95 } as const;

interface Voice {
  checkpointName: string;
  executor: Executor;
  tokenizer: Tokenizer;
}

export class Speaker {
  #voice: Voice | null = null;

  async say(job: TalkJob): Promise<string> {
    const { tokenizer, executor } = await this.#voiceFor(job);
    const context = executor.config.contextLength;
    const room = Math.min(TALK.maxTokens, Math.floor(context * 0.75));
    const prompt =
      job.manner === 'answer'
        ? promptTokens(job.text, tokenizer, context - LEAST_ANSWER)
        : [END, ...tokenizer.encode(job.text).slice(-(context - room))];
    const [answer] = await executor.generate([prompt.slice(0, context - 1)], {
      ...TALK,
      maxTokens: room,
      seed: job.seed,
      stopTokens: [END],
    });
    return tokenizer.decode(answer);
  }

  forget(): void {
    this.#voice?.executor.dispose();
    this.#voice = null;
  }

  async #voiceFor(job: TalkJob): Promise<Voice> {
    if (this.#voice?.checkpointName === job.checkpointName) return this.#voice;
    if (!job.checkpoint) throw new Error('The engine was asked to speak for a checkpoint that it never got');
    const { config, weights } = decodeCheckpoint(job.checkpoint);
    const picked = await pick(config, { now: () => performance.now(), raceMillis: 0, batchRows: 1 });
    await picked.executor.load(weights);
    const others = PROCESSOR_CANDIDATES.filter(({ name }) => name !== picked.candidate.name);
    this.forget();
    this.#voice = {
      checkpointName: job.checkpointName,
      executor: await withFallback(picked.executor, { candidates: others }),
      tokenizer: tokenizerFromJSON(job.tokenizer),
    };
    return this.#voice;
  }
}
