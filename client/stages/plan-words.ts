/** A plan in one line of words: what a proposal asks for, and what a team chose. */

import { guessWords } from '../i18n/guess.ts';
import { t } from '../i18n/t.ts';
import { parameterSpec } from '../../shared/lm/spec.ts';
import type { AlignPlan } from '../../shared/game/stages/align/state.ts';
import type { Cleaning } from '../../shared/game/stages/data/cleaning.ts';
import { costOf, normalizedShares, type DataPlan } from '../../shared/game/stages/data/plan.ts';
import { cardCount, type FineTunePlan } from '../../shared/game/stages/fine-tune/plan.ts';
import type { ScoredCheckpoint, PretrainPlan } from '../../shared/game/match.ts';
import type { ScalePlan } from '../../shared/game/stages/scale/plan.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { DEMONSTRATION_PACKS } from '../../shared/world/packs.ts';
import { percents } from './percent.ts';
import { formatQuantity } from '../i18n/quantity.ts';

/** "stories 40\u00a0%, web scrape 22\u00a0%", the biggest first. */
export function mixtureWords(plan: DataPlan): string {
  const parts = normalizedShares(plan).sort((a, b) => b.share - a.share);
  const whole = percents(parts.map(({ share }) => share));
  return parts
    .map(({ kind }, index) => {
      const name = t(`kind.${kind}`).toLowerCase();
      const isArchive = plan.purchases[kind] === 'archive';
      return `${isArchive ? t('auction.archiveOf', { kind: name }) : name} ${whole[index]}\u00a0%`;
    })
    .join(', ');
}

/** Parameters of a planned model. */
export function plannedParameters(plan: ScalePlan, vocabSize: number): number {
  return parameterSpec(modelConfig(plan, vocabSize)).parameterCount;
}

/** "copies out from 80\u00a0%, secrets masked". */
function cleaningWords({ similarity, quality, scrub }: Cleaning): string {
  const parts = [
    similarity !== null && t('plan.cleaning.similarity', { share: Math.round(similarity * 100) }),
    quality !== null && t('plan.cleaning.quality', { share: Math.round(quality * 100) }),
    scrub && t('plan.cleaning.scrub'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('plan.cleaning.none') : parts.join(', ');
}

export function dataPlanWords(plan: DataPlan): string {
  return t('plan.data', {
    mixture: mixtureWords(plan),
    cleaning: cleaningWords(plan.cleaning),
    vocab: plan.vocabSize,
    heldOut: t('split.heldOut', { share: Math.round(plan.heldOutShare * 100) }),
    cost: costOf(plan.purchases),
  });
}

/** What a plan says beyond its size: a recurrent model, what it goes on from, a bold rate, a bet. */
export function extraWords({ architecture, start, learningRate, bet }: ScalePlan): string[] {
  return [
    ...(architecture === 'recurrent' ? [t('plan.scaleRecurrent')] : []),
    ...(start === 'checkpoint' ? [t('plan.scaleStart')] : []),
    ...(learningRate === 'bold' ? [t('plan.scaleRate')] : []),
    ...(bet === undefined ? [] : [t('plan.scaleBet', { bet: guessWords(bet) })]),
  ];
}

export function scalePlanWords(
  plan: ScalePlan,
  vocabSize: number,
  parameters = plannedParameters(plan, vocabSize),
): string {
  const shape = t('plan.scale', {
    size: t(`size.${plan.size}`),
    parameters: formatQuantity(parameters),
    context: plan.contextLength,
  });
  return [shape, ...extraWords(plan)].join('; ');
}

export function fineTunePlanWords(plan: FineTunePlan): string {
  const mix = DEMONSTRATION_PACKS.filter((pack) => plan.cards[pack] > 0)
    .map((pack) => `${plan.cards[pack]} ${t(`pack.${pack}`).toLowerCase()}`)
    .join(', ');
  return t('plan.fine-tune', {
    cards: cardCount(plan),
    mix,
    style: t(`style.${plan.style}`).toLowerCase(),
    replay: `${Math.round(plan.replayShare * 100)}\u00a0%`,
    more: [
      plan.evidenceShare > 0
        ? t('plan.fine-tune.evidence', { share: Math.round(plan.evidenceShare * 100) })
        : '',
      plan.toolShare > 0 ? t('plan.fine-tune.tools', { share: Math.round(plan.toolShare * 100) }) : '',
      plan.styleLines ? t('plan.fine-tune.lines') : '',
      plan.talks ? t('plan.fine-tune.talks') : '',
    ].join(''),
  });
}

export function alignPlanWords(plan: AlignPlan): string {
  if (plan.kind !== 'train') return t(`plan.align.${plan.kind}`);
  if (plan.principles.length > 0)
    return t('plan.align.principles', {
      how: t(`align.method.${plan.method}`),
      hold:
        plan.method === 'reward'
          ? t(`align.klWeight.${plan.klWeight}`)
          : t(`align.sftWeight.${plan.sftWeight}`),
      pool: t(`align.pool.${plan.pool}`),
      principles: plan.principles.map((principle) => t(`align.principle.${principle}`)).join(' '),
    });
  if (plan.method === 'reward')
    return t('plan.align.reward', {
      pool: t(`align.pool.${plan.pool}`),
      hold: t(`align.klWeight.${plan.klWeight}`),
    });
  return t('plan.align.train', {
    pool: t(`align.pool.${plan.pool}`),
    hold: t(`align.sftWeight.${plan.sftWeight}`),
  });
}

/** `checkpoints` are those of the team's run. */
export function pretrainPlanWords(plan: PretrainPlan, checkpoints: readonly ScoredCheckpoint[]): string {
  if ('stopEarly' in plan) return t('plan.pretrain');
  if ('rateFactor' in plan)
    return t('plan.pretrain.rate', { rate: t(`pretrain.rate.${plan.rateFactor}`).toLowerCase() });
  const checkpoint = checkpoints.find(({ version }) => version === plan.rollBackTo);
  if (!checkpoint) return t('plan.pretrain.backUnknown');
  const { tokens, bitsPerByte } = checkpoint;
  return t('plan.pretrain.back', { tokens: formatQuantity(tokens), guess: guessWords(bitsPerByte) });
}
