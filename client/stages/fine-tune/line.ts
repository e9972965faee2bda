/** What the console says of a lab in the fine-tune stage: its lesson, how far it is, and how many answers have a good form. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { proposalFacts, runFacts } from '../lab-facts.ts';
import { fineTunePlanWords } from '../plan-words.ts';

export const labLine: LabLine = (match, team) => {
  const { own, runs } = team;
  const plan = own?.plans['fine-tune'];
  if (!plan) return [t('line.noLesson'), ...proposalFacts(match, team)];
  const run = runs['fine-tune'];
  const { inFormShare, baseInFormShare } = own?.tuning ?? {};
  return [
    fineTunePlanWords(plan),
    ...(run ? runFacts(run) : [t('line.cards')]),
    ...(inFormShare === undefined || baseInFormShare === undefined
      ? []
      : [
          t('line.form', {
            before: Math.round(100 * baseInFormShare),
            after: Math.round(100 * inFormShare),
          }),
        ]),
  ];
};
