/** Writes the card of a model that is taken home, in the language of this page. */

import { MOST_IDEAS, type HomeFormat } from '../../shared/home/home-file.ts';
import type { ModelCard } from '../../shared/home/home-model.ts';
import type { TeamScore } from '../../shared/game/team-score.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import { parameterSpec } from '../../shared/lm/spec.ts';
import { formatQuantity } from '../i18n/quantity.ts';
import { t } from '../i18n/t.ts';

/** What is known of a lab. */
export interface CardFacts extends Pick<ModelCard, 'lab' | 'look' | 'manner' | 'ideas'> {
  choices: ModelCard['lines'];
  score: Pick<TeamScore, 'total' | 'use' | 'trust' | 'science'> | null;
}

const points = (value: number | null): string => (value === null ? '–' : String(Math.round(value)));

export function makeCard(
  { lab, look, manner, ideas, choices, score }: CardFacts,
  stored: HomeFormat,
  config: ModelConfig,
): ModelCard {
  const parameters = formatQuantity(parameterSpec(config).parameterCount);
  const size = t('home.cardSizeWords', { parameters, context: config.contextLength });
  const scored = score && {
    name: t('home.cardScore'),
    words: t('home.cardScoreWords', {
      total: points(score.total),
      use: points(score.use),
      trust: points(score.trust),
      science: points(score.science),
    }),
  };
  return {
    lab,
    look,
    manner,
    ideas: ideas.slice(0, MOST_IDEAS),
    lines: [
      ...choices,
      { name: t('home.cardSize'), words: size },
      ...(scored ? [scored] : []),
      { name: t('home.cardStored'), words: t(`home.cardStored.${stored}`) },
      { name: t('home.cardLimits'), words: t('home.cardLimitsWords') },
    ],
  };
}
