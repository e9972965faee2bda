/** Kinds of models as players choose them: a recurrent network, a transformer of the same size, and counting, at the least compute that a match gives. */

import { mixRows } from '../../shared/data/mixture.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_SCALE_PLAN, tokensForPlan } from '../../shared/game/stages/scale/plan.ts';
import { ARCHITECTURES, modelConfig, type Architecture } from '../../shared/game/training/model.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { NgramLanguageModel } from '../../shared/lm/ngram/ngram-model.ts';
import { fitNgram } from '../../shared/lm/ngram/ngram.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { askFacts, measureModel } from '../../server/referee/examine.ts';
import type { MatchSeeds } from '../../server/referee/tasks.ts';
import { preparedTextOf } from '../../server/referee/team-text.ts';
import { createTexts } from '../../server/referee/texts.ts';
import type { Lever, Measures } from './lever.ts';
import { trainOn } from './study.ts';

/** The least compute that a match gives a lab. */
const BUDGET_FLOPS = 0.6e12;

const SEED_NAMES = ['world', 'market', 'validation', 'sealed', 'weights', 'shards', 'sampling'] as const;

export const architecture: Lever = {
  name: 'architecture',
  question: 'Does a memory that is passed on beat counting, and does looking back beat both?',
  arms: {
    'n-gram': 'counts of three tokens, as in the yardstick, of all that the transformer reads',
    recurrent: 'the recurrent model of the default size',
    transformer: 'the default model',
  },
  metrics: {
    'bits per byte': 'surprise at the sealed text of a match, bits per byte',
    facts: 'share of the facts of the sealed test that it completes rightly, before any lesson',
  },
  claims: [
    { metric: 'bits per byte', off: 'n-gram', on: 'recurrent', expected: 'falls' },
    { metric: 'bits per byte', off: 'recurrent', on: 'transformer', expected: 'falls' },
    { metric: 'facts', off: 'recurrent', on: 'transformer', expected: 'rises' },
  ],
  measure: async (seed) => {
    const drawn = Object.fromEntries(SEED_NAMES.map((name) => [name, hashSeed(seed, name)]));
    const seeds = drawn as Record<(typeof SEED_NAMES)[number], number> satisfies MatchSeeds;
    const texts = createTexts(seeds);
    const key = { matchId: `architecture ${seed}`, generation: 1, seeds };
    const { tokenizer, datasets } = preparedTextOf(texts, { ...key, data: DEFAULT_DATA_PLAN, labels: [] });
    const { vocabSize } = tokenizer;
    const rowsFor = (chosen: Architecture): Rows => {
      const plan = { ...DEFAULT_SCALE_PLAN, architecture: chosen };
      const { datasets: _reports, ...rows } = mixRows({
        datasets,
        contextLength: plan.contextLength,
        trainTokens: tokensForPlan(plan, vocabSize, BUDGET_FLOPS),
        random: createRandom(seeds.shards),
      });
      return rows;
    };
    const examine = async (model: LanguageModel): Promise<Measures[string]> => {
      const examinee = { model, tokenizer };
      const { bitsPerByte } = await measureModel(texts.sealed, examinee);
      return {
        'bits per byte': bitsPerByte,
        facts: await askFacts(texts.sealed.suite.facts, examinee),
      };
    };
    const counts = fitNgram(rowsFor('transformer'), vocabSize);
    const measures: Measures = {
      'n-gram': await examine(new NgramLanguageModel(counts, DEFAULT_SCALE_PLAN.contextLength)),
    };
    for (const chosen of ARCHITECTURES) {
      const config = modelConfig({ ...DEFAULT_SCALE_PLAN, architecture: chosen }, vocabSize);
      const model = await trainOn(config, rowsFor(chosen), { seed: seeds.weights });
      measures[chosen] = await examine(model);
      model.dispose();
    }
    return measures;
  },
};
