/** The lever of influence: does one step on each source tell which of them made a sentence likely, as training without it does? */

import { packRows } from '../../shared/data/rows.ts';
import type { DistillingExecutor } from '../../shared/lm/executor.ts';
import { PRETRAINING, runRound } from '../../shared/lm/pretrain.ts';
import { toBatch, type Rows } from '../../shared/lm/rows.ts';
import { createRandom } from '../../shared/random.ts';
import type { Lever } from './lever.ts';
import { openLibrary, streamOf, type Library } from './library.ts';
import { TINY, trainOn } from './study.ts';

const SOURCES = ['stories', 'encyclopedia', 'questions', 'posts'] as const;
const BYTES_OF_EACH = 100_000;
const TOKENS = 250_000;
/** Held-out documents that are asked about. */
const ASKED = 80;
/** Rows of a source that the estimate steps on, at a rate so low that the model hardly moves. */
const ESTIMATE_ROWS = 64;
const ESTIMATE_RATE = 3e-4;

/** Nats of each text under the model. */
async function natsOf(model: DistillingExecutor, texts: readonly Rows[]): Promise<number[]> {
  const found: number[] = [];
  for (const rows of texts) found.push((await model.evaluate(toBatch(rows, 0, rows.count))).nats);
  return found;
}

/** How much each text loses when this source is left out of the training, in nats. */
async function byRetraining(
  library: Library,
  source: number,
  asked: readonly Rows[],
  whole: readonly number[],
): Promise<number[]> {
  const parts = library.parts.filter((_, index) => index !== source);
  const rows = streamOf({ ...library, parts }, TOKENS, TINY.contextLength);
  const model = await trainOn(TINY, rows, { seed: library.seed });
  const nats = await natsOf(model, asked);
  model.dispose();
  return nats.map((value, index) => value - whole[index]);
}

/** How much each text gains from a small step on rows of this source, in nats: the product of both gradients (Pruthi et al., 2020). */
async function byOneStep(
  library: Library,
  source: number,
  asked: readonly Rows[],
  { model, weights, whole }: { model: DistillingExecutor; weights: Float32Array; whole: readonly number[] },
): Promise<number[]> {
  const parts = [library.parts[source]];
  const rows = streamOf({ ...library, parts }, ESTIMATE_ROWS * TINY.contextLength, TINY.contextLength);
  await model.load(weights);
  const learningRate = (): number => ESTIMATE_RATE;
  const batchRows = PRETRAINING.batchRows;
  await runRound({ executor: model, rows, batchRows, weightDecay: 0, learningRate, now: () => 0 });
  const nats = await natsOf(model, asked);
  return nats.map((value, index) => whole[index] - value);
}

const topOf = (values: readonly number[]): number => values.indexOf(Math.max(...values));

export const influence: Lever = {
  name: 'influence',
  question: 'Which source made a sentence likely, and can that be told without training anew?',
  arms: {
    chance: 'a source drawn by chance',
    'its kind': 'the source of the same kind as the text, which needs no model at all',
    'one step': 'the source whose rows make the sentence likelier, by a few small steps on them',
  },
  metrics: {
    named: `share of ${ASKED} held-out texts for which it is the source that they lose most by in a training without it`,
  },
  claims: [
    { metric: 'named', off: 'chance', on: 'one step', expected: 'rises' },
    { metric: 'named', off: 'its kind', on: 'one step', expected: 'reported' },
  ],
  measure: async (seed) => {
    const library = openLibrary(seed, BYTES_OF_EACH, { kinds: SOURCES });
    const documents = createRandom(seed).fork('asked').shuffle(library.heldOut).slice(0, ASKED);
    const asked = documents.map((document) => packRows([document], library.tokenizer, TINY.contextLength));
    const model = await trainOn(TINY, streamOf(library, TOKENS, TINY.contextLength), { seed });
    const weights = await model.weights();
    const whole = await natsOf(model, asked);
    const lost: number[][] = [];
    const gained: number[][] = [];
    for (const source of SOURCES.keys()) {
      lost.push(await byRetraining(library, source, asked, whole));
      gained.push(await byOneStep(library, source, asked, { model, weights, whole }));
    }
    model.dispose();
    const of = (found: readonly number[][], text: number): number[] => found.map((source) => source[text]);
    const named = (guessOf: (text: number) => number): { named: number } => {
      const right = documents.filter((_, text) => topOf(of(lost, text)) === guessOf(text));
      return { named: right.length / documents.length };
    };
    return {
      chance: { named: 1 / SOURCES.length },
      'its kind': named((text) => SOURCES.findIndex((source) => source === documents[text].kind)),
      'one step': named((text) => topOf(of(gained, text))),
    };
  },
};
