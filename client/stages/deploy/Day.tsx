/** The day in town as one lab sees it: who came, what they got, what went wrong, and what to do about it. */

import { APOLOGY_CENTS } from '../../../shared/game/stages/deploy/day.ts';
import type { Incident, LabHour } from '../../../shared/game/stages/deploy/state.ts';
import { shopOf } from '../../../shared/game/stages/deploy/shown.ts';
import type { DeployView, LabDay, ShopView } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import { send } from '../../session/current.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useBusy } from '../decision.ts';
import { billWords, coinsWords, priceWords } from '../product-words.ts';
import { eventWords, Law } from './Law.tsx';
import { Log } from './Log.tsx';
import { Way } from './Way.tsx';

const THOUSAND = 1000;

function Facts({ hour, plan }: { hour: LabHour; plan: LabDay['plan'] }) {
  const { outcomes, requests, p50Ms, p99Ms } = hour;
  const came = Object.values(requests).reduce((sum, count) => sum + count, 0);
  const cost = hour.costCents + hour.fineCents;
  const round = (millis: number | null): number => Math.round(10 * (millis ?? 0)) / 10;
  const facts = [
    t('deploy.fact.requests', { count: came }),
    t('deploy.fact.served', { count: outcomes.answered + outcomes.cached }),
    t('deploy.fact.lost', { count: outcomes['gave-up'] + outcomes['turned-away'] }),
    t('deploy.fact.times', { p50: round(p50Ms), p99: round(p99Ms) }),
    ...(plan.place === 'cloud'
      ? [t('deploy.fact.batch', { mean: round(hour.meanBatch), most: plan.batch })]
      : []),
    t('deploy.fact.right', { right: hour.right, judged: hour.judged }),
    t('deploy.fact.thumbs', hour.thumbs),
    ...(hour.customers.came > 0 ? [t('deploy.fact.customers', { ...hour.customers })] : []),
    ...(outcomes.cached > 0 ? [t('deploy.fact.cached', { count: outcomes.cached, stale: hour.stale })] : []),
    ...(hour.refused > 0
      ? [t('deploy.fact.refused', { count: hour.refused, harmless: hour.refusedHarmless })]
      : []),
    ...(hour.silent > 0 ? [t('deploy.fact.silent', { count: hour.silent })] : []),
    ...(hour.cited > 0 ? [t('deploy.fact.cited', { wrong: hour.miscited, count: hour.cited })] : []),
    t('deploy.fact.bill', {
      bill: billWords(hour.bill),
      coins: coinsWords((THOUSAND * hour.costCents) / Math.max(1, outcomes.answered + outcomes.cached)),
    }),
    t('deploy.fact.money', {
      income: coinsWords(hour.incomeCents),
      cost: coinsWords(cost),
      profit: coinsWords(hour.incomeCents - cost),
    }),
  ];
  return (
    <ul class="deploy-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

/** Where an answer came from: which model said it, behind which filter, after which document. */
function originWords({
  version,
  filter,
  document,
}: Pick<Incident, 'version' | 'filter' | 'document'>): string {
  return t('deploy.origin', {
    version: t(`deploy.version.${version}`),
    gate: t(`deploy.filter.${filter}`),
    document: document === null ? t('deploy.origin.none') : t('deploy.origin.quoted', { document }),
  });
}

function Incidents({ hour }: { hour: LabHour }) {
  if (hour.incidents.length === 0) return <p>{t('deploy.noIncidents')}</p>;
  return (
    <section>
      <h2>{t('deploy.incidents')}</h2>
      <ul class="deploy-incidents">
        {hour.incidents.map(({ harm, question, answer, times, ...origin }) => (
          <li key={question}>
            <Paper cut="slip" seed={times} fill="var(--blush)" class="on-stock">
              <p>
                <b class="warn">{t('deploy.incident', { harm: t(`deploy.harm.${harm}`), times })}</b>
              </p>
              <p lang="en">{question}</p>
              <p class="model" lang="en">
                {answer}
              </p>
              <p class="small">{originWords(origin)}</p>
            </Paper>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Respond({ day, lab, shop }: { day: DeployView; lab: LabDay; shop: ShopView | null }) {
  const [busy, start] = useBusy();
  if (day.hoursDone >= day.hourCount || !shop) return null;
  if (lab.response) return <p role="status">{t(`deploy.responded.${lab.response}`)}</p>;
  return (
    <section>
      <h2>{t('deploy.respond')}</h2>
      <div class="deploy-responses">
        {shop.responses.map((response) => (
          <Button
            key={response}
            disabled={busy.value || day.isServing}
            onPress={() => start(() => send({ type: 'deploy/respond', response }))}
          >
            {t(`deploy.respond.${response}`, {
              coins: coinsWords(APOLOGY_CENTS),
              version: shop.older ? t(`deploy.version.${shop.older}`) : '',
              who: day.hour?.forgotten ?? '',
            })}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** A bar of trust, 0 to 100. */
function Trust({ trust }: { trust: number }) {
  const share = Math.round(100 * trust);
  return (
    <div class="deploy-trust">
      <b>{t('deploy.trust')}</b>
      <span class="meter" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </span>
      <b>{share}</b>
    </div>
  );
}

export function Day({ day, standpoint }: { day: DeployView; standpoint: Standpoint }) {
  const { id } = standpoint.team;
  const lab = day.labs.find(({ teamId }) => teamId === id);
  const hour = day.hour?.labs.find(({ teamId }) => teamId === id);
  const shop = shopOf(standpoint.team);
  if (!lab) return <p>{t('deploy.noModel')}</p>;
  return (
    <>
      <p class="small">{t('deploy.simulated')}</p>
      {day.isServing && <Waiting words={t(day.hoursDone === 0 ? 'deploy.opening' : 'deploy.serving')} />}
      {hour && day.hour && (
        <>
          {day.hour.events.map((event) => (
            <p key={event}>
              <b>{t('deploy.happened', { event: eventWords(event, day.hour?.forgotten) })}</b>
            </p>
          ))}
          <Trust trust={lab.trust} />
          <Incidents hour={hour} />
          <Law day={day} hour={day.hour} lab={hour} />
          <Respond day={day} lab={lab} shop={shop} />
          <Facts hour={hour} plan={lab.plan} />
          <section>
            <h2>{t('deploy.way')}</h2>
            {hour.opened.map((request) => (
              <Way
                key={request.question + request.outcome}
                request={request}
                price={priceWords(lab.plan.priceCents)}
              />
            ))}
          </section>
          {shop && shop.log.length > 0 && <Log log={shop.log} />}
        </>
      )}
    </>
  );
}
