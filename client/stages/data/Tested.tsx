/** What is tested, said before the shop opens: the sealed tests and the vote, each with the score that it counts for. */

import { t } from '../../i18n/t.ts';
import { CLOZE_COUNT, EXERCISE_COUNT, QUESTIONS_PER_PACK } from '../../../shared/evals/counts.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { DEMONSTRATION_PACKS } from '../../../shared/world/packs.ts';
import { scoredKinds } from '../race-words.ts';

/** Every test, and the vote, by the score that it counts for. */
const TESTS = [
  { test: 'language', score: 'science' },
  { test: 'stories', score: 'science' },
  { test: 'exercises', score: 'science' },
  { test: 'facts', score: 'science' },
  { test: 'questions', score: 'trust' },
  { test: 'citizens', score: 'use' },
] as const;
type Test = (typeof TESTS)[number]['test'];

const COUNTS: Partial<Record<Test, number>> = {
  exercises: EXERCISE_COUNT,
  facts: CLOZE_COUNT,
  questions: DEMONSTRATION_PACKS.length * QUESTIONS_PER_PACK,
};

const nameOf = (kind: CorpusKind): string => t(`kind.${kind}`);

export function Tested() {
  const names = {
    kinds: scoredKinds(),
    stories: nameOf('stories'),
    exercises: nameOf('exercises'),
    encyclopedia: nameOf('encyclopedia'),
    questions: nameOf('questions'),
  };
  return (
    <details class="bench" open>
      <summary>
        <b>{t('tested.title')}</b>
      </summary>
      <p class="small">
        {t('tested.lead', { tests: TESTS.filter(({ test }) => test !== 'citizens').length })}
      </p>
      <ol class="small">
        {TESTS.map(({ test, score }) => (
          <li key={test}>
            <b>{t(`tested.${test}`, { count: COUNTS[test] ?? 0 })}</b> {t(`tested.${test}.about`, names)}{' '}
            <i>{t('tested.score', { score: t(`debrief.${score}`) })}</i>
          </li>
        ))}
      </ol>
    </details>
  );
}
