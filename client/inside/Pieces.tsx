/** What the tokenizer made of a text: its pieces, and the number of each. */

import { t } from '../i18n/t.ts';
import type { Piece } from '../lab/engine/inside.ts';
import { pieceWords } from './piece-words.ts';

/** The word with the most letters, as it reaches the model; null where there is none. */
function longestWord(pieces: readonly Piece[]): { word: string; ids: number[] } | null {
  const words: { word: string; ids: number[] }[] = [];
  for (const { id, text } of pieces) {
    const last = words.at(-1);
    if (!/^\p{L}+$/u.test(text.trim())) words.push({ word: '', ids: [] });
    else if (!last || text.startsWith(' ') || last.word === '') words.push({ word: text.trim(), ids: [id] });
    else words[words.length - 1] = { word: last.word + text, ids: [...last.ids, id] };
  }
  const [longest] = words.toSorted((a, b) => b.word.length - a.word.length);
  return longest?.word ? longest : null;
}

export function Pieces({ pieces, text }: { pieces: readonly Piece[]; text: string }) {
  const longest = longestWord(pieces);
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
      {longest && (
        <p data-testid="inside-spelling">
          {t('inside.piecesSpelling', {
            word: longest.word,
            ids: longest.ids.join(', '),
            count: longest.ids.length,
            last: longest.word.slice(-1),
            backwards: Array.from(longest.word).toReversed().join(''),
          })}
        </p>
      )}
    </>
  );
}
