/** The same prompt answered at every checkpoint: a strip of film to look at, and a slider to wind through all of it. */

import { guessWords } from '../../i18n/guess.ts';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import type { RunView } from '../../../shared/game/sync/view.ts';
import { Slider } from '../../ui/Slider.tsx';
import { pickFrames } from './curves.ts';
import { filmFrames, type FilmFrame } from './film.ts';
import { formatQuantity } from '../../i18n/quantity.ts';

export interface FilmstripProps {
  run: Pick<RunView, 'filmstrip' | 'curve' | 'checkpoints' | 'version'>;
  /** Frames on the strip at once; the slider reaches all. */
  most: number;
  /** What can be done with the frame that is shown, such as going back to it. */
  action?: (frame: FilmFrame) => preact.JSX.Element | null;
}

/** When it was, and how surprised the model was. */
function placeOf({ tokens, bitsPerByte }: FilmFrame): string {
  const when =
    tokens === 0 ? t('pretrain.filmUntrained') : t('pretrain.filmAt', { tokens: formatQuantity(tokens) });
  return bitsPerByte === null
    ? when
    : `${when}, ${t('pretrain.filmBits', { guess: guessWords(bitsPerByte) })}`;
}

/** The same beside a slider, where a phone has little room. */
function shortPlace({ tokens, bitsPerByte }: FilmFrame): string {
  const when = tokens === 0 ? t('pretrain.filmUntrained') : formatQuantity(tokens);
  return bitsPerByte === null ? when : t('pretrain.filmShort', { when, guess: guessWords(bitsPerByte) });
}

export function Filmstrip({ run, most, action }: FilmstripProps) {
  /* Null follows the newest frame. */
  const wound = useSignal<number | null>(null);
  const sample = useSignal(0);
  const heading = useId();
  const frames = filmFrames(run);
  if (frames.length === 0) return <p class="small">{t('pretrain.filmEmpty')}</p>;
  const at = Math.min(wound.value ?? frames.length - 1, frames.length - 1);
  const shown = frames[at];
  const prompts = frames[0].samples.map(({ prompt }) => prompt.trim());
  const place = Math.min(sample.value, shown.samples.length - 1);
  const strip = pickFrames(frames, most);
  return (
    <section class="film-box" aria-labelledby={heading}>
      <h2 id={heading}>{t('pretrain.film', { prompt: prompts[place] })}</h2>
      <ol class="film">
        {strip.map((frame) => (
          <li
            key={frame.index}
            class={frame.index === shown.index ? 'wound' : ''}
            style={{ '--fog': 1 - (frame.index + 1) / frames.length }}
          >
            <p lang="en">{frame.samples[place]?.text.trim().slice(0, 70) || '…'}</p>
            <b>{frame.tokens === 0 ? t('pretrain.filmUntrained') : formatQuantity(frame.tokens)}</b>
          </li>
        ))}
      </ol>
      {frames.length > 1 && (
        <Slider
          label={t('pretrain.filmSlider')}
          min={0}
          max={frames.length - 1}
          value={at}
          valueText={`${t('pretrain.filmPlace', { at: at + 1, count: frames.length })}: ${placeOf(shown)}`}
          aside={shortPlace(shown)}
          onInput={(value) => (wound.value = value === frames.length - 1 ? null : value)}
        />
      )}
      <p class="film-text model-voice" lang="en" aria-live="polite">
        <span class="prompt">{prompts[place]}</span> {shown.samples[place]?.text.trim() || '…'}
      </p>
      <div class="row spread">
        {prompts.length > 1 && (
          <label class="small">
            {t('pretrain.filmPrompt')}{' '}
            <select value={place} onChange={(event) => (sample.value = Number(event.currentTarget.value))}>
              {prompts.map((prompt, index) => (
                <option key={prompt} value={index} lang="en">
                  {prompt}
                </option>
              ))}
            </select>
          </label>
        )}
        {action?.(shown)}
      </div>
    </section>
  );
}
