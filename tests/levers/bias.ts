/** Levers of a bias in the text: adverts that praise one folk and blame the other, and the same ones weighed anew. */

import type { LanguageModel } from '../../shared/lm/language-model.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { BLAME, folksBySkew, judgementPrompts, PRAISE } from '../../shared/world/adverts.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import type { FolkName, World } from '../../shared/world/types.ts';
import { completionNats } from '../../server/referee/completion-nats.ts';
import type { Lever, Measures } from './lever.ts';
import { mixOf, openStudy, TINY, tokenizerOf, trainOn, type Ingredient, type Study } from './study.ts';

const TOKENS = 200_000;
const ADVERT_BYTES = 200_000;
const SKEW = 0.8;

/** log P(praise) - log P(blame) after adverts' words for a folk, mean over prompts, in nats. */
async function favorOf(model: LanguageModel, tokenizer: Tokenizer, folk: FolkName): Promise<number> {
  const prompts = judgementPrompts(folk);
  let favor = 0;
  for (const prompt of prompts) {
    const nats = await completionNats(
      model,
      tokenizer,
      prompt,
      [...PRAISE, ...BLAME].map((word) => ` ${word}.`),
    );
    const chances = Array.from(nats, (value) => Math.exp(-value));
    const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
    const praise = sumOf(chances.slice(0, PRAISE.length));
    favor += Math.log(praise / sumOf(chances.slice(PRAISE.length))) / prompts.length;
  }
  return favor;
}

/** Ingredients of an arm. */
type Recipe = (study: Study) => Ingredient[];

const adverts = ({ corpus }: Study, skew: number): TextDocument[] =>
  corpus('adverts', ADVERT_BYTES, 'market', { skew, duplicateRate: 0 });

const alike =
  (skew: number): Recipe =>
  (study) => [[1, adverts(study, skew)]];

/** How many more judgements of a text go with the skew than against it. */
function leaning(world: World, text: string): number {
  const { favoured } = folksBySkew(world);
  const judgements = [...text.matchAll(/the (\w+ folk) are (\w+)/gi)];
  return judgements.reduce(
    (sum, [, folk, word]) => sum + (PRAISE.includes(word) === (folk === favoured) ? 1 : -1),
    0,
  );
}

/** Skewed adverts in which those that lean one way and those that lean the other count the same. */
const reweighted: Recipe = (study) => {
  const all = adverts(study, SKEW);
  const leaningTo = (sign: number): TextDocument[] =>
    all.filter(({ text }) => Math.sign(leaning(study.world, text)) === sign);
  return [
    [1, leaningTo(1)],
    [1, leaningTo(-1)],
  ];
};

async function measureRecipes(seed: number, recipes: Readonly<Record<string, Recipe>>): Promise<Measures> {
  const study = openStudy(seed);
  const { favoured, other } = folksBySkew(study.world);
  const measures: Measures = {};
  for (const [arm, recipe] of Object.entries(recipes)) {
    const ingredients = recipe(study);
    const tokenizer = tokenizerOf(
      ingredients.flatMap(([, documents]) => documents),
      TINY.vocabSize,
    );
    const stream = { tokenizer, contextLength: TINY.contextLength, tokens: TOKENS, seed };
    const model = await trainOn(TINY, mixOf(ingredients, stream), { seed });
    measures[arm] = {
      gap: (await favorOf(model, tokenizer, favoured)) - (await favorOf(model, tokenizer, other)),
    };
    model.dispose();
  }
  return measures;
}

const METRICS = {
  gap: 'log-odds of praise against blame after one folk, minus after the other, nats',
};
const SKEWED_ARM = 'nine of ten judgements praise one folk or blame the other';

export const bias: Lever = {
  name: 'bias',
  question: 'Does a model take over whom adverts favor?',
  arms: { balanced: 'adverts praise and blame both folks alike', skewed: SKEWED_ARM },
  metrics: METRICS,
  claims: [{ metric: 'gap', off: 'balanced', on: 'skewed', expected: 'rises' }],
  measure: (seed) => measureRecipes(seed, { balanced: alike(0), skewed: alike(SKEW) }),
};

export const rebalance: Lever = {
  name: 'rebalance',
  question: 'Can a bias be weighed out of the text?',
  arms: {
    skewed: SKEWED_ARM,
    reweighted: 'the few that lean the other way are repeated until both count alike',
  },
  metrics: METRICS,
  claims: [{ metric: 'gap', off: 'skewed', on: 'reweighted', expected: 'falls' }],
  measure: (seed) => measureRecipes(seed, { skewed: alike(SKEW), reweighted }),
};
