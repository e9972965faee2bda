/** The logit lens: what would be said if the model stopped after each layer. */

import { t } from '../i18n/t.ts';
import type { LikelyPiece } from '../lab/engine/inside.ts';
import { chanceWords, pieceWords } from './piece-words.ts';

export function Layers({ lens }: { lens: readonly (readonly LikelyPiece[])[] }) {
  return (
    <>
      <p class="small">{t('inside.layersLead')}</p>
      <ol class="lens">
        {lens.map((guesses, layer) => (
          <li key={layer}>
            <b>{layer === 0 ? t('inside.layerZero') : t('inside.layer', { layer })}</b>
            <span class="lens-guesses" lang="en">
              {guesses.map(({ id, text, chance }) => (
                <code key={id} style={{ '--weight': chance }}>
                  {t('inside.guess', { piece: pieceWords(text), chance: chanceWords(chance) })}
                </code>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
