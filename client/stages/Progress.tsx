/** How far a run is, which devices train, and how long it will take. */

import { formatList } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import type { Standpoint } from '../session/standpoint.ts';
import { trainer } from '../lab/trainer.ts';
import { hueOf } from '../ui/team.ts';
import { useSecondsLeft } from '../ui/use-seconds-left.ts';
import { nameOf } from './decision.ts';
import { formatQuantity, formatSeconds } from '../i18n/quantity.ts';
import { shortfallOf } from './forecast.ts';
import { useRate } from './use-rate.ts';

/** Who trains now, in a sentence or two. */
function whoTrains({ match, me }: Standpoint, run: RunView): string {
  const shards = run.round?.shards ?? [];
  if (shards.length === 0) return t('engine.nobody');
  if (shards.some(({ playerId }) => playerId === SERVER_WORKER)) return t('engine.lent');
  const mine = shards.find(({ playerId }) => playerId === me.id);
  const others = shards.filter((shard) => shard !== mine && !shard.isDone);
  const names = formatList(others.map(({ playerId }) => nameOf(match.players, playerId)));
  const count = others.length;
  if (mine?.isDone) return count > 0 ? t('engine.brought', { names, count }) : t('engine.averaging');
  if (!mine) return count > 0 ? t('engine.others', { names, count }) : t('engine.averaging');
  const doing = trainer.value;
  const yours = t('engine.yours', {
    doing: t(`engine.${doing.doing}`),
    speed: doing.tokensPerSecond > 0 ? formatQuantity(doing.tokensPerSecond) : '…',
  });
  return count > 0 ? `${yours}. ${t('engine.together', { names })}` : yours;
}

export function Progress({ standpoint, run }: { standpoint: Standpoint; run: RunView }) {
  const { match, team } = standpoint;
  const rate = useRate(run.tokensUsed, match.pausedAtMs !== null);
  const shortfall = shortfallOf(run, rate, useSecondsLeft(match));
  const left = Math.max(0, run.tokensTotal - run.tokensUsed);
  const share = run.tokensTotal > 0 ? run.tokensUsed / run.tokensTotal : 0;
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
      {run.status === 'running' && <p class="small who">{whoTrains(standpoint, run)}</p>}
      {shortfall && (
        <p class="small warn">
          {t('engine.short', {
            share: Math.round(100 * shortfall.share),
            time: formatSeconds(shortfall.moreSeconds),
          })}
        </p>
      )}
      {run.rollbacks > 0 && (
        <p class="small" role="status">
          {t('engine.rolledBack')}
        </p>
      )}
    </section>
  );
}
