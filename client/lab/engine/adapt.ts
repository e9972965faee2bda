/** Teaches a model a person's own text, by an adapter or by all of its weights, and measures it on a part that nobody read. */

import { holdBack, checkOwnText } from '../../../shared/data/own-text.ts';
import { mixRows } from '../../../shared/data/mixture.ts';
import { countTargets, encodeDocuments, packEncoded, packRows } from '../../../shared/data/rows.ts';
import { countBytes, evaluateBitsPerByte } from '../../../shared/lm/bits-per-byte.ts';
import { decodeCheckpoint } from '../../../shared/lm/checkpoint.ts';
import type { Executor } from '../../../shared/lm/executor.ts';
import { createAdapterExecutor } from '../../../shared/lm/lora/executor.ts';
import { OWN_TUNING, tune, tuningTokens } from '../../../shared/lm/lora/tune.ts';
import { toBatch } from '../../../shared/lm/rows.ts';
import { createRandom } from '../../../shared/random.ts';
import { isRude } from '../../../shared/rude.ts';
import { tokenizerFromJSON, type Tokenizer } from '../../../shared/tokenizer/bpe.ts';
import type { AdaptJob, AdaptOutcome } from './api.ts';
import type { OpenExecutor } from './speaker.ts';

/** The rows of a model are drawn by this; the text makes the difference. */
const SEED = 1;

const paragraphsOf = (text: string): { text: string; ownRow: boolean }[] =>
  text.split('\n\n').map((paragraph) => ({ text: paragraph, ownRow: false }));

async function surprise(executor: Executor, tokenizer: Tokenizer, held: string): Promise<number> {
  const documents = paragraphsOf(held);
  const rows = packRows(documents, tokenizer, executor.config.contextLength);
  const { nats } = await executor.evaluate(toBatch(rows, 0, rows.count));
  return evaluateBitsPerByte(nats, countBytes(documents.map(({ text }) => text)) + documents.length);
}

/** `open` makes an executor for all the weights. Throws an Error on a model without blocks, or when the loss breaks. */
export async function adapt(
  { model, text, way }: AdaptJob,
  open: OpenExecutor,
  { onStep, pause }: { onStep: (done: number) => void; pause?: () => Promise<void> },
): Promise<AdaptOutcome> {
  const checked = checkOwnText(text, isRude);
  if (!checked.ok) return checked;
  const { config, weights } = decodeCheckpoint(model.bytes);
  if (config.architecture !== 'transformer') throw new Error('only a transformer can be adapted');
  const tokenizer = tokenizerFromJSON(model.tokenizer);
  const { read, held } = holdBack(checked.text);
  const { contextLength } = config;
  const documents = encodeDocuments(paragraphsOf(read), tokenizer);
  const tokens = tuningTokens(contextLength, countTargets(packEncoded(documents, contextLength)));
  const rows = mixRows({
    datasets: [{ share: 1, documents }],
    contextLength,
    trainTokens: tokens,
    random: createRandom(SEED),
  });
  const isAdapter = way === 'adapter';
  const executor = isAdapter
    ? await createAdapterExecutor(config, weights, OWN_TUNING.rank)
    : await open(config);
  try {
    if (!isAdapter) await executor.load(weights);
    const before = await surprise(executor, tokenizer, held);
    const started = performance.now();
    const loop = { now: () => performance.now(), pause };
    for await (const { end, rowsUsed } of tune(executor, rows, way, loop, tokens)) {
      onStep(rowsUsed / rows.count);
      if (end === 'diverged') throw new Error('the loss broke while a text was learned');
    }
    const seconds = (performance.now() - started) / 1000;
    const after = await surprise(executor, tokenizer, held);
    const values = new Float32Array(await executor.weights());
    const adapter = isAdapter ? { rank: OWN_TUNING.rank, values } : null;
    const { bytes, leftOut } = checked;
    return { ok: true, adapter, numbers: values.length, seconds, before, after, bytes, leftOut };
  } finally {
    executor.dispose();
  }
}
