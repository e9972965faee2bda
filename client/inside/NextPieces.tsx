/** What may come next, as bars; and what temperature and top-p make of it. */

import { useSignal } from '@preact/signals';
import { reweigh } from '../../shared/lm/inspect/reweigh.ts';
import { formatDecimal } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import type { LikelyPiece } from '../lab/engine/inside.ts';
import { Slider } from '../ui/Slider.tsx';
import { chanceWords, pieceWords } from './piece-words.ts';

const SHOWN = 10;
/** As talks in the game are held. */
const USUAL = { temperature: 0.7, topP: 0.95 };
const MOST_TEMPERATURE = 2;
const LEAST_TOP_P = 0.05;

export function NextPieces({ next }: { next: readonly LikelyPiece[] }) {
  const temperature = useSignal(USUAL.temperature);
  const topP = useSignal(USUAL.topP);
  const candidates = next.map(({ id, chance }) => ({ token: id, chance }));
  const drawn = reweigh(candidates, { temperature: temperature.value, topP: topP.value });
  const most = Math.max(next[0]?.chance ?? 0, ...drawn.slice(0, SHOWN).map((one) => one.drawn), 0.01);
  const kept = drawn.filter((one) => one.drawn > 0).length;
  return (
    <>
      <p class="small">{t('inside.nextLead')}</p>
      <ol class="next-pieces">
        {next.slice(0, SHOWN).map(({ id, text, chance }, place) => {
          const [piece, now] = [pieceWords(text), drawn[place].drawn];
          return (
            <li
              key={id}
              aria-label={t('inside.nextBar', {
                piece,
                chance: chanceWords(chance),
                drawn: chanceWords(now),
              })}
              class={now === 0 ? 'left-out' : ''}
            >
              <code lang="en">{piece}</code>
              <span class="next-track">
                <i class="filled" style={{ width: `${(100 * now) / most}%` }} />
                <i class="outlined" style={{ width: `${(100 * chance) / most}%` }} />
              </span>
              <span class="small">{chanceWords(now)}</span>
            </li>
          );
        })}
      </ol>
      <p class="small">{t('inside.nextLegend')}</p>
      <Slider
        label={t('inside.temperature')}
        value={temperature.value}
        max={MOST_TEMPERATURE}
        step={0.1}
        valueText={
          temperature.value === 0 ? t('inside.temperatureZero') : formatDecimal(temperature.value, 1)
        }
        onInput={(value) => (temperature.value = value)}
      />
      <Slider
        label={t('inside.topP')}
        value={topP.value}
        min={LEAST_TOP_P}
        max={1}
        step={0.05}
        valueText={topP.value === 1 ? t('inside.topPAll') : formatDecimal(topP.value, 2)}
        onInput={(value) => (topP.value = value)}
      />
      <p data-testid="inside-kept" role="status">
        {t('inside.nextKept', { all: next.length, kept })}
      </p>
    </>
  );
}
