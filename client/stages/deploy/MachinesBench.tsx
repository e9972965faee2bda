/** The lab's machines on the workbench: how many, rented or bought, how many questions each answers at once, and who waits for which. */

import { MACHINES } from '../../../shared/game/stages/deploy/plant.ts';
import { requestBytesOf } from '../../../shared/game/stages/deploy/two-models.ts';
import {
  BOUGHT_HOURS,
  BUSY_WATTS,
  IDLE_WATTS,
  KWH_CENTS,
  LASTING_HOURS,
} from '../../../shared/serving/bill.ts';
import { BATCHES, OWNERSHIPS, REPLICAS, type ServingPlan } from '../../../shared/serving/serving-plan.ts';
import { BALANCINGS } from '../../../shared/serving/simulate.ts';
import { t } from '../../i18n/t.ts';
import { Choice } from '../../ui/Choice.tsx';
import { machineWords } from '../product-words.ts';
import { CompareTable } from './CompareTable.tsx';
import { deployDraft } from './draft.ts';
import type { Shown } from './forecast.ts';

const KILO = 1000;

export interface BenchProps {
  locked: boolean;
  shown: Shown;
}

export const change = (part: Partial<ServingPlan>): void => {
  deployDraft.value = { ...deployDraft.value, ...part };
};

function Ownership({ locked, shown }: BenchProps) {
  const { ownership } = deployDraft.value;
  const ways = OWNERSHIPS.map((value) => ({
    value,
    label: t(`deploy.ownership.${value}`),
    plan: { ownership: value },
  }));
  return (
    <>
      <Choice
        legend={t('deploy.ownership')}
        name="ownership"
        disabled={locked}
        options={ways}
        value={ownership}
        onChoose={(value) => change({ ownership: value })}
      />
      <p class="small">
        {t(`deploy.ownershipMeaning.${ownership}`, { bought: BOUGHT_HOURS, lasting: LASTING_HOURS })}{' '}
        {t('deploy.power', { busy: BUSY_WATTS, idle: IDLE_WATTS, cents: KWH_CENTS })}
      </p>
      <CompareTable shown={shown} ways={ways} />
    </>
  );
}

function Batch({ locked, shown }: BenchProps) {
  const { model, batch } = deployDraft.value;
  const { replica, pupil } = shown.shop;
  const requestBytes = requestBytesOf(model, { own: replica, pupil: pupil?.replica ?? null });
  const ways = BATCHES.map((value) => ({
    label: t('deploy.batchRow', { count: value }),
    plan: { batch: value },
  }));
  return (
    <>
      <Choice
        legend={t('deploy.batch')}
        name="batch"
        disabled={locked}
        options={BATCHES.map((value) => ({ value, label: `${value}` }))}
        value={batch}
        onChoose={(value) => change({ batch: value })}
      />
      <p class="small">{t('deploy.batchMeaning', { kilobytes: Math.round(requestBytes / KILO) })}</p>
      <CompareTable shown={shown} ways={ways} />
    </>
  );
}

function Lines({ locked, shown }: BenchProps) {
  const { balancing } = deployDraft.value;
  const ways = BALANCINGS.map((value) => ({
    value,
    label: t(`deploy.balancing.${value}`),
    plan: { balancing: value },
  }));
  return (
    <>
      <Choice
        legend={t('deploy.balancing')}
        name="balancing"
        disabled={locked}
        options={ways}
        value={balancing}
        onChoose={(value) => change({ balancing: value })}
      />
      <p class="small">{t(`deploy.balancingMeaning.${balancing}`)}</p>
      <CompareTable shown={shown} ways={ways} />
    </>
  );
}

export function MachinesBench({ locked, shown }: BenchProps) {
  const { replicas } = deployDraft.value;
  return (
    <>
      <Choice
        legend={t('deploy.replicas')}
        name="replicas"
        disabled={locked}
        options={REPLICAS.map((value) => ({ value, label: machineWords(value) }))}
        value={replicas}
        onChoose={(value) => change({ replicas: value })}
      />
      <Ownership locked={locked} shown={shown} />
      <Batch locked={locked} shown={shown} />
      {MACHINES[replicas].most > 1 && <Lines locked={locked} shown={shown} />}
    </>
  );
}
