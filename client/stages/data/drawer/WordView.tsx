/** Which words a dataset says how often: bars, each with its figure, and the whole in a sentence. */

import { useSignal } from '@preact/signals';
import { formatDecimal } from '../../../i18n/format.ts';
import { t } from '../../../i18n/t.ts';
import type { CorpusKind } from '../../../../shared/world/document.ts';
import { countWordsIn } from '../../../lab/drawer.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Term } from '../../../ui/Term.tsx';
import { KIND_STOCK } from '../../kind-colors.ts';
import { formatQuantity } from '../../../i18n/quantity.ts';
import { useAnswer } from './use-answer.ts';

/** Hardly any of the little words that hold all sentences together is longer. */
const LEAST_LETTERS = { all: 1, long: 5 } as const;

export function WordView({ kind }: { kind: CorpusKind }) {
  const length = useSignal<keyof typeof LEAST_LETTERS>('all');
  const chosen = length.value;
  const counts = useAnswer(`${kind} ${chosen}`, () => countWordsIn(kind, LEAST_LETTERS[chosen]));
  const most = counts?.top[0]?.count ?? 1;
  return (
    <>
      <Choice
        legend={t('drawer.wordsWhich')}
        hideLegend
        name="drawer-words"
        options={[
          { value: 'all', label: t('drawer.wordsAll') },
          { value: 'long', label: t('drawer.wordsLong', { letters: LEAST_LETTERS.long }) },
        ]}
        value={chosen}
        onChoose={(value) => (length.value = value)}
      />
      <div class="help-text drawer-text" tabIndex={0} aria-live="polite">
        {!counts && <p>{t(counts === null ? 'drawer.failed' : 'data.readLoading')}</p>}
        {counts && (
          <>
            <p>
              {t('drawer.wordsTotal', {
                words: formatQuantity(counts.words),
                distinct: formatQuantity(counts.distinct),
                once: formatQuantity(counts.once),
              })}{' '}
              <Term name="wordFrequency" />
            </p>
            <ol class="word-bars">
              {counts.top.map(({ word, count }) => (
                <li key={word}>
                  <span class="word-name" lang="en">
                    {word}
                  </span>
                  <span class="word-bar" aria-hidden="true">
                    <i style={{ width: `${(100 * count) / most}%`, background: KIND_STOCK[kind] }} />
                  </span>
                  <span class="word-count">
                    {t('drawer.wordCount', {
                      count,
                      share: formatDecimal((100 * count) / counts.words, 1),
                    })}
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </>
  );
}
