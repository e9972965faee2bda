/** How far a run is, which device trains, and how long it will take. */

import { t } from '../../shared/i18n/t.ts';
import type { RunView } from '../../shared/schema/view.ts';
import type { Standpoint } from '../net/selectors.ts';
import { trainer } from '../net/trainer.ts';
import { hueOf } from '../overlay/team.ts';
import { nameOf } from './decision.ts';
import { formatQuantity, formatSeconds } from './scene-kit/quantity.ts';
import { useRate } from './use-rate.ts';

export function Progress({ standpoint, run }: { standpoint: Standpoint; run: RunView }) {
  const { match, me, team } = standpoint;
  const rate = useRate(run.tokensUsed);
  const left = Math.max(0, run.tokensTotal - run.tokensUsed);
  const share = run.tokensTotal > 0 ? run.tokensUsed / run.tokensTotal : 0;
  const mine = run.round?.trainerId === me.id;
  const doing = trainer.value;
  let who = t('engine.nobody');
  if (run.round && mine) {
    who = t('engine.yours', {
      doing: t(`engine.${doing.doing}`),
      speed: doing.tokensPerSecond > 0 ? formatQuantity(doing.tokensPerSecond) : '…',
    });
  } else if (run.round) who = t('engine.others', { name: nameOf(match.players, run.round.trainerId) });
  return (
    <section class="progress-box">
      <p class="row spread small">
        <span>
          {t('pretrain.progress', {
            used: formatQuantity(run.tokensUsed),
            total: formatQuantity(run.tokensTotal),
          })}
        </span>
        {rate > 0 && run.status === 'running' && (
          <span>{t('pretrain.eta', { time: formatSeconds(left / rate) })}</span>
        )}
      </p>
      <div
        class="meter"
        role="progressbar"
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={t('pretrain.progress', {
          used: formatQuantity(run.tokensUsed),
          total: formatQuantity(run.tokensTotal),
        })}
      >
        <i style={{ width: `${share * 100}%`, background: hueOf(team.look) }} />
      </div>
      {run.status === 'running' && <p class="small who">{who}</p>}
    </section>
  );
}
