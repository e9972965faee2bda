/** What is tested, said before the shop opens: the sealed tests and the vote, what teaches each, and the score that it counts for. */

import { useState } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { CLOZE_COUNT, EXERCISE_COUNT, QUESTIONS_PER_PACK } from '../../../shared/evals/counts.ts';
import type { ScoredKind } from '../../../shared/world/document.ts';
import { DEMONSTRATION_PACKS } from '../../../shared/world/packs.ts';

interface Test {
  name: 'language' | 'stories' | 'exercises' | 'facts' | 'questions' | 'citizens';
  score: 'science' | 'trust' | 'use';
  /** How many a model is asked, where that can be counted. */
  count?: number;
  /** Datasets that teach it, where not all do. */
  kinds?: readonly ScoredKind[];
}

const TESTS: readonly Test[] = [
  { name: 'language', score: 'science' },
  { name: 'stories', score: 'science', kinds: ['stories'] },
  { name: 'exercises', score: 'science', count: EXERCISE_COUNT, kinds: ['exercises'] },
  { name: 'facts', score: 'science', count: CLOZE_COUNT, kinds: ['encyclopedia', 'questions'] },
  { name: 'questions', score: 'trust', count: DEMONSTRATION_PACKS.length * QUESTIONS_PER_PACK },
  { name: 'citizens', score: 'use' },
];
/** The vote is no sealed test. */
const SEALED = TESTS.filter(({ score }) => score !== 'use');

/** Where the screen is small it is folded away: the shop must be in sight. */
const hasRoom = (): boolean => window.matchMedia('(width >= 900px)').matches;

export function Tested() {
  const [isOpen] = useState(hasRoom);
  return (
    <details class="bench" open={isOpen}>
      <summary>{t('tested.title')}</summary>
      <p class="small">{t('tested.lead', { tests: SEALED.length })}</p>
      <ul class="tested">
        {TESTS.map(({ name, score, count = 0, kinds = [] }) => (
          <li key={name}>
            <b>{t(`tested.${name}`, { count })}</b>
            <span class="small">
              {t(`tested.${name}.about`, { kinds: kinds.map((kind) => t(`kind.${kind}`)).join(', ') })}
            </span>
            <i class="small">{t(`debrief.${score}`)}</i>
          </li>
        ))}
      </ul>
    </details>
  );
}
