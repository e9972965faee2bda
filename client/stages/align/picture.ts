/** The gallery: two answers, and the votes in the pan. */

import { t } from '../../i18n/t.ts';
import { GOOD_VOTES } from '../../../shared/game/stages/align/preferences.ts';
import { nextPair, pairs } from './pairs.ts';
import { percent } from '../percent.ts';
import type { Picture } from '../picture.ts';

export interface AlignState {
  /** The pair that the player is rating; null on the projector and when there is none. */
  answers: { a: string; b: string } | null;
  /** Votes of all labs so far, counted up: a thumb falls into the pan when this grows. */
  votes: number;
  /** Votes that make a good signal: the pan is full. */
  goodVotes: number;
  /** Share of friendly answers before and after aligning, 0 to 1; null until measured. */
  traitBefore: number | null;
  traitAfter: number | null;
  inFormAfter: number | null;
  training: boolean;
}

export const alignPicture: Picture<AlignState> = {
  of: (match, { team, playerId }) => {
    /* The projector shows what is everybody's: the votes, and no lab's own results. */
    const alignment = playerId === null ? undefined : team.own?.alignment;
    const pair = playerId === null ? null : nextPair(pairs.value ?? []);
    const after = alignment?.outcome?.after;
    return {
      answers: pair && { a: pair.a, b: pair.b },
      votes: match.votes,
      goodVotes: GOOD_VOTES,
      traitBefore: alignment?.before?.kindShare ?? null,
      traitAfter: after?.kindShare ?? null,
      inFormAfter: after?.inFormShare ?? null,
      training: playerId !== null && team.runs.align?.status === 'running',
    };
  },
  describe: ({ answers, votes, goodVotes, traitBefore, traitAfter, inFormAfter, training }) =>
    t('scene.align.twin', {
      votes,
      good: goodVotes,
      busy: training ? t('scene.align.busy') : '',
      change:
        traitBefore === null || traitAfter === null
          ? ''
          : t('scene.align.changed', { before: percent(traitBefore), after: percent(traitAfter) }),
      form: inFormAfter === null ? '' : t('scene.align.inForm', { share: percent(inFormAfter) }),
      pair: answers === null ? '' : t('scene.align.pair', { ...answers }),
    }),
  scene: () => import('./scene.ts'),
};
