/** Plays the model's own game against real text while it trains. */

import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { createRandom } from '../../../shared/random.ts';
import { SCORED_KINDS, type CorpusKind } from '../../../shared/world/document.ts';
import { loadDocuments } from '../../lab/library.ts';
import { session } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { PaperBack } from '../../ui/Paper.tsx';
import { KIND_STOCK } from '../kind-colors.ts';
import { CHOICES, makeQuiz, type Quiz } from '../quiz.ts';

interface GameState {
  kind: CorpusKind | null;
  quiz: Quiz | null;
  /** The word that was picked, or null while the question is open. */
  picked: string | null;
  right: number;
  asked: number;
  empty: boolean;
}

/** The score outlives a look at another tab. */
const game = seatSignal<GameState>({
  kind: null,
  quiz: null,
  picked: null,
  right: 0,
  asked: 0,
  empty: false,
});

/** Not from exercises or scrape: there the next word is either sure or noise. */
const READABLE: readonly CorpusKind[] = ['stories', 'encyclopedia', 'questions', 'posts'];

async function ask(purchases: Partial<Record<CorpusKind, unknown>>): Promise<void> {
  const owned = READABLE.filter((kind) => purchases[kind]);
  const kinds = owned.length > 0 ? owned : SCORED_KINDS;
  const random = createRandom(Math.floor(Math.random() * 2 ** 32));
  const kind = random.pick(kinds);
  const own = game.of(session.peek());
  const reply = await loadDocuments(kind, random.int(3));
  const quiz =
    reply &&
    makeQuiz(
      reply.documents.map((document) => document.text),
      random,
    );
  own.value = { ...own.peek(), kind, quiz, picked: null, empty: !quiz };
}

export function Game({ purchases }: { purchases: Partial<Record<CorpusKind, unknown>> }) {
  const { kind, quiz, picked, right, asked, empty } = game.value;
  useEffect(() => {
    if (!game.peek().quiz) void ask(purchases);
  }, []);
  if (!quiz || !kind)
    return <p class="small">{empty ? t('pretrain.gameNone') : t('pretrain.gameLoading')}</p>;
  const pick = (word: string): void => {
    if (picked !== null) return;
    game.value = {
      ...game.peek(),
      picked: word,
      asked: asked + 1,
      right: right + (word === quiz.answer ? 1 : 0),
    };
  };
  return (
    <section class="game" aria-label={t('pretrain.gameTitle')}>
      <p class="small">{t('pretrain.gameLead')}</p>
      <div class="paper quiz">
        <PaperBack cut="slip" seed={asked} />
        <p class="small quiz-kind">
          <i class="swatch" style={{ background: KIND_STOCK[kind] }} />
          {t('pretrain.gameFrom', { kind: t(`kind.${kind}`).toLowerCase() })}
        </p>
        <p class="quiz-text" lang="en">
          … {quiz.before} <b class="gap">{picked === null ? '?' : quiz.answer}</b>
        </p>
      </div>
      <div class="quiz-choices" lang="en">
        {quiz.choices.map((word) => (
          <Button
            key={word}
            tone={
              picked === null ? 'plain' : word === quiz.answer ? 'main' : word === picked ? 'bad' : 'plain'
            }
            disabled={picked !== null && word !== quiz.answer && word !== picked}
            onPress={() => pick(word)}
          >
            {word}
          </Button>
        ))}
      </div>
      <p class="quiz-verdict" aria-live="polite">
        {picked !== null &&
          (picked === quiz.answer
            ? t('pretrain.gameRight', { word: quiz.answer })
            : t('pretrain.gameWrong', { word: quiz.answer }))}
      </p>
      <div class="row spread">
        <span>{t('pretrain.gameScore', { right, asked })}</span>
        <Button disabled={picked === null} onPress={() => void ask(purchases)}>
          {t('pretrain.gameNext')}
        </Button>
      </div>
      <p class="small">{t('pretrain.gameMeaning', { choices: CHOICES })}</p>
    </section>
  );
}
