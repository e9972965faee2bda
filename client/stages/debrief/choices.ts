/** What a lab chose, stage by stage, in words. */

import { t } from '../../i18n/t.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { deployPlanWords } from '../product-words.ts';
import { townDayOf } from './town-day.ts';
import { alignPlanWords, dataPlanWords, fineTunePlanWords, scalePlanWords } from '../plan-words.ts';

/** How the model was aligned, and whether that was kept. */
function alignWords({ plans, alignment }: NonNullable<TeamView['debrief']>): string {
  const { trained, pairsUsed } = alignment;
  if (!trained) return t('debrief.alignNone');
  const plan = alignPlanWords({ kind: 'train', ...trained });
  return t(plans.align?.kind === 'undo' ? 'debrief.alignUndone' : 'debrief.alignKept', {
    plan,
    pairs: pairsUsed,
  });
}

/** One entry for each stage in which something was decided; with whether the clock decided. */
export function choicesOf(match: MatchView, team: TeamView): { name: string; words: string }[] {
  const { debrief, defaulted } = team;
  if (!debrief) return [];
  const day = townDayOf(match, team);
  const { data, scale, 'fine-tune': fineTune, align } = debrief.plans;
  const byClock = (stage: 'data' | 'scale' | 'fine-tune' | 'align' | 'deploy'): string =>
    defaulted.includes(stage) ? ` (${t('plan.decidedDefault')})` : '';
  const size = scale && scalePlanWords(scale, data?.vocabSize ?? 512, debrief.prepared?.parameters);
  return [
    data && { name: t('debrief.choseData'), words: dataPlanWords(data) + byClock('data') },
    size && { name: t('debrief.choseScale'), words: size + byClock('scale') },
    fineTune && {
      name: t('debrief.choseFineTune'),
      words: fineTunePlanWords(fineTune) + byClock('fine-tune'),
    },
    align && { name: t('debrief.choseAlign'), words: alignWords(debrief) + byClock('align') },
    day && { name: t('debrief.choseDeploy'), words: deployPlanWords(day.plan) + byClock('deploy') },
  ].filter((choice) => choice !== null && choice !== '');
}
