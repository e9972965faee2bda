/** The lever of personal adapters: does a small adapter learn of a person's text nearly what training the whole model does? */

import type { TransformerConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { mergeAdapter } from '../../shared/lm/lora/adapter.ts';
import { createAdapterExecutor } from '../../shared/lm/lora/executor.ts';
import { OWN_TUNING, tune, tuningTokens } from '../../shared/lm/lora/tune.ts';
import type { Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS, openLibrary, trainInLibrary } from './library.ts';
import { bitsPerByte, mixOf, openStudy, TINY, unseen } from './study.ts';

/** The shape of a lab that decided nothing. */
const CONFIG: TransformerConfig = { ...TINY, contextLength: 64, layers: 2 };
const BYTES_OF_EACH = 150_000;
const PRETRAIN_TOKENS = 400_000;
/** What a person brings: some pages of rhymes about a world that the model has never read of. */
const OWN_BYTES = 20_000;
const OWN_HELD_OUT_BYTES = 6_000;
const OTHER_WORLD = 10_000;

async function learn(executor: Executor, rows: ReturnType<typeof mixOf>, way: 'adapter' | 'full') {
  for await (const { end } of tune(executor, rows, way, { now: () => 0 })) if (end === 'diverged') break;
}

export const lora: Lever = {
  name: 'lora',
  question: 'Does a small adapter learn of a person’s own text nearly what training the whole model does?',
  arms: {
    before: 'a model that read other text about another world',
    adapter: `an adapter of rank ${OWN_TUNING.rank} beside its weights, ${OWN_TUNING.steps} steps on ${OWN_BYTES / 1000} kB of rhymes`,
    whole: 'all its weights, as many steps on the same rows',
  },
  metrics: {
    'bits per byte': 'surprise at rhymes of the same hand that nobody read, bits per byte',
    gain: 'share of what the whole training takes off that surprise',
    'old text': HELD_OUT_BITS,
    memory: 'numbers that the optimizer keeps, as a share of those of the whole training',
  },
  claims: [
    { metric: 'bits per byte', off: 'before', on: 'adapter', expected: 'falls' },
    { metric: 'gain', off: 'whole', on: 'adapter', expected: 'kept' },
    { metric: 'old text', off: 'whole', on: 'adapter', expected: 'reported' },
    { metric: 'memory', off: 'whole', on: 'adapter', expected: 'reported' },
  ],
  measure: async (seed) => {
    const library = openLibrary(seed, BYTES_OF_EACH);
    const { tokenizer } = library;
    const own = openStudy(seed + OTHER_WORLD);
    const text = own.corpus('rhymes', OWN_BYTES, 'own');
    const unread = unseen(own.corpus('rhymes', OWN_HELD_OUT_BYTES, 'own, held out'), text);
    const rows = mixOf([[1, text]], {
      tokenizer,
      contextLength: CONFIG.contextLength,
      tokens: tuningTokens(CONFIG.contextLength),
      seed,
    });
    const model = await trainInLibrary(library, CONFIG, PRETRAIN_TOKENS);
    const base = await model.weights();
    const examine = async (weights: Float32Array): Promise<Measures[string]> => {
      await model.load(weights);
      return {
        'bits per byte': await bitsPerByte(model, tokenizer, unread),
        'old text': await bitsPerByte(model, tokenizer, library.heldOut),
      };
    };
    const before = await examine(base);
    const beside = await createAdapterExecutor(CONFIG, base, OWN_TUNING.rank);
    await learn(beside, rows, 'adapter');
    const values = await beside.weights();
    beside.dispose();
    const adapter = await examine(mergeAdapter(CONFIG, base, { rank: OWN_TUNING.rank, values }));
    const all = await createWasmExecutor(CONFIG);
    await all.load(base);
    await learn(all, rows, 'full');
    const whole = await examine(await all.weights());
    all.dispose();
    model.dispose();
    const gainOf = (after: Measures[string]): number => before['bits per byte'] - after['bits per byte'];
    return {
      before,
      adapter: { ...adapter, gain: gainOf(adapter) / gainOf(whole), memory: values.length / base.length },
      whole: { ...whole, gain: 1, memory: 1 },
    };
  },
};
