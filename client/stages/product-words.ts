/** A deploy plan and sums of money in words. */

import { MACHINES } from '../../shared/game/stages/deploy/plant.ts';
import { RETENTION_HOURS } from '../../shared/game/stages/deploy/request-log.ts';
import type { Bill } from '../../shared/serving/bill.ts';
import type { Replicas } from '../../shared/serving/serving-plan.ts';
import { DEFAULT_DEPLOY_PLAN, FORMAT_BITS, type DeployPlan } from '../../shared/game/stages/deploy/state.ts';
import type { TextKey } from '../i18n/en.ts';
import { t } from '../i18n/t.ts';

export function machineWords(replicas: Replicas): string {
  const { least, most } = MACHINES[replicas];
  return least === most ? `${least}` : t('deploy.machineRange', { least, most });
}

export function priceWords(cents: number): string {
  return cents === 0 ? t('deploy.free') : t('deploy.cents', { count: cents });
}

function machinesOf(plan: DeployPlan): string {
  if (plan.place === 'phones') return t('deploy.place.phones');
  return t('deploy.planMachines', {
    replicas: machineWords(plan.replicas),
    ownership: t(`deploy.ownership.${plan.ownership}`),
    batch: plan.batch,
    balancing: t(`deploy.balancing.${plan.balancing}`),
  });
}

/** What a lab chose otherwise than every lab begins with, and always its shelf, bits, filter, machines and price: all in one would be read by nobody. */
export function deployPlanWords(plan: DeployPlan): string {
  const differs = (field: keyof DeployPlan): boolean => plan[field] !== DEFAULT_DEPLOY_PLAN[field];
  const parts: [name: TextKey, value: string, isShown: boolean][] = [
    ['deploy.planModel', t(`deploy.model.${plan.model}`), differs('model')],
    [
      'deploy.planLine',
      plan.persona === 'written' ? `“${plan.line}”` : t(`deploy.persona.${plan.persona}`),
      differs('persona'),
    ],
    ['deploy.planTalk', t(`deploy.memory.${plan.memory}`), differs('memory')],
    ['deploy.planForgets', t(plan.forgets ? 'deploy.forgets.on' : 'deploy.forgets.off'), differs('forgets')],
    ['deploy.planShelf', t(`deploy.shelf.${plan.shelf}`), true],
    ['deploy.planLookUp', t(`deploy.lookUp.${plan.lookUp}`), differs('lookUp')],
    ['deploy.planDice', t(`deploy.temperature.${plan.temperature}`), differs('temperature')],
    ['deploy.planBits', `${FORMAT_BITS[plan.format]}`, true],
    ['deploy.planFilter', t(`deploy.filter.${plan.filter}`), true],
    ['deploy.planSure', t(`deploy.sureness.${plan.sureness}`), differs('sureness')],
    ['deploy.planConfidence', t(`deploy.confidence.${plan.confidence}`), differs('confidence')],
    ['deploy.planMark', t(`deploy.mark.${plan.mark}`), differs('mark')],
    ['deploy.planTools', t(`deploy.tools.${plan.tools}`), differs('tools')],
    ['deploy.planWhere', machinesOf(plan), true],
    ['deploy.planCache', t(plan.cache ? 'deploy.cache.on' : 'deploy.cache.off'), differs('cache')],
    [
      'deploy.planLog',
      t(`deploy.retention.${plan.retention}`, { hours: RETENTION_HOURS }),
      differs('retention'),
    ],
    ['deploy.planPrice', priceWords(plan.priceCents), true],
  ];
  return parts.flatMap(([name, value, isShown]) => (isShown ? t(name, { value }) : [])).join('; ');
}

/** What machines and their power cost in an hour, or what downloads did. */
export function billWords({ machines, power, downloads, kilowattHours }: Bill): string {
  if (machines === 0) return t('deploy.billPhones', { downloads: Math.round(downloads) });
  return t('deploy.billMachines', {
    machines: Math.round(machines),
    power: Math.round(power),
    energy: Math.round(100 * kilowattHours) / 100,
  });
}

/** A hundred cents are a coin. */
export function coinsWords(cents: number): string {
  return t('deploy.coins', { count: Math.round(cents / 10) / 10 });
}
