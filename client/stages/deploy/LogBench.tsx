/** How long the lab keeps the log of its requests, and what each way of it costs. */

import { FINES, PERSONAL_CENTS } from '../../../shared/serving/fines.ts';
import { RETENTIONS } from '../../../shared/serving/retention.ts';
import { RETENTION_HOURS } from '../../../shared/game/stages/deploy/request-log.ts';
import { t } from '../../i18n/t.ts';
import { Choice } from '../../ui/Choice.tsx';
import { deployDraft } from './draft.ts';

export function LogBench({ locked }: { locked: boolean }) {
  const { retention } = deployDraft.value;
  return (
    <>
      <Choice
        legend={t('deploy.retention')}
        name="retention"
        disabled={locked}
        options={RETENTIONS.map((value) => ({
          value,
          label: t(`deploy.retention.${value}`, { hours: RETENTION_HOURS }),
        }))}
        value={retention}
        onChoose={(value) => (deployDraft.value = { ...deployDraft.value, retention: value })}
      />
      <p class="small">{t('deploy.retentionMeaning', { missing: FINES.logs, personal: PERSONAL_CENTS })}</p>
    </>
  );
}
