/** What a model loses when it is made smaller: its file in every number format, and pruned, each read back and examined. */

import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '../../shared/lm/checkpoint.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { prune } from '../../shared/lm/prune.ts';
import { WEIGHT_FORMATS, type WeightFormat } from '../../shared/nn/formats/weight-format.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { measureModel } from './examine.ts';
import type { CompressedModel } from './tasks.ts';
import type { HeldOut } from './texts.ts';

/** Shares of the weights of each matrix that are set to zero. */
const PRUNED_SHARES = [0.25, 0.5, 0.75];

interface Variant {
  format: WeightFormat;
  prunedShare: number;
}

const VARIANTS: readonly Variant[] = [
  ...WEIGHT_FORMATS.map((format) => ({ format, prunedShare: 0 })),
  ...PRUNED_SHARES.map((prunedShare) => ({ format: 'fp32' as const, prunedShare })),
];

/** Every variant of the model in the executor, by the bytes of its checkpoint and its held-out surprise. */
export async function measureCompressed(
  heldOut: HeldOut,
  { executor, tokenizer }: { executor: Executor; tokenizer: Tokenizer },
): Promise<CompressedModel[]> {
  const { config } = executor;
  const weights = await executor.weights();
  const header = { config, tokenizerHash: '', step: 0, tokens: 0 };
  const measured: CompressedModel[] = [];
  for (const variant of VARIANTS) {
    const checkpoint: Checkpoint = { ...header, weights: prune(config, weights, variant.prunedShare) };
    const file = encodeCheckpoint(checkpoint, variant.format);
    await executor.load(decodeCheckpoint(file).weights);
    measured.push({
      ...variant,
      bytes: file.length,
      ...(await measureModel(heldOut, { model: executor, tokenizer })),
    });
  }
  await executor.load(weights);
  return measured;
}
