/** What the console says of a lab in the align stage: the votes it has cast, what it trains on them, and what it keeps. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { proposalFacts, runFacts } from '../lab-facts.ts';
import { alignPlanWords } from '../plan-words.ts';

export const labLine: LabLine = (match, team) => {
  const { own, runs } = team;
  if (!own) return [];
  const votes = t('line.votes', { count: own.cast?.given ?? 0 });
  if (own.plans.align) return [votes, alignPlanWords(own.plans.align)];
  const { before, outcome, wanted } = own.alignment;
  const run = runs.align;
  return [
    votes,
    ...(before ? [] : [t('line.asked')]),
    ...(wanted ? [t('line.sortsVotes')] : []),
    ...(run && !wanted ? runFacts(run) : []),
    ...(outcome && before
      ? [
          t('line.friendly', {
            before: Math.round(100 * before.kindShare),
            after: Math.round(100 * outcome.after.kindShare),
            form: Math.round(100 * outcome.after.inFormShare),
          }),
        ]
      : []),
    ...proposalFacts(match, team),
  ];
};
