/** The model's words as points: coloured by what they are in the world, with the closest to one that is asked for. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import type { WordLayout, WordMap as Words, WordPlace } from '../lab/engine/inside.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { spreadLabels } from '../ui/chart-scale.ts';
import { alikeOn, AROUND } from './alike.ts';
import type { Glass } from './glass.ts';
import { chanceWords } from './piece-words.ts';
import { kindOf, KIND_HUES, WORD_KINDS } from './word-kinds.ts';

/** Sides of the drawing; it is scaled to the place that there is. */
const [WIDTH, HEIGHT, EDGE] = [640, 420, 40];
/** Between two labels, so that both can be read on a phone. */
const LABEL_GAP = 25;
/** A word that most models know. */
const FIRST_WORD = 'baker';
const SOME_WORDS = 8;

/** Places in the drawing, of the words by their directions in space. */
function drawn(words: readonly WordPlace[]): WordPlace[] {
  const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = range(words.map(({ x }) => x));
  const [bottom, top] = range(words.map(({ y }) => y));
  const along = (value: number, low: number, high: number, size: number): number =>
    EDGE + ((value - low) / Math.max(1e-9, high - low)) * (size - 2 * EDGE);
  return words.map(({ word, x, y }) => ({
    word,
    x: along(x, left, right, WIDTH),
    y: HEIGHT - along(y, bottom, top, HEIGHT),
  }));
}

function Drawing({ words: { words, near }, word }: { words: Words; word: string }) {
  const all = new Set(words.map((one) => one.word));
  const named = new Set([word, ...near.map((one) => one.word)]);
  const places = drawn(words).map((place) => ({ ...place, kind: kindOf(place.word, all) }));
  /* What is named, and what has a kind, lies above the other words. */
  const inOrder = places.toSorted(
    (a, b) =>
      Number(named.has(a.word)) - Number(named.has(b.word)) ||
      Number(a.kind !== 'other') - Number(b.kind !== 'other'),
  );
  const labels = inOrder.filter((place) => named.has(place.word));
  const heights = spreadLabels(
    labels.map(({ y }) => y),
    LABEL_GAP,
    LABEL_GAP,
    HEIGHT - LABEL_GAP,
  );
  return (
    <svg
      class="word-map"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('inside.wordsTwin', { count: words.length })}
    >
      {inOrder.map(({ word: each, x, y, kind }) => (
        <circle key={each} cx={x} cy={y} r={kind === 'other' ? 3 : 5} fill={KIND_HUES[kind]}>
          <title lang="en">{each}</title>
        </circle>
      ))}
      {labels.map(({ word: each, x }, index) => (
        <text
          key={each}
          x={Math.min(x + 8, WIDTH - EDGE)}
          y={heights[index] + 5}
          text-anchor={x > WIDTH * 0.8 ? 'end' : 'start'}
          class={each === word ? 'asked' : ''}
          lang="en"
        >
          {each}
        </text>
      ))}
    </svg>
  );
}

export function WordMap({ glass }: { glass: Glass }) {
  const layout = useSignal<WordLayout>('plane');
  const text = useSignal('');
  const word = useSignal(FIRST_WORD);
  const words = useSignal<Words | null>(null);
  const hasFailed = useSignal(false);
  const wanted = word.value;
  const by = layout.value;
  const isDrawing = useSignal(true);
  useEffect(() => {
    let isStale = false;
    isDrawing.value = true;
    glass.mapWords(wanted, by).then(
      (found) => {
        if (isStale) return;
        if (found) words.value = found;
        hasFailed.value = !found;
        isDrawing.value = false;
      },
      () => {
        if (isStale) return;
        hasFailed.value = true;
        isDrawing.value = false;
      },
    );
    return () => void (isStale = true);
  }, [glass, wanted, by]);
  const map = words.value;
  const alike = map && alikeOn(map.words);
  const kinds = map && new Set(map.words.map((one) => one.word));
  const known = map?.words.filter((one) => kinds && kindOf(one.word, kinds) !== 'other') ?? [];
  return (
    <>
      <p class="small">{t('inside.wordsLead')}</p>
      <form
        class="rename"
        onSubmit={(event) => {
          event.preventDefault();
          word.value = text.value.trim() || FIRST_WORD;
        }}
      >
        <label class="field">
          <span>{t('inside.word')}</span>
          <input
            lang="en"
            value={text.value}
            maxLength={30}
            placeholder={FIRST_WORD}
            autoComplete="off"
            autoCapitalize="none"
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <Button submit testId="inside-find" onPress={() => undefined}>
          {t('inside.find')}
        </Button>
      </form>
      {glass.layouts.length > 1 && (
        <>
          <Choice
            legend={t('inside.layout')}
            name="layout"
            options={glass.layouts.map((value) => ({ value, label: t(`inside.layout.${value}`) }))}
            value={by}
            onChoose={(value) => (layout.value = value)}
          />
          <p class="small">{t(`inside.layoutMeaning.${by}`)}</p>
        </>
      )}
      {hasFailed.value && <p class="problem">{t('inside.failed')}</p>}
      {map && (
        <>
          <p role="status" data-testid="inside-near">
            {map.near.length > 0
              ? t('inside.wordsNear', {
                  word: wanted,
                  near: map.near
                    .map((one) => `${one.word} ${chanceWords(Math.max(0, one.likeness))}`)
                    .join(', '),
                })
              : t('inside.wordsUnknown', {
                  word: wanted,
                  some: known
                    .slice(0, SOME_WORDS)
                    .map((one) => one.word)
                    .join(', '),
                })}
          </p>
          {isDrawing.value && (
            <p class="small" role="status">
              {t('inside.drawing')}
            </p>
          )}
          <Drawing words={map} word={wanted} />
          {alike && (
            <p data-testid="inside-alike">
              {t('inside.wordsAlike', {
                near: AROUND,
                share: chanceWords(alike.share),
                chance: chanceWords(alike.chance),
              })}
            </p>
          )}
          <ul class="word-kinds">
            {WORD_KINDS.map((kind) => (
              <li key={kind} class="small">
                <i style={{ background: KIND_HUES[kind] }} /> {t(`inside.kind.${kind}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
