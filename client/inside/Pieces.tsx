/** What the tokenizer made of a text: its pieces, and the number of each. */

import { t } from '../i18n/t.ts';
import type { Piece } from '../lab/engine/inside.ts';
import { pieceWords } from './piece-words.ts';

export function Pieces({ pieces, text }: { pieces: readonly Piece[]; text: string }) {
  return (
    <>
      <p class="small">{t('inside.piecesLead')}</p>
      <ol class="cut-pieces" lang="en">
        {pieces.map(({ id, text: piece }, index) => (
          <li key={index}>
            <code>{pieceWords(piece)}</code>
            <span class="small">{id}</span>
          </li>
        ))}
      </ol>
      <p data-testid="inside-pieces">
        {t('inside.piecesCount', { letters: Array.from(text).length, pieces: pieces.length })}
      </p>
    </>
  );
}
