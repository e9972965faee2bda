/** What the console says of a lab while its model pretrains. */

import { t } from '../../i18n/t.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import type { LabLine } from '../entry.ts';
import { proposalFacts, runFacts } from '../lab-facts.ts';

export const labLine: LabLine = (match, team) => {
  const run = team.runs.pretrain;
  if (!team.ready || !run) return [t('line.preparing')];
  const size = t('line.parameters', { parameters: formatQuantity(team.parameters) });
  return [size, ...runFacts(run), ...proposalFacts(match, team)];
};
