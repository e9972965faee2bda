/** Keeps the data tools at work behind the stage: the classifier follows the lab's labels, and the counts the plan. */

import { useEffect } from 'preact/hooks';
import type { Cleaning } from '../../../shared/game/stages/data/cleaning.ts';
import { countLabels, LEAST_OF_EACH, settledLabels } from '../../../shared/game/stages/data/labels.ts';
import { classifier, countCleaned, learn } from '../../lab/cleaning.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { basketPlan } from './basket.ts';
import { ownedPortions, stepsFor } from './cleaning-draft.ts';
import { sortedKind } from './Labelling.tsx';

/** After the last label of a burst, so that four swiping teammates don't make one train all the time. */
const LEARN_AFTER_MS = 400;

/** Trains the classifier anew when labels have come, from whomever. */
function useClassifier({ team }: Standpoint): void {
  const settled = settledLabels(team.own?.labels ?? {});
  const { keep, toss, kinds } = countLabels(settled);
  const judgedKinds = [...new Set([...kinds, sortedKind.value])];
  const key = JSON.stringify([settled, judgedKinds]);
  useEffect(() => {
    if (Math.min(keep, toss) < LEAST_OF_EACH) return;
    const timer = setTimeout(() => void learn(settled, judgedKinds), LEARN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key]);
}

/** Whether a plan leaves all text as it was bought. */
const isNothing = ({ similarity, quality, scrub }: Cleaning): boolean =>
  similarity === null && quality === null && !scrub;

/** Counts what the whole plan leaves, when it or the classifier changes. */
function useCounts({ team }: Standpoint): void {
  const plan = basketPlan();
  const portions = isNothing(plan.cleaning) ? [] : ownedPortions(plan);
  const { kinds } = countLabels(settledLabels(team.own?.labels ?? {}));
  const key = JSON.stringify([plan.purchases, plan.cleaning, kinds, classifier.value?.labels]);
  useEffect(() => {
    const weights = classifier.peek()?.weights ?? null;
    const timer = setTimeout(() => {
      void countCleaned(portions, (kind) => stepsFor(plan.cleaning, kinds.includes(kind) ? weights : null));
    }, LEARN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key]);
}

export function useCleaning(standpoint: Standpoint): void {
  useClassifier(standpoint);
  useCounts(standpoint);
}
