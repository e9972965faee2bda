/** The bet on the big run's held-out surprise, and how boldly it is to learn; both are agreed with the size. */

import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { LEARNING_RATES } from '../../../shared/game/training/model.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Term } from '../../ui/Term.tsx';
import { scaleDraft } from './options.ts';
import { scalingPlot } from '../scaling-plot.ts';

/** What a slider can reach: from better than any lab has been to hardly better than untrained. */
const SLIDER = { min: 0.8, max: 4, step: 0.02, middle: 1.8 };

/** To the slider's own steps, so that what is shown is what is proposed. */
const rounded = (bits: number): number =>
  Math.min(SLIDER.max, Math.max(SLIDER.min, Math.round(bits * 50) / 50));

export function Betting({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  const { match, team } = standpoint;
  const budget = match.budgetFlops ?? 1e12;
  const { prediction } = useMemo(() => scalingPlot([team], budget), [JSON.stringify(team.probes), budget]);
  const draft = scaleDraft.value;
  const { bet, ...withoutBet } = draft;
  const text = bet === undefined ? t('bet.noBet') : t('bet.value', { bits: bet.toFixed(2) });
  return (
    <>
      <Slider
        label={t('bet.slider')}
        min={SLIDER.min}
        max={SLIDER.max}
        step={SLIDER.step}
        value={bet ?? SLIDER.middle}
        valueText={text}
        fill={bet === undefined ? 'var(--line)' : 'var(--teal)'}
        disabled={locked}
        onInput={(value) => (scaleDraft.value = { ...draft, bet: rounded(value) })}
      />
      <p class="small">{bet === undefined ? t('bet.none') : t('bet.made')}</p>
      <div class="row">
        {prediction && !locked && (
          <Button onPress={() => (scaleDraft.value = { ...draft, bet: rounded(prediction.loss) })}>
            {t('bet.take', { bits: rounded(prediction.loss).toFixed(2) })}
          </Button>
        )}
        {bet !== undefined && !locked && (
          <Button tone="plain" onPress={() => (scaleDraft.value = withoutBet)}>
            {t('bet.clear')}
          </Button>
        )}
      </div>
      <Choice
        legend={t('rate.legend')}
        name="learning-rate"
        disabled={locked}
        options={LEARNING_RATES.map((value) => ({ value, label: t(`rate.${value}`) }))}
        value={draft.learningRate ?? 'normal'}
        onChoose={(learningRate) => (scaleDraft.value = { ...draft, learningRate })}
      />
      <p class="small">
        {t('rate.meaning')} {t('bet.about')}
      </p>
      <p class="small">
        <Term name="learningRate" /> · <Term name="surprise" /> · <Term name="bitsPerByte" /> ·{' '}
        <Term name="heldOut" />
      </p>
    </>
  );
}
