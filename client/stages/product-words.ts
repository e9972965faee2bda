/** A deploy plan and sums of money in words. */

import { MACHINES } from '../../shared/game/stages/deploy/plant.ts';
import { RETENTION_HOURS } from '../../shared/game/stages/deploy/request-log.ts';
import type { Bill } from '../../shared/serving/bill.ts';
import type { Replicas } from '../../shared/serving/serving-plan.ts';
import { FORMAT_BITS, type DeployPlan } from '../../shared/game/stages/deploy/state.ts';
import { t } from '../i18n/t.ts';

export function machineWords(replicas: Replicas): string {
  const { least, most } = MACHINES[replicas];
  return least === most ? `${least}` : t('deploy.machineRange', { least, most });
}

export function priceWords(cents: number): string {
  return cents === 0 ? t('deploy.free') : t('deploy.cents', { count: cents });
}

export function deployPlanWords(plan: DeployPlan): string {
  return t('deploy.plan', {
    model: t(`deploy.model.${plan.model}`),
    persona: plan.persona === 'written' ? `“${plan.line}”` : t(`deploy.persona.${plan.persona}`),
    memory: t(`deploy.memory.${plan.memory}`),
    forgets: t(plan.forgets ? 'deploy.forgets.on' : 'deploy.forgets.off'),
    shelf: t(`deploy.shelf.${plan.shelf}`),
    lookUp: t(`deploy.lookUp.${plan.lookUp}`),
    dice: t(`deploy.temperature.${plan.temperature}`),
    bits: FORMAT_BITS[plan.format],
    filter: t(`deploy.filter.${plan.filter}`),
    sureness: t(`deploy.sureness.${plan.sureness}`),
    confidence: t(`deploy.confidence.${plan.confidence}`),
    mark: t(`deploy.mark.${plan.mark}`),
    tools: t(`deploy.tools.${plan.tools}`),
    machines:
      plan.place === 'phones'
        ? t('deploy.place.phones')
        : t('deploy.planMachines', {
            replicas: machineWords(plan.replicas),
            ownership: t(`deploy.ownership.${plan.ownership}`),
            batch: plan.batch,
            balancing: t(`deploy.balancing.${plan.balancing}`),
          }),
    cache: t(plan.cache ? 'deploy.cache.on' : 'deploy.cache.off'),
    retention: t(`deploy.retention.${plan.retention}`, { hours: RETENTION_HOURS }),
    price: priceWords(plan.priceCents),
  });
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
