/** What the console says of a lab at the scale stage: its trial runs, and the model that it has decided on. */

import { t } from '../../i18n/t.ts';
import { DEFAULT_DATA_PLAN } from '../../../shared/game/stages/data/plan.ts';
import type { LabLine } from '../entry.ts';
import { proposalFacts } from '../lab-facts.ts';
import { scalePlanWords } from '../plan-words.ts';

export const labLine: LabLine = (match, team) => {
  const { own, probes } = team;
  const { scale, data } = own?.plans ?? {};
  if (scale) return [scalePlanWords(scale, (data ?? DEFAULT_DATA_PLAN).vocabSize)];
  const measured = probes.filter(({ status }) => status === 'measured').length;
  const open = probes.filter(({ status }) => status !== 'measured' && status !== 'lost').length;
  return [
    t('line.trials', { count: measured }),
    ...(open > 0 ? [t('line.trialsOpen', { count: open })] : []),
    ...proposalFacts(match, team),
  ];
};
