/** A deploy plan and sums of money in words. */

import { MACHINES } from '../../shared/game/stages/deploy/plant.ts';
import { RETENTION_HOURS } from '../../shared/game/stages/deploy/request-log.ts';
import { FORMAT_BITS, type DeployPlan, type Replicas } from '../../shared/game/stages/deploy/state.ts';
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
    replicas: machineWords(plan.replicas),
    cache: t(plan.cache ? 'deploy.cache.on' : 'deploy.cache.off'),
    retention: t(`deploy.retention.${plan.retention}`, { hours: RETENTION_HOURS }),
    price: priceWords(plan.priceCents),
  });
}

/** A hundred cents are a coin. */
export function coinsWords(cents: number): string {
  return t('deploy.coins', { count: Math.round(cents / 10) / 10 });
}
