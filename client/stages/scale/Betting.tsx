/** The bet on the big run's held-out surprise, and how boldly it is to learn; both are agreed with the size. */

import { Curious } from '../../ui/Curious.tsx';
import { guessWords } from '../../i18n/guess.ts';
import { useEffect, useMemo } from 'preact/hooks';
import { catalogue } from '../../i18n/catalogue.ts';
import { t } from '../../i18n/t.ts';
import { DEFAULT_DATA_PLAN } from '../../../shared/game/stages/data/plan.ts';
import { BOLD_FACTOR, LEARNING_RATES } from '../../../shared/game/training/model.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Term } from '../../ui/Term.tsx';
import { market, loadMarket } from '../../lab/library.ts';
import { blindBits, SLIDER, toSlider } from './bet-range.ts';
import { scaleDraft } from './options.ts';
import { scalingPlot } from '../scaling-plot.ts';
import { Unread } from './Unread.tsx';

/** What a bet can be held against; empty until the market is known. */
function marks(vocabSize: number): string {
  const blind = market.value && blindBits(market.value, vocabSize);
  if (!market.value || blind === null) return '';
  const counting = market.value.yardstick.bitsPerByte;
  return t('bet.about', { blind: guessWords(blind), counting: guessWords(counting) });
}

export function Betting({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  const { match, team } = standpoint;
  useEffect(() => void loadMarket(), []);
  const budget = match.budgetFlops ?? 1e12;
  const { prediction } = useMemo(
    () => scalingPlot([team], budget),
    [JSON.stringify(team.probes), budget, catalogue.value],
  );
  const draft = scaleDraft.value;
  const { bet, ...withoutBet } = draft;
  const text = bet === undefined ? t('bet.noBet') : t('bet.value', { guess: guessWords(bet) });
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
        onInput={(value) => (scaleDraft.value = { ...draft, bet: toSlider(value) })}
      />
      <p class="small">{bet === undefined ? t('bet.none') : t('bet.made')}</p>
      <div class="row">
        {prediction && !locked && (
          <Button onPress={() => (scaleDraft.value = { ...draft, bet: toSlider(prediction.loss) })}>
            {t('bet.take', { guess: guessWords(toSlider(prediction.loss)) })}
          </Button>
        )}
        {bet !== undefined && !locked && (
          <Button tone="plain" onPress={() => (scaleDraft.value = withoutBet)}>
            {t('bet.clear')}
          </Button>
        )}
      </div>
      <p class="small">{marks(team.own?.plans.data?.vocabSize ?? DEFAULT_DATA_PLAN.vocabSize)}</p>
      <Unread team={team} />
      <Choice
        legend={t('rate.legend')}
        name="learning-rate"
        disabled={locked}
        options={LEARNING_RATES.map((value) => ({
          value,
          label: t(`rate.${value}`, { factor: BOLD_FACTOR }),
        }))}
        value={draft.learningRate ?? 'normal'}
        onChoose={(learningRate) => (scaleDraft.value = { ...draft, learningRate })}
      />
      <p class="small">{t('rate.meaning')}</p>
      <Curious>
        <Term name="learningRate" /> · <Term name="surprise" /> · <Term name="bitsPerByte" /> ·{' '}
        <Term name="heldOut" />
      </Curious>
    </>
  );
}
