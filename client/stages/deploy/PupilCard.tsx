/** Which model answers: the lab's own, its small copy, or that one first; and how far the copy has learned. */

import { MODELS, PUPIL_LESSONS, SURE_ALONE, type ServedModel } from '../../../shared/serving/models.ts';
import type { ShopView } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import { Choice } from '../../ui/Choice.tsx';
import { deployDraft } from './draft.ts';

function Lessons({ done }: { done: number }) {
  return (
    <div class="small" role="status">
      <p>{t('deploy.pupilLearns', { done, count: PUPIL_LESSONS })}</p>
      <div class="meter" aria-hidden="true">
        <i style={{ width: `${(100 * done) / PUPIL_LESSONS}%`, background: 'var(--teal)' }} />
      </div>
    </div>
  );
}

export function PupilCard({ locked, shop }: { locked: boolean; shop: ShopView }) {
  const { model } = deployDraft.value;
  const { pupil, plan, wanted } = shop;
  const isAskedFor = [plan, wanted].some((product) => product && product.model !== 'own');
  const isLearning = pupil ? !pupil.replica && (!plan || plan.model !== 'own') : isAskedFor;
  const choose = (value: ServedModel): void =>
    void (deployDraft.value = { ...deployDraft.value, model: value });
  return (
    <>
      <Choice
        legend={t('deploy.model')}
        name="model"
        disabled={locked}
        options={MODELS.map((value) => ({ value, label: t(`deploy.model.${value}`) }))}
        value={model}
        onChoose={choose}
      />
      <p class="small">
        {t(`deploy.modelMeaning.${model}`, { share: Math.round(100 * SURE_ALONE) })}{' '}
        {model !== 'own' && t('deploy.pupilTaught')}
      </p>
      {isLearning && <Lessons done={pupil?.lessonsDone ?? 0} />}
      {pupil?.replica && shop.replica && (
        <p class="small">
          {t('deploy.pupilSpeed', {
            pupil: Math.round(pupil.replica.alonePerSecond),
            own: Math.round(shop.replica.alonePerSecond),
          })}
        </p>
      )}
    </>
  );
}
