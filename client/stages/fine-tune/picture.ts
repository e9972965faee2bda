/** The school room: cards, and answers before and after. */

import { t } from '../../i18n/t.ts';
import { cardCount } from '../../../shared/game/stages/fine-tune/plan.ts';
import { DEMONSTRATION_PACKS } from '../../../shared/world/packs.ts';
import { decks } from '../../lab/library.ts';
import { fineTuneDraft } from './draft.ts';
import { percent } from '../percent.ts';
import type { Picture } from '../picture.ts';

export interface FineTuneState {
  /** How many cards the lab writes. */
  cards: number;
  /** Some of them, to be read; the newest last. */
  demonstrations: { question: string; answer: string }[];
  baseAnswer: string | null;
  tunedAnswer: string | null;
  /** Share of answers in form, 0 to 1; null until measured. */
  inFormShare: number | null;
  training: boolean;
}

export const fineTunePicture: Picture<FineTuneState> = {
  of: (_match, { team }) => {
    const plan = team.own?.plans['fine-tune'] ?? fineTuneDraft.value;
    const deck = decks.value[plan.style];
    const answer = team.own?.tuning?.answers[0];
    return {
      cards: cardCount(plan),
      demonstrations: deck
        ? DEMONSTRATION_PACKS.filter((pack) => plan.cards[pack] > 0).flatMap((pack) =>
            deck.packs[pack].slice(0, 2).map(({ question, answer }) => ({ question, answer })),
          )
        : [],
      baseAnswer: answer?.base ?? null,
      tunedAnswer: answer?.tuned ?? null,
      inFormShare: team.inFormShare,
      training: team.runs['fine-tune']?.status === 'running',
    };
  },
  describe: ({ cards, inFormShare, tunedAnswer }) =>
    t('scene.fine-tune.twin', {
      count: cards,
      form: inFormShare === null ? '' : t('scene.fine-tune.form', { percent: percent(inFormShare) }),
      said: tunedAnswer === null ? '' : t('scene.fine-tune.said', { answer: tunedAnswer.trim() }),
    }),
  scene: () => import('./scene.ts'),
};
