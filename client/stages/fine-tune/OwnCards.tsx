/** Cards that the player writes: a question and its answer, checked at once, and the list of those that the lab will learn from. */

import { useSignal } from '@preact/signals';
import { MAX_CARD_LETTERS, MAX_OWN_CARDS, OWN_CARD_SHARE } from '../../../shared/data/own-cards.ts';
import type { OwnCardProblem } from '../../../shared/data/own-cards.ts';
import { t } from '../../i18n/t.ts';
import { addOwnCard, ownCards, removeOwnCard } from '../../lab/own-text.ts';
import { session } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { useBusy } from '../decision.ts';
import { Privacy } from '../OwnText.tsx';

/** What is being typed. */
const draft = seatSignal({ question: '', answer: '' });

function Writing() {
  const [busy, start] = useBusy();
  const problem = useSignal<OwnCardProblem | null>(null);
  const { question, answer } = draft.value;
  const add = async (): Promise<void> => {
    const owner = session.peek();
    problem.value = await addOwnCard(owner, draft.peek());
    if (problem.peek() === null) draft.of(owner).value = { question: '', answer: '' };
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start(add);
      }}
    >
      <label class="field">
        <span>{t('ownCards.question')}</span>
        <input
          lang="en"
          value={question}
          autocomplete="off"
          placeholder={t('ownCards.questionExample')}
          data-testid="own-card-question"
          onInput={(event) => (draft.value = { ...draft.peek(), question: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{t('ownCards.answer')}</span>
        <input
          lang="en"
          value={answer}
          autocomplete="off"
          placeholder={t('ownCards.answerExample')}
          data-testid="own-card-answer"
          onInput={(event) => (draft.value = { ...draft.peek(), answer: event.currentTarget.value })}
        />
      </label>
      {problem.value && (
        <p class="problem" role="alert">
          {t(`ownCards.problem.${problem.value}`, { letters: MAX_CARD_LETTERS, most: MAX_OWN_CARDS })}
        </p>
      )}
      <Button submit testId="own-card-add" disabled={busy.value} onPress={() => undefined}>
        {t('ownCards.add')}
      </Button>
    </form>
  );
}

export function OwnCards({ isOpen }: { isOpen: boolean }) {
  const cards = ownCards.value;
  return (
    <div class="own-box">
      <p>{t('ownCards.lead', { share: Math.round(OWN_CARD_SHARE * 100) })}</p>
      {isOpen ? <Writing /> : <p class="small">{t('ownCards.closed')}</p>}
      <p class="small" role="status">
        {t('ownCards.count', { count: cards.length, most: MAX_OWN_CARDS })}
      </p>
      <ul class="card-list">
        {cards.map((card, index) => (
          <li key={card.question}>
            <Paper cut="slip" seed={index} class="flash-card">
              <p lang="en">{card.question}</p>
              <p>
                <b lang="en">{card.answer}</b>
              </p>
              {isOpen && (
                <button type="button" class="link" onClick={() => removeOwnCard(session.peek(), card)}>
                  {t('ownCards.remove')}
                </button>
              )}
            </Paper>
          </li>
        ))}
      </ul>
      {cards.length > 0 && <Privacy />}
    </div>
  );
}
