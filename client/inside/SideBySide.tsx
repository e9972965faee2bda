/** The same text read by two models, such as one before and after a stage: what each would say next, and how it goes on. */

import { t } from '../i18n/t.ts';
import type { Inside, LikelyPiece } from '../lab/engine/inside.ts';
import { mostMoved } from './most-moved.ts';
import { chanceWords, pieceWords } from './piece-words.ts';

const SHOWN = 6;

export interface ReadBy {
  /** What the model is called. */
  words: string;
  inside: Inside;
}

function Bar({ piece: { text, chance }, most }: { piece: LikelyPiece; most: number }) {
  const piece = pieceWords(text);
  return (
    <li aria-label={t('inside.guess', { piece, chance: chanceWords(chance) })}>
      <code lang="en">{piece}</code>
      <span class="next-track">
        <i class="filled" style={{ width: `${(100 * chance) / most}%` }} />
      </span>
      <span class="small">{chanceWords(chance)}</span>
    </li>
  );
}

function Column({ words, inside: { next, answer } }: ReadBy) {
  const shown = next.slice(0, SHOWN);
  return (
    <div>
      <h3>{words}</h3>
      <ol class="next-pieces">
        {shown.map((piece) => (
          <Bar key={piece.id} piece={piece} most={Math.max(0.01, shown[0].chance)} />
        ))}
      </ol>
      <p class="model-voice">
        <span class="small">{t('inside.answer')}</span> <span lang="en">{answer.trim() || '…'}</span>
      </p>
    </div>
  );
}

export function SideBySide({ one, other }: { one: ReadBy; other: ReadBy }) {
  const { text, before, after } = mostMoved(one.inside.next, other.inside.next);
  return (
    <>
      <p data-testid="side-twin" role="status">
        {t('inside.sideTwin', {
          piece: pieceWords(text),
          one: one.words,
          before: chanceWords(before),
          other: other.words,
          after: chanceWords(after),
        })}
      </p>
      <div class="side-by-side">
        <Column {...one} />
        <Column {...other} />
      </div>
    </>
  );
}
