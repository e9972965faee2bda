/** What the numbers of a screen mean: a list to open, with a card for each. */

import { cardsOf, type CardName, type Screen } from '../i18n/number-cards.ts';
import { t } from '../i18n/t.ts';
import { openHelp } from './help.ts';

/** The three answers of a card, in the small markup of `Prose`. */
function cardText(name: CardName): string {
  return (['what', 'how', 'labs'] as const)
    .map((part) => `### ${t(`numbers.${part}`)}\n\n${t(`number.${name}.${part}`)}`)
    .join('\n\n');
}

export function NumberCards({ screen }: { screen: Screen }) {
  const cards = cardsOf(screen);
  if (cards.length === 0) return null;
  return (
    <details class="number-cards">
      <summary>{t('numbers.title')}</summary>
      <p>
        {cards.map((name) => (
          <button
            key={name}
            type="button"
            class="link"
            aria-haspopup="dialog"
            onClick={() => (openHelp.value = { title: t(`number.${name}`), text: cardText(name) })}
          >
            {t(`number.${name}`)}
          </button>
        ))}
      </p>
    </details>
  );
}
