/** The loading dock: documents on a belt, and the mixture in a vat. */

import { t } from '../../i18n/t.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { normalizedShares, type DataPlan } from '../../../shared/game/stages/data/plan.ts';
import { CORPUS_KINDS } from '../../../shared/world/document.ts';
import { market } from '../../lab/library.ts';
import { basketPlan } from './basket.ts';
import { percents } from '../percent.ts';
import type { Picture } from '../picture.ts';

export interface DataState {
  /** The agreed or proposed mixture, on the projector the mean of all that were agreed; shares sum to 1. */
  mixture: { kind: string; label: string; share: number }[];
  /** Documents delivered so far, counted up: the belt runs while this grows, faster for more. */
  documents: number;
  /** Labels of the datasets bought, oldest first. */
  purchases: string[];
}

function isData<P extends { proposed: { stage: string } }>(
  proposal: P,
): proposal is P & { proposed: { stage: 'data' } } {
  return proposal.proposed.stage === 'data';
}

/** What the labs have decided, laid together: each counts as much as another. */
function togetherOf(plans: readonly DataPlan[]): DataState {
  const shares = CORPUS_KINDS.map((kind) => {
    const own = plans.map((plan) => normalizedShares(plan).find((part) => part.kind === kind)?.share ?? 0);
    return { kind, share: own.reduce((sum, share) => sum + share, 0) / Math.max(1, plans.length) };
  }).filter(({ share }) => share > 0);
  return {
    mixture: shares.map(({ kind, share }) => ({ kind, label: t(`kind.${kind}`).toLowerCase(), share })),
    documents: 0,
    purchases: shares.map(({ kind }) => t(`kind.${kind}`)),
  };
}

export const dataPicture: Picture<DataState> = {
  of: ({ teams }, { team, playerId }) => {
    if (playerId === null) return togetherOf(teams.flatMap(({ own }) => own?.plans.data ?? []));
    const plan = team.own?.plans.data ?? team.own?.proposals.find(isData)?.proposed.plan ?? basketPlan();
    const bought = CORPUS_KINDS.filter((kind) => plan.purchases[kind]);
    const documents = bought.reduce((sum, kind) => {
      const whole = market.value?.datasets.find((dataset) => dataset.kind === kind)?.documents ?? 0;
      return sum + (plan.purchases[kind] === 'half' ? whole / 2 : whole);
    }, 0);
    const mixture = bought.length > 0 ? normalizedShares(plan) : [];
    return {
      mixture: mixture.map(({ kind, share }) => ({ kind, label: t(`kind.${kind}`).toLowerCase(), share })),
      documents: Math.round(documents),
      purchases: bought.map((kind) => t(`kind.${kind}`)),
    };
  },
  describe: ({ mixture, documents, purchases }) => {
    const parts = mixture.filter((part) => part.share > 0);
    const whole = percents(parts.map(({ share }) => share));
    const layers = parts.map(({ label }, index) => `${label} ${whole[index]}\u00a0%`).join(', ');
    const vat = layers === '' ? t('scene.data.vatEmpty') : t('scene.data.vat', { layers });
    return t('scene.data.twin', { datasets: purchases.length, documents: formatQuantity(documents), vat });
  },
  scene: () => import('./scene.ts'),
};
