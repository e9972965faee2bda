/** The tokenizer bench: vocabularies of all sizes, learned from the own mixture, cut the same sentence and a rare name. */

import { useSignal } from '@preact/signals';
import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { BenchEntry, TokenBench } from '../../../shared/data/token-bench.ts';
import { VOCAB_SIZES } from '../../../shared/game/stages/data/plan.ts';
import { benchMixture, type MixedDataset } from '../../lab/drawer.ts';
import { Button } from '../../ui/Button.tsx';
import { Term } from '../../ui/Term.tsx';
import { useBusy } from '../decision.ts';
import { basketPlan } from './basket.ts';

const LONGEST = 120;

/** Pieces as slips in turns of two colors; read out as one sentence. */
function Pieces({ cuts }: { cuts: readonly string[] }) {
  const twin = cuts.map((cut) => `“${cut.trim() || '␣'}”`).join(', ');
  return (
    <p class="pieces">
      <span aria-hidden="true" lang="en">
        {cuts.map((cut, index) => (
          <span key={index} class={`piece ${index % 2 === 0 ? 'even' : 'odd'}`}>
            {cut.replaceAll(' ', '·')}
          </span>
        ))}
      </span>
      <span class="unseen">{t('bench.cutTwin', { pieces: twin })}</span>
    </p>
  );
}

function Entry({ entry }: { entry: BenchEntry }) {
  return (
    <li>
      <b>{t('bench.size', { size: entry.vocabSize, pieces: entry.cuts.length })}</b>
      <Pieces cuts={entry.cuts} />
      <span class="small">
        {t('bench.mean', {
          tokens: formatDecimal(entry.tokensPerSentence, 1),
          bytes: formatDecimal(entry.bytesPerToken, 2),
        })}
      </span>
    </li>
  );
}

function Result({ bench }: { bench: TokenBench }) {
  const { rareName, entries, sentences } = bench;
  return (
    <div aria-live="polite">
      <ul class="bench-list">
        {entries.map((entry) => (
          <Entry key={entry.vocabSize} entry={entry} />
        ))}
      </ul>
      <p class="small">
        {t('bench.measured', { sentences })} <Term name="tokenBench" />
      </p>
      {rareName && (
        <>
          <p>{t('bench.rare', { name: rareName.name, count: rareName.count })}</p>
          <ul class="bench-list">
            {entries.map(({ vocabSize, nameCuts }) => (
              <li key={vocabSize} class="bench-name">
                <span>{t('bench.rareCut', { size: vocabSize, pieces: nameCuts.length })}</span>
                <Pieces cuts={nameCuts} />
              </li>
            ))}
          </ul>
          <p class="small">{t('bench.rareMeaning')}</p>
        </>
      )}
    </div>
  );
}

/** `datasets` are the plan's, cleaned as it says. */
export function TokenizerBench({ datasets }: { datasets: readonly MixedDataset[] }) {
  const sentence = useSignal<string>(t('bench.first'));
  const bench = useSignal<TokenBench | null>(null);
  const share = useSignal<number | null>(null);
  const failed = useSignal(false);
  const [busy, start] = useBusy();
  const cut = async (): Promise<void> => {
    share.value = 0;
    const answer = await benchMixture(
      datasets,
      { sizes: [...VOCAB_SIZES], wanted: sentence.value.trim(), heldOutShare: basketPlan().heldOutShare },
      (part) => (share.value = part),
    ).catch(() => null);
    share.value = null;
    failed.value = answer === null;
    if (answer) bench.value = answer;
  };
  return (
    <details class="bench">
      <summary>{t('bench.title')}</summary>
      <p class="small">{t('bench.lead')}</p>
      {datasets.length === 0 ? (
        <p>{t('bench.nothing')}</p>
      ) : (
        <form
          class="drawer-search"
          onSubmit={(event) => {
            event.preventDefault();
            start(cut);
          }}
        >
          <label class="field">
            <span>{t('bench.sentence')}</span>
            <input
              type="text"
              lang="en"
              value={sentence.value}
              maxLength={LONGEST}
              autocomplete="off"
              onInput={(event) => (sentence.value = event.currentTarget.value)}
            />
          </label>
          <Button
            submit
            testId="bench-go"
            onPress={() => undefined}
            disabled={busy.value || sentence.value.trim() === ''}
          >
            {t('bench.go')}
          </Button>
        </form>
      )}
      {share.value !== null && (
        <p aria-live="polite">{t('bench.working', { share: Math.round(share.value * 100) })}</p>
      )}
      {failed.value && <p class="obstacle">{t('drawer.failed')}</p>}
      {bench.value && share.value === null && <Result bench={bench.value} />}
    </details>
  );
}
