/** Which model answers: the lab's own, its small copy, or that one first; and how far the copy has learned. */

import { SERVER_WORKER } from '../../../shared/game/match.ts';
import {
  MODELS,
  PUPIL_LESSONS,
  SURE_ALONE,
  type Pupil,
  type ServedModel,
} from '../../../shared/serving/models.ts';
import type { ShopView } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Choice } from '../../ui/Choice.tsx';
import { lessonShare } from '../../lab/pupil-trainer.ts';
import { nameOf } from '../decision.ts';
import { deployDraft } from './draft.ts';

/** Who teaches now, in words. */
function teacherWords(pupil: Pupil | null, { match, me }: Standpoint): string {
  if (!pupil) return t('deploy.pupilAsks');
  const { turn } = pupil;
  if (!turn) return t('deploy.pupilTurn');
  if (turn.isBrought) return t('deploy.pupilJudged');
  if (turn.playerId === me.id) return t('deploy.pupilByYou');
  if (turn.playerId === SERVER_WORKER) return t('deploy.pupilByServer');
  return t('deploy.pupilByOther', { name: nameOf(match.players, turn.playerId) });
}

/** How far the copy has learned, with what this device has of the part in its hand. */
function Lessons({ pupil, standpoint }: { pupil: Pupil | null; standpoint: Standpoint }) {
  const done = pupil?.lessonsDone ?? 0;
  const share = (100 * (done + (lessonShare.value ?? 0))) / PUPIL_LESSONS;
  return (
    <div class="small">
      <p role="status">
        {teacherWords(pupil, standpoint)} {t('deploy.pupilLearns', { done, count: PUPIL_LESSONS })}
      </p>
      <div class="meter" aria-hidden="true">
        <i style={{ width: `${share}%`, background: 'var(--teal)' }} />
      </div>
    </div>
  );
}

/** On which devices it has learned. */
function taughtWords({ taughtBy }: Pupil): string {
  const server = taughtBy.filter((id) => id === SERVER_WORKER).length;
  return t('deploy.pupilTaughtBy', { devices: taughtBy.length - server, server });
}

export function PupilCard({
  locked,
  shop,
  standpoint,
}: {
  locked: boolean;
  shop: ShopView;
  standpoint: Standpoint;
}) {
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
      {isLearning && <Lessons pupil={pupil} standpoint={standpoint} />}
      <p class="small">
        {t(`deploy.modelMeaning.${model}`, { share: Math.round(100 * SURE_ALONE) })}{' '}
        {model !== 'own' && t('deploy.pupilTaught')}
      </p>
      {pupil?.replica && shop.replica && (
        <p class="small">
          {t('deploy.pupilSpeed', {
            pupil: Math.round(pupil.replica.alonePerSecond),
            own: Math.round(shop.replica.alonePerSecond),
          })}{' '}
          {taughtWords(pupil)}
        </p>
      )}
    </>
  );
}
