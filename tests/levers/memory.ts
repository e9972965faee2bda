/** Lever of talks: what a product remembers of what was said before a question. */

import { createRandom } from '../../shared/random.ts';
import { DEFAULT_DEPLOY_PLAN, productOf, type Product } from '../../shared/game/stages/deploy/state.ts';
import { TALK_SHARE } from '../../shared/game/stages/fine-tune/plan.ts';
import { talkText } from '../../shared/world/talks.ts';
import { answerAll } from '../../server/referee/product.ts';
import { drawTalks } from '../../server/referee/talks.ts';
import { worldAfter, type Question } from '../../server/referee/town.ts';
import type { Lever } from './lever.ts';
import { EVIDENCE_SHARE, servedLabs } from './served-lab.ts';
import { shareOf } from './study.ts';

const TALKS = { follow: 60, told: 120, forget: 60 };

export const memory: Lever = {
  name: 'memory',
  question: 'What does it bring to put what was said before in front of a question?',
  arms: {
    untaught: 'the last two turns, of a model whose cards had no talks',
    none: `nothing, of a model with ${TALK_SHARE} of its lessons in talks`,
    window: 'the last two turns, of the same model',
    notes: 'notes that a rule takes of the whole talk, of the same model',
    'forgetful window': 'the last two turns, without those before a request to forget',
  },
  metrics: {
    follow: 'share of true answers about somebody named the turn before',
    'just told': 'share of right answers to what the citizen told the turn before',
    'told early': 'the same for what was told three turns before, which no window holds',
    kept: 'share of what the citizen wanted forgotten that is told all the same',
  },
  claims: [
    { metric: 'follow', off: 'none', on: 'window', expected: 'rises' },
    { metric: 'follow', off: 'untaught', on: 'window', expected: 'rises' },
    { metric: 'follow', off: 'none', on: 'notes', expected: 'rises' },
    { metric: 'just told', off: 'none', on: 'window', expected: 'rises' },
    { metric: 'told early', off: 'window', on: 'notes', expected: 'rises' },
    { metric: 'kept', off: 'window', on: 'forgetful window', expected: 'falls' },
    { metric: 'kept', off: 'none', on: 'window', expected: 'reported' },
  ],
  measure: async (seed) => {
    const [untaught, taught] = await servedLabs(seed, [
      { evidenceShare: EVIDENCE_SHARE },
      { evidenceShare: EVIDENCE_SHARE, talkShare: TALK_SHARE },
    ]);
    const book = worldAfter(taught, 0, 'drill');
    const questions = drawTalks(book, TALKS, createRandom(seed).fork('talks')).map((talk): Question => ({
      kind: talk.sort,
      question: talkText(talk),
      person: '',
      asker: '',
      isNews: false,
      talk,
    }));
    const measured = async (
      lab: typeof taught,
      product: Pick<Product, 'memory' | 'forgets'>,
    ): Promise<Record<string, number>> => {
      const plain = productOf(DEFAULT_DEPLOY_PLAN);
      const answers = await answerAll(
        lab,
        { ...plain, ...product },
        { book, now: book, seeds: lab.seeds },
        questions,
      );
      const of = (sort: string, before: number) =>
        answers.filter((_, place) => {
          const { talk } = questions[place];
          return talk?.sort === sort && talk.before.length === before;
        });
      const isTrue = ({ judgement }: (typeof answers)[number]): boolean => judgement === 'true';
      return {
        follow: shareOf(of('follow', 1), isTrue),
        'just told': shareOf(of('told', 1), isTrue),
        'told early': shareOf(of('told', 3), isTrue),
        kept: shareOf(of('forget', 2), ({ harm }) => harm === 'kept'),
      };
    };
    return {
      untaught: await measured(untaught, { memory: 'window', forgets: false }),
      none: await measured(taught, { memory: 'none', forgets: false }),
      window: await measured(taught, { memory: 'window', forgets: false }),
      notes: await measured(taught, { memory: 'notes', forgets: false }),
      'forgetful window': await measured(taught, { memory: 'window', forgets: true }),
    };
  },
};
