/** What each try brought and what it cost, and how far the reward model can be trusted: proxy and rule over the distance moved. */

import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { Alignment, Attempt } from '../../../shared/game/stages/align/state.ts';
import { Term } from '../../ui/Term.tsx';

const percent = (share: number): number => Math.round(share * 100);
const nats = (klNats: number): string => formatDecimal(klNats, 1);

function howOf(attempt: Attempt): string {
  const how =
    attempt.method === 'pairs'
      ? t('align.attempt.pairs', { hold: t(`align.sftWeight.${attempt.sftWeight}`) })
      : t('align.attempt.reward', { hold: t(`align.klWeight.${attempt.klWeight}`) });
  return attempt.principles.length > 0 ? t('align.attempt.judgedItself', { how }) : how;
}

/** Where a model stands: how far it has moved, and what the reward model and the rule say of it. */
interface Stop {
  klNats: number;
  proxy: number;
  rule: number;
}

/** From the model before, which the reward model likes as well as itself, to what moved furthest. */
function stopsOf({ before, attempts }: Alignment): Stop[] {
  const start: Stop = { klNats: 0, proxy: 0.5, rule: before?.kindShare ?? 0 };
  const tried = attempts.map(({ klNats, proxyWins, kindShare }) => ({
    klNats: Math.max(0, klNats),
    proxy: proxyWins,
    rule: kindShare,
  }));
  return [start, ...tried].toSorted((a, b) => a.klNats - b.klNats);
}

const [WIDTH, HEIGHT, EDGE] = [320, 150, 14] as const;

/** Distances differ a hundredfold, and what a model gains goes with their square root (Gao et al., 2022). */
function Curve({ stops }: { stops: readonly Stop[] }) {
  const furthest = Math.sqrt(Math.max(1, ...stops.map(({ klNats }) => klNats)));
  const x = ({ klNats }: Stop): number => EDGE + (Math.sqrt(klNats) / furthest) * (WIDTH - 2 * EDGE);
  const y = (share: number): number => HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  const twin = stops
    .map((stop) =>
      t('align.overdone.twin', {
        moved: nats(stop.klNats),
        proxy: percent(stop.proxy),
        rule: percent(stop.rule),
      }),
    )
    .join(' ');
  return (
    <figure class="overdone">
      <figcaption class="small">
        <span class="proxy-key">{t('align.overdone.proxy')}</span>{' '}
        <span class="rule-key">{t('align.overdone.rule')}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={twin}>
        {[0, 0.5, 1].map((share) => (
          <line key={share} class="grid" x1={EDGE} x2={WIDTH - EDGE} y1={y(share)} y2={y(share)} />
        ))}
        {(['proxy', 'rule'] as const).map((line) => (
          <g key={line} class={line}>
            <polyline points={stops.map((stop) => `${x(stop)},${y(stop[line])}`).join(' ')} />
            {stops.map((stop, index) => (
              <circle key={index} cx={x(stop)} cy={y(stop[line])} r={4} />
            ))}
          </g>
        ))}
      </svg>
      <p class="small overdone-x" aria-hidden="true">
        {t('align.overdone.x', { most: nats(furthest ** 2) })}
      </p>
    </figure>
  );
}

export function Attempts({ alignment }: { alignment: Alignment }) {
  const { attempts } = alignment;
  if (attempts.length === 0) return null;
  return (
    <section class="attempts">
      <h2>{t('align.attempts')}</h2>
      <ol>
        {attempts.map((attempt, index) => (
          <li key={index}>
            <b>{howOf(attempt)}</b>:{' '}
            {t('align.attemptGain', {
              friendly: percent(attempt.kindShare),
              true: percent(attempt.trueShare),
              form: percent(attempt.inFormShare),
            })}
            <span class="small">
              {' '}
              {t('align.attemptPrice', {
                variety: percent(attempt.variety),
                moved: nats(attempt.klNats),
                bits: formatDecimal(attempt.forgot, 2),
                seconds: Math.round(attempt.seconds),
              })}
            </span>
          </li>
        ))}
      </ol>
      <h2>
        {t('align.overdone')} <Term name="rewardHacking" />
      </h2>
      <Curve stops={stopsOf(alignment)} />
    </section>
  );
}
