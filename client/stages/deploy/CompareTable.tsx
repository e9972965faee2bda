/** What each way of a choice would do to waiting and to costs, with all else as it stands on the workbench. */

import type { ServingForecast } from '../../../shared/game/stages/deploy/serve-requests.ts';
import type { DeployPlan } from '../../../shared/game/stages/deploy/state.ts';
import { t } from '../../i18n/t.ts';
import { coinsWords } from '../product-words.ts';
import { deployDraft } from './draft.ts';
import { useExpected, type Shown } from './forecast.ts';

interface Way {
  label: string;
  plan: Partial<DeployPlan>;
}

const THOUSAND = 1000;

const oneDigit = (value: number | null): number => Math.round(10 * (value ?? 0)) / 10;

export function lostOf({ outcomes }: ServingForecast): number {
  return outcomes['gave-up'] + outcomes['turned-away'];
}

function Row({ shown, way }: { shown: Shown; way: Way }) {
  const plan = deployDraft.value;
  const expected = useExpected(shown, { ...plan, ...way.plan });
  const names = Object.keys(way.plan) as (keyof DeployPlan)[];
  const isChosen = names.every((name) => plan[name] === way.plan[name]);
  if (!expected) return null;
  const { usual, rush, answerCents } = expected;
  return (
    <tr class={isChosen ? 'chosen' : ''}>
      <th scope="row">{way.label}</th>
      <td>{oneDigit(usual.p50Ms)}</td>
      <td>{oneDigit(rush.p99Ms)}</td>
      <td>{Math.round((100 * lostOf(rush)) / Math.max(1, rush.requests))}&nbsp;%</td>
      <td>{coinsWords(THOUSAND * answerCents)}</td>
    </tr>
  );
}

export function CompareTable({ shown, ways }: { shown: Shown; ways: readonly Way[] }) {
  if (!shown.shop.replica) return null;
  return (
    <table class="talk-table small">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('deploy.compare.usual')}</th>
          <th scope="col">{t('deploy.compare.rush')}</th>
          <th scope="col">{t('deploy.compare.lost')}</th>
          <th scope="col">{t('deploy.compare.cost')}</th>
        </tr>
      </thead>
      <tbody>
        {ways.map((way) => (
          <Row key={way.label} shown={shown} way={way} />
        ))}
      </tbody>
    </table>
  );
}
