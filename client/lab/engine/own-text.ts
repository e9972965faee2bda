/** A player's own text inside the engine: it comes in from the page, is cut into rows here, and never goes anywhere else. */

import { blendRows, checkOwnText, ownRows } from '../../../shared/data/own-text.ts';
import { countTargets, pickRows, sliceRows } from '../../../shared/data/rows.ts';
import type { Executor } from '../../../shared/lm/executor.ts';
import { PRETRAINING } from '../../../shared/lm/pretrain.ts';
import { NOISE_MULTIPLIERS, type NoiseLevel } from '../../../shared/lm/federated/privacy-account.ts';
import { clipAndNoise, clipNormOf, shrinkNoise } from '../../../shared/lm/federated/private-update.ts';
import { toBatch, type Rows } from '../../../shared/lm/rows.ts';
import { isRude } from '../../../shared/rude.ts';
import { tokenizerFromJSON } from '../../../shared/tokenizer/bpe.ts';
import type { OwnTextReport } from './api.ts';

/** Random words fetched at once; the browser gives at most 64 KiB a call. */
const WORDS = 8192;

/** Uniform numbers in [0, 1) that nobody can predict, 32 bits each. */
function secureUniform(): () => number {
  const words = new Uint32Array(WORDS);
  let at = WORDS;
  return () => {
    if (at === WORDS) {
      crypto.getRandomValues(words);
      at = 0;
    }
    return words[at++] / 2 ** 32;
  };
}

export class OwnText {
  #text: string | null = null;
  #cut: { key: string; rows: Rows } | null = null;
  #next = 0;

  /** Checks, cleans and keeps a pasted text in place of the one before; a bad one leaves nothing. */
  take(pasted: string): OwnTextReport {
    this.forget();
    const checked = checkOwnText(pasted, isRude);
    if (!checked.ok) return checked;
    this.#text = checked.text;
    return { ok: true, bytes: checked.bytes, leftOut: checked.leftOut };
  }

  forget(): void {
    this.#text = this.#cut = null;
    this.#next = 0;
  }

  /** The round's rows with own ones among them, and how many tokens those hold; null without a text. */
  blend(shard: Rows, tokenizerFile: unknown): { rows: Rows; tokens: number } | null {
    if (this.#text === null) return null;
    const tokenizer = tokenizerFromJSON(tokenizerFile);
    const key = `${tokenizer.hash}/${shard.contextLength}`;
    if (this.#cut?.key !== key)
      this.#cut = { key, rows: ownRows(this.#text, tokenizer, shard.contextLength) };
    const { rows, ownPlaces, next } = blendRows(shard, this.#cut.rows, this.#next);
    this.#next = next;
    return { rows, tokens: countTargets(pickRows(rows, ownPlaces)) };
  }
}

/**
 * The loss that goes with an update of own text, nats per token: of the weights that the server gave, on rows that the
 * server gave. The loss of the round itself would tell about the text.
 */
export async function publicLoss(executor: Executor, shard: Rows): Promise<number> {
  const first = sliceRows(shard, 0, PRETRAINING.batchRows);
  const { nats, weight } = await executor.evaluate(toBatch(first, 0, first.count));
  return nats / Math.max(1, weight);
}

/**
 * What leaves the device in place of the change itself: clipped, and with the noise that the player chose. `rateSum` is the
 * sum of the learning rates of the round's steps.
 */
export function protect(change: Float32Array, rateSum: number, noise: NoiseLevel): Float32Array<ArrayBuffer> {
  const noiseMultiplier = NOISE_MULTIPLIERS[noise];
  const clipNorm = clipNormOf(change.length, rateSum);
  return shrinkNoise(
    clipAndNoise(change, { clipNorm, noiseMultiplier, uniform: secureUniform() }),
    noiseMultiplier,
  );
}
