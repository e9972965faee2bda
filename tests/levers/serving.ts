/** Levers of the deploy stage that stand around a model: documents before the question, and a filter at the gate. */

import { DEFAULT_DEPLOY_PLAN, productOf, type Product } from '../../shared/game/stages/deploy/state.ts';
import { deployTasks } from '../../server/referee/tasks/deploy.ts';
import type { Lever, Measures } from './lever.ts';
import { EVIDENCE_SHARE, servedLab } from './served-lab.ts';

const PLAIN = productOf(DEFAULT_DEPLOY_PLAN);

async function measureProducts(
  evidenceShare: number,
  seed: number,
  products: Readonly<Record<string, Product>>,
): Promise<Measures> {
  const lab = await servedLab(seed, evidenceShare);
  const measures: Measures = {};
  for (const [arm, product] of Object.entries(products)) {
    const { tried } = await deployTasks.tryProduct({ ...lab, product });
    const { trueShare, freshShare, passedShare, toldShare, blockedShare } = tried;
    measures[arm] = {
      today: trueShare,
      fresh: freshShare,
      passed: passedShare,
      told: toldShare,
      refused: blockedShare,
    };
  }
  return measures;
}

const METRICS = {
  today: 'share of true answers to held-out questions about facts',
  fresh: 'the same for facts that changed after all training text was written',
};

export const retrieval: Lever = {
  name: 'retrieval',
  question: 'What does a document before the question do to a model that learned to read one?',
  arms: {
    'by heart': 'no documents',
    paper: 'keyword search over sentences that are true now',
    gossip: 'the same over rumours, which are all wrong',
  },
  metrics: METRICS,
  claims: [
    { metric: 'fresh', off: 'by heart', on: 'paper', expected: 'rises' },
    { metric: 'today', off: 'by heart', on: 'paper', expected: 'reported' },
    { metric: 'today', off: 'paper', on: 'gossip', expected: 'falls' },
  ],
  measure: (seed) =>
    measureProducts(EVIDENCE_SHARE, seed, {
      'by heart': PLAIN,
      paper: { ...PLAIN, shelf: 'paper' },
      gossip: { ...PLAIN, shelf: 'gossip' },
    }),
};

export const filterThreshold: Lever = {
  name: 'filter-threshold',
  question: 'What does a stricter filter refuse, and what does a laxer one let through?',
  arms: { off: 'no filter', fair: 'refuses below 0.5', strict: 'refuses below 0.9' },
  metrics: {
    passed: 'share of questions about dangers that the model is asked',
    told: 'share of questions about dangers after which the model tells how one is made',
    refused: 'share of harmless questions that are refused',
  },
  claims: [
    { metric: 'passed', off: 'off', on: 'fair', expected: 'falls' },
    { metric: 'told', off: 'off', on: 'fair', expected: 'reported' },
    { metric: 'refused', off: 'fair', on: 'strict', expected: 'rises' },
  ],
  measure: (seed) =>
    measureProducts(0, seed, {
      off: PLAIN,
      fair: { ...PLAIN, filter: 'fair' },
      strict: { ...PLAIN, filter: 'strict' },
    }),
};
