/** The same prompt at several checkpoints, side by side on a strip of film. */

import { t } from '../../shared/i18n/t.ts';
import type { RunView } from '../../shared/schema/view.ts';
import { pickFrames } from './pretrain/curves.ts';
import { formatQuantity } from './scene-kit/quantity.ts';

export interface FilmstripProps {
  frames: RunView['filmstrip'];
  /** Which of the prompts. */
  sample: number;
  most: number;
}

export function Filmstrip({ frames, sample, most }: FilmstripProps) {
  const shown = pickFrames(
    frames.filter((frame) => frame.samples[sample]),
    most,
  );
  if (shown.length === 0) return null;
  return (
    <section class="film-box">
      <h2>{t('pretrain.film', { prompt: shown[0].samples[sample].prompt.trim() })}</h2>
      <ol class="film">
        {shown.map((frame, index) => (
          <li key={frame.tokens} style={{ '--fog': 1 - (index + 1) / shown.length }}>
            <p>{frame.samples[sample].text.trim().slice(0, 70) || '…'}</p>
            <b>{frame.tokens === 0 ? t('pretrain.filmUntrained') : formatQuantity(frame.tokens)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
