/** The lever of the answer cache: what it says after news that it was told before. */

import { isTrue } from '../../shared/evals/form.ts';
import { DEFAULT_DEPLOY_PLAN, productOf, type OpenedRequest } from '../../shared/game/stages/deploy/state.ts';
import { hashSeed } from '../../shared/random.ts';
import { answerAll, judgeAgain, type Place } from '../../server/referee/product.ts';
import { itemAt } from '../../server/referee/item-at.ts';
import { drawQuestions, worldAfter } from '../../server/referee/town.ts';
import type { Lever, Measures } from './lever.ts';
import { EVIDENCE_SHARE, servedLab } from './served-lab.ts';

/** All that the news changes can be asked about, and some of what it leaves as it was. */
const ASKED = { changing: 200, lasting: 48, talk: 0, hazards: 0, lookAlikes: 0, secrets: 0 };

const PRODUCT = { ...productOf(DEFAULT_DEPLOY_PLAN), shelf: 'paper' } as const;

const share = (answers: readonly OpenedRequest[], holds: (one: OpenedRequest) => boolean): number =>
  answers.filter(holds).length / answers.length;

async function measureCache(seed: number): Promise<Measures> {
  const lab = await servedLab(seed, EVIDENCE_SHARE);
  const { seeds } = lab;
  const book = worldAfter(lab, 0, 'town');
  const now = worldAfter(lab, 1, 'town');
  const questions = drawQuestions(book, now, ASKED, hashSeed(seeds.sealed, 'town'));
  const today: Place = { book, now: book, seeds };
  const tomorrow: Place = { book, now, seeds };
  const before = await answerAll(lab, PRODUCT, today, questions);
  const arms = {
    'ask anew': await answerAll(lab, PRODUCT, tomorrow, questions),
    keep: before.map((request, index) => judgeAgain(tomorrow, itemAt(questions, index), request)),
  };
  const isOldNews = ({ question, answer, judgement }: OpenedRequest): boolean =>
    judgement === 'false' && isTrue(book, { question }, answer);
  const isTrueNow = ({ judgement }: OpenedRequest): boolean => judgement === 'true';
  const news = new Set(questions.flatMap(({ question, isNews }) => (isNews ? [question] : [])));
  return Object.fromEntries(
    Object.entries(arms).map(([arm, answers]) => {
      const changed = answers.filter(({ question }) => news.has(question));
      const lasting = answers.filter(({ question }) => !news.has(question));
      const measures = {
        stale: share(changed, isOldNews),
        true: share(changed, isTrueNow),
        lasting: share(lasting, isTrueNow),
      };
      return [arm, measures];
    }),
  );
}

export const cacheStaleness: Lever = {
  name: 'cache-staleness',
  question: 'What does a cache of answers say after a day of news, with a model that reads the newest paper?',
  arms: {
    'ask anew': 'the model answers each question again, with the paper of the day',
    keep: 'answers from the day before the news are given again',
  },
  metrics: {
    stale: 'share of the answers about what the news changed that were true before and are not any more',
    true: 'share of those answers that are true',
    lasting: 'share of true answers about what the news left as it was',
  },
  claims: [
    { metric: 'stale', off: 'ask anew', on: 'keep', expected: 'rises' },
    { metric: 'true', off: 'ask anew', on: 'keep', expected: 'falls' },
    { metric: 'lasting', off: 'ask anew', on: 'keep', expected: 'kept' },
  ],
  measure: measureCache,
};
