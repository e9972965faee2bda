/** Which tools the model may call, and who watches over the one that knows secrets. */

import { CHECK_CENTS, MOST_RETRIES, TOOL_RIGHTS } from '../../../shared/world/tool-use.ts';
import { t } from '../../i18n/t.ts';
import { Choice } from '../../ui/Choice.tsx';
import { deployDraft } from './draft.ts';

export function ToolBench({ locked }: { locked: boolean }) {
  const { tools } = deployDraft.value;
  return (
    <>
      <Choice
        legend={t('deploy.tools')}
        name="tools"
        disabled={locked}
        options={TOOL_RIGHTS.map((value) => ({ value, label: t(`deploy.tools.${value}`) }))}
        value={tools}
        onChoose={(value) => (deployDraft.value = { ...deployDraft.value, tools: value })}
      />
      <p class="small">{t(`deploy.toolsMeaning.${tools}`, { cents: CHECK_CENTS })}</p>
      {tools !== 'none' && <p class="small">{t('deploy.toolsRetry', { count: MOST_RETRIES })}</p>}
      <p class="small">{t('deploy.toolsNeed')}</p>
    </>
  );
}
