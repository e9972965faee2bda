/** The n-gram as a language model: what a trained network can be asked can be asked of counts too. */

import { InputError } from '../input-error.ts';
import { createRandom, hashSeed } from '../../random.ts';
import { chooseToken, forbid, penalize } from '../decoding/choice.ts';
import { readSampling, type Sampling } from '../decoding/sampling.ts';
import { favourGreen } from '../decoding/watermark.ts';
import { validateBatch, validatePrompts } from '../executors/checks.ts';
import type { Batch, Evaluation, SamplingOptions } from '../language-model.ts';
import type { LanguageModel } from '../language-model.ts';
import { ngramProbabilities, ngramProbability, type NgramModel } from './ngram.ts';

/** Reads rows of up to `contextLength` tokens, as a network of this context would. */
export class NgramLanguageModel implements LanguageModel {
  readonly config: LanguageModel['config'];
  readonly #counts: NgramModel;

  constructor(counts: NgramModel, contextLength: number) {
    this.config = { vocabSize: counts.vocabSize, contextLength };
    this.#counts = counts;
  }

  async evaluate(batch: Batch): Promise<Evaluation> {
    const weight = validateBatch(this.config, batch);
    const losses = this.#rowLosses(batch);
    return { nats: losses.reduce((sum, nats) => sum + nats, 0), weight };
  }

  async rowLosses(batch: Batch): Promise<Float32Array> {
    validateBatch(this.config, batch);
    return Float32Array.from(this.#rowLosses(batch));
  }

  /** As a network generates, but without beams: throws a RangeError where options ask for more than one. */
  async generate(prompts: readonly (readonly number[])[], options: SamplingOptions): Promise<number[][]> {
    validatePrompts(this.config, prompts);
    const sampling = readSampling(this.config, options);
    if (sampling.beams > 1) throw new InputError('n-gram: cannot search with beams; leave `beams` out');
    return prompts.map((prompt, index) => this.#continue(prompt, index, sampling));
  }

  #continue(prompt: readonly number[], index: number, sampling: Sampling): number[] {
    const { seed, maxTokens, repetitionPenalty, isAllowed, stopTokens, watermark } = sampling;
    const random = createRandom(hashSeed(seed, `prompt ${index}`));
    const text = [...prompt];
    const end = Math.min(this.config.contextLength, prompt.length + maxTokens);
    while (text.length < end) {
      const logits = Float32Array.from(ngramProbabilities(this.#counts, text), Math.log);
      if (repetitionPenalty !== 1) penalize(logits, new Set(text), repetitionPenalty);
      if (isAllowed) forbid(logits, isAllowed);
      if (watermark) favourGreen(logits, text[text.length - 1], watermark);
      const token = chooseToken(logits, sampling, random);
      if (stopTokens.has(token)) break;
      text.push(token);
    }
    return text.slice(prompt.length);
  }

  #rowLosses({ rows, length, tokens, targets, weights }: Batch): number[] {
    return Array.from({ length: rows }, (_, index) => {
      const row = tokens.subarray(index * length, (index + 1) * length);
      let nats = 0;
      for (let t = 0; t < length; t++) {
        const at = index * length + t;
        if (weights[at] === 0) continue;
        nats -= weights[at] * Math.log(ngramProbability(this.#counts, row, t + 1, targets[at]));
      }
      return nats;
    });
  }
}
