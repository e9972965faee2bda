/** The workbench of serving: where the model runs, what machines do, the cache and the price, with what the simulation expects. */

import { phonesOf } from '../../../shared/game/stages/deploy/day.ts';
import { phoneBill, totalCents } from '../../../shared/serving/bill.ts';
import { PLACES, PRICES } from '../../../shared/serving/serving-plan.ts';
import { t } from '../../i18n/t.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { billWords, priceWords } from '../product-words.ts';
import { CompareTable, lostOf } from './CompareTable.tsx';
import { deployDraft } from './draft.ts';
import { useExpected, type Shown } from './forecast.ts';
import { change, MachinesBench, type BenchProps } from './MachinesBench.tsx';
import { triedOf } from './Measured.tsx';

const KILO = 1000;

const oneDigit = (value: number): number => Math.round(10 * value) / 10;

function Forecast({ shown }: { shown: Shown }) {
  const expected = useExpected(shown, deployDraft.value);
  const { replica } = shown.shop;
  if (!replica || !expected) return <Waiting words={t('deploy.timing')} />;
  return (
    <section class="deploy-forecast">
      <h2>{t('deploy.forecast')}</h2>
      {(['usual', 'rush'] as const).map((hour) => {
        const figures = expected[hour];
        return (
          <p key={hour}>
            {t('deploy.forecastRow', {
              hour: t(hour === 'rush' ? 'deploy.rush' : 'deploy.usualHour'),
              p50: oneDigit(figures.p50Ms ?? 0),
              p99: oneDigit(figures.p99Ms ?? 0),
              lost: lostOf(figures),
              requests: figures.requests,
              bill: billWords(figures.bill),
            })}
          </p>
        );
      })}
      <p class="small">
        {t('deploy.speed', {
          alone: Math.round(replica.alonePerSecond),
          batched: Math.round(replica.batchedPerSecond),
        })}
      </p>
      {replica.bursts.map(({ load, forecastMs, measuredMs }) => (
        <p class="small" key={load}>
          {t('deploy.burst', {
            load: Math.round(100 * load),
            forecast: Math.round(100 * forecastMs) / 100,
            measured: Math.round(100 * measuredMs) / 100,
          })}
        </p>
      ))}
    </section>
  );
}

function phoneWords({ shop, players }: Shown): string {
  const plan = deployDraft.value;
  const bytes = triedOf(shop, plan)?.bytes ?? 0;
  const phones = shop.replica ? phonesOf(players, shop.replica) : [];
  return t('deploy.placeMeaning.phones', {
    kilobytes: Math.round(bytes / KILO),
    cents: oneDigit(totalCents(phoneBill(1, bytes))),
    least: oneDigit(phones[0] ?? 1),
    most: oneDigit(phones.at(-1) ?? 1),
  });
}

/** On machines of the lab, or on the citizens' phones, which are as fast as the devices of the room. */
function Place({ locked, shown }: BenchProps) {
  const { place } = deployDraft.value;
  const ways = PLACES.map((value) => ({ value, label: t(`deploy.place.${value}`), plan: { place: value } }));
  return (
    <>
      <Choice
        legend={t('deploy.place')}
        name="place"
        disabled={locked}
        options={ways}
        value={place}
        onChoose={(value) => change({ place: value })}
      />
      <p class="small">{place === 'phones' ? phoneWords(shown) : t('deploy.placeMeaning.cloud')}</p>
      <CompareTable shown={shown} ways={ways} />
    </>
  );
}

export function ServingBench({ locked, shown }: BenchProps) {
  const { place, cache, priceCents } = deployDraft.value;
  return (
    <>
      <Place locked={locked} shown={shown} />
      {place === 'cloud' && (
        <>
          <MachinesBench locked={locked} shown={shown} />
          <Choice
            legend={t('deploy.cache')}
            name="cache"
            disabled={locked}
            options={[
              { value: 'off', label: t('deploy.cache.off') },
              { value: 'on', label: t('deploy.cache.on') },
            ]}
            value={cache ? 'on' : 'off'}
            onChoose={(value) => change({ cache: value === 'on' })}
          />
          <p class="small">{t('deploy.cacheMeaning')}</p>
        </>
      )}
      <Choice
        legend={t('deploy.price')}
        name="price"
        disabled={locked}
        options={PRICES.map((value) => ({ value, label: priceWords(value) }))}
        value={priceCents}
        onChoose={(value) => change({ priceCents: value })}
      />
      <Forecast shown={shown} />
    </>
  );
}
