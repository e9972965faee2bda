/** What the console says of a lab in the test: whether it is measured, what that came to, and what it lets out. */

import { duelOf, testOf } from '../../../shared/game/stages/test/shown.ts';
import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { proposalFacts } from '../lab-facts.ts';
import { countsOf } from './found.ts';

export const labLine: LabLine = (match, team) => {
  const { examined, gate } = testOf(team);
  const duel = duelOf(match)?.counts[team.id];
  if (!examined) return [t(team.runs.pretrain ? 'line.test.measuring' : 'line.noModel')];
  return [
    t('line.test.found', countsOf(examined)),
    ...(duel ? [t('line.test.duel', { points: duel.points, fell: duel.fell })] : []),
    ...(gate ? [t(`test.plan.${gate}`)] : proposalFacts(match, team)),
  ];
};
