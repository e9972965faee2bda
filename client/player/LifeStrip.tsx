/** The whole life of a model as a strip, with the stage of now marked on it, and why that stage matters. */

import { t } from '../i18n/t.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { stagesOf } from '../stages/registry.ts';
import { Paper } from '../ui/Paper.tsx';

export function LifeStrip({ match }: { match: MatchView }) {
  const stages = stagesOf(match);
  const here = stages.indexOf(match.stage);
  return (
    <ol class="life" aria-label={t('life.title')}>
      {stages.map((each, index) => (
        <li
          key={each}
          class={index < here ? 'past' : index === here ? 'here' : ''}
          aria-current={index === here ? 'step' : undefined}
        >
          <i aria-hidden="true" />
          <span>{t(`stage.${each}`)}</span>
          {index === here && <span class="unseen"> ({t('life.here')})</span>}
        </li>
      ))}
    </ol>
  );
}

export function Why({ stage }: { stage: Stage }) {
  return (
    <Paper cut="slip" seed={2} class="why">
      <p class="small">{t(`why.${stage}`)}</p>
    </Paper>
  );
}
