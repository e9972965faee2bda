/** Which kind of network: one that looks back, or one that passes a memory on; with what each carries along. */

import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { numbersCarried } from '../../../shared/lm/flops.ts';
import { ARCHITECTURES, modelConfig } from '../../../shared/game/training/model.ts';
import { Choice } from '../../ui/Choice.tsx';
import { RECURRENT_SURPRISE, scaleDraft } from './options.ts';

export function Architecture({ vocabSize, locked }: { vocabSize: number; locked: boolean }) {
  const { architecture = 'transformer', ...draft } = scaleDraft.value;
  const numbers = formatNumber(numbersCarried(modelConfig({ ...draft, architecture }, vocabSize)));
  return (
    <>
      <Choice
        legend={t('scale.architecture')}
        name="architecture"
        disabled={locked}
        options={ARCHITECTURES.map((value) => ({ value, label: t(`scale.architecture.${value}`) }))}
        value={architecture}
        onChoose={(chosen) =>
          (scaleDraft.value = chosen === 'transformer' ? draft : { ...draft, architecture: chosen })
        }
      />
      <p class="small" aria-live="polite">
        {architecture === 'transformer'
          ? t('scale.transformerAbout', { context: draft.contextLength, numbers })
          : t('scale.recurrentAbout', { share: Math.round(100 * (RECURRENT_SURPRISE - 1)), numbers })}
      </p>
    </>
  );
}
