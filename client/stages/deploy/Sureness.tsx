/** How sure a model is beside how often it is right, and what can be found of a mark in its words. */

import { SURE_BINS, type Calibration, type SureBin } from '../../../shared/evals/calibration.ts';
import { isMarked } from '../../../shared/game/stages/deploy/law.ts';
import type { FoundMark } from '../../../shared/serving/found-mark.ts';
import { t } from '../../i18n/t.ts';

const percent = (share: number): number => Math.round(100 * share);

/** A bar for how often it is right, and a line where it says that it is. */
function Bar({ bin, place }: { bin: SureBin; place: number }) {
  const { count, says, right } = bin;
  const range = { least: percent(place / SURE_BINS), most: percent((place + 1) / SURE_BINS) };
  return (
    <li>
      <span>{t('deploy.sureRange', range)}</span>
      <span class="sure-bar" aria-hidden="true">
        {count > 0 && <i style={{ width: `${percent(right)}%` }} />}
        {count > 0 && <b style={{ left: `${percent(says)}%` }} />}
      </span>
      <span>
        {count > 0 ? t('deploy.sureRight', { share: percent(right), count }) : t('deploy.sureNone')}
      </span>
    </li>
  );
}

export function CalibrationChart({ calibration }: { calibration: Calibration }) {
  return (
    <figure class="sure-chart">
      <figcaption>
        <b>{t('deploy.sureTitle')}</b> <small>{t('deploy.sureLegend')}</small>
      </figcaption>
      <ol>
        {calibration.bins.map((bin, place) => (
          <Bar key={place} bin={bin} place={place} />
        ))}
      </ol>
      <p class="small">{t('deploy.sureError', { points: percent(calibration.error) })}</p>
    </figure>
  );
}

export function FoundMarkWords({ mark }: { mark: FoundMark }) {
  const { green, pairs } = mark;
  return (
    <p role="status">
      {t('deploy.markFound', { green, pairs, share: percent(green / Math.max(1, pairs)) })}{' '}
      <b>{t(isMarked(mark) ? 'deploy.markClear' : 'deploy.markFaint')}</b>
    </p>
  );
}
