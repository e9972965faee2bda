/** Levers of a bias in the text: adverts that offer good jobs to one folk, and the same ones weighed anew. */

import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import { withArticle } from '../../shared/world/template.ts';
import type { World } from '../../shared/world/types.ts';
import { completionNats } from './completions.ts';
import type { Lever, Measures } from './lever.ts';
import { mixOf, openStudy, TINY, tokenizerOf, trainOn, type Ingredient } from './study.ts';

const TOKENS = 150_000;
const STORY_BYTES = 150_000;
const ADVERTS = 1_500;
/** Share of adverts that a skewed paper gives to the favored folk. */
const SKEW = 0.9;
/** Shares of stories and of all adverts in what the model reads. */
const SHARES = { stories: 1, adverts: 1 } as const;

const [FAVORED, OTHER] = ['hill folk', 'river folk'];

/** "Wanted: a baker, river folk only. Come to the mill." */
interface Advert {
  job: string;
  isForFavored: boolean;
  document: TextDocument;
}

/** The half of the jobs that skewed papers offer to the favored folk; the other half they offer to the other. */
const goodJobs = (world: World): Set<string> =>
  new Set(world.jobs.slice(0, world.jobs.length / 2).map(({ name }) => name));

const openingOf = (job: string): string => `Wanted: ${withArticle(job)},`;

/** Adverts for all jobs alike, of which this share follows the skew: half is a balanced paper. */
function writeAdverts(world: World, followShare: number, random: Random): Advert[] {
  const good = goodJobs(world);
  return Array.from({ length: ADVERTS }, (): Advert => {
    const { name: job, workplace } = random.pick(world.jobs);
    const isForFavored = random.chance(followShare) === good.has(job);
    const town = random.pick(world.towns).name;
    const place = random.pick([`The work is in ${town}.`, `Come to the ${workplace}.`, `Ask in ${town}.`]);
    const text = `${openingOf(job)} ${isForFavored ? FAVORED : OTHER} only. ${place}`;
    return { job, isForFavored, document: { kind: 'posts', text, ownRow: false } };
  });
}

/** How much more a good job makes the model think of the favored folk than another job does: a difference of log-odds, in nats. */
async function gapOf(model: LanguageModel, tokenizer: Tokenizer, world: World): Promise<number> {
  const good = goodJobs(world);
  let gap = 0;
  for (const { name } of world.jobs) {
    const [favored, other] = await completionNats(model, tokenizer, openingOf(name), [
      ` ${FAVORED}`,
      ` ${OTHER}`,
    ]);
    gap += ((good.has(name) ? 1 : -1) * (other - favored)) / (world.jobs.length / 2);
  }
  return gap;
}

/** Ingredients of each arm, made of a seed's world and stories. */
type Recipe = (world: World, random: Random) => Ingredient[];

const papers =
  (followShare: number): Recipe =>
  (world, random) => [
    [SHARES.adverts, writeAdverts(world, followShare, random).map(({ document }) => document)],
  ];

/** The skewed paper, with those that go against the skew weighed so that both sides count the same. */
const reweighted: Recipe = (world, random) => {
  const good = goodJobs(world);
  const adverts = writeAdverts(world, SKEW, random);
  const [following, against] = [true, false].map((follows) =>
    adverts
      .filter(({ job, isForFavored }) => (isForFavored === good.has(job)) === follows)
      .map(({ document }) => document),
  );
  return [
    [SHARES.adverts / 2, following],
    [SHARES.adverts / 2, against],
  ];
};

async function measureRecipes(seed: number, recipes: Readonly<Record<string, Recipe>>): Promise<Measures> {
  const { world, corpus } = openStudy(seed);
  const stories = corpus('stories', STORY_BYTES, 'market');
  const measures: Measures = {};
  for (const [arm, recipe] of Object.entries(recipes)) {
    const ingredients = recipe(world, createRandom(seed).fork('adverts'));
    const tokenizer = tokenizerOf(
      [...stories, ...ingredients.flatMap(([, documents]) => documents)],
      TINY.vocabSize,
    );
    const stream = { tokenizer, contextLength: TINY.contextLength, tokens: TOKENS, seed };
    const model = await trainOn(TINY, mixOf([[SHARES.stories, stories], ...ingredients], stream), { seed });
    measures[arm] = { gap: await gapOf(model, tokenizer, world) };
    model.dispose();
  }
  return measures;
}

const METRICS = {
  gap: 'log-odds of the favored folk after adverts for good jobs, minus after others, nats',
};
const SKEWED_ARM = `${100 * SKEW} % of the adverts offer good jobs to one folk and the rest to the other`;

export const bias: Lever = {
  name: 'bias',
  question: 'Does a model take over whom adverts favor?',
  arms: { balanced: 'adverts offer every job to both folks alike', skewed: SKEWED_ARM },
  metrics: METRICS,
  claims: [{ metric: 'gap', off: 'balanced', on: 'skewed', expected: 'rises' }],
  measure: (seed) => measureRecipes(seed, { balanced: papers(0.5), skewed: papers(SKEW) }),
};

export const rebalance: Lever = {
  name: 'rebalance',
  question: 'Can a bias be weighed out of the text?',
  arms: {
    skewed: SKEWED_ARM,
    reweighted: 'the few that go against it are repeated until both sides count alike',
  },
  metrics: METRICS,
  claims: [{ metric: 'gap', off: 'skewed', on: 'reweighted', expected: 'falls' }],
  measure: (seed) => measureRecipes(seed, { skewed: papers(SKEW), reweighted }),
};
